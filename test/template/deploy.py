"""Deploys the packaged service to moto as the framework deploys it to AWS, and prints what is there then, as JSON.

Called with the address of the server, the folder of the package, the region, and what to store in the secrets. What is found is told in the words of
CloudFormation, so that it can be compared with the template; what moto does not tell is null or left out.
"""

import ast
import base64
import hashlib
import json
import pathlib
import re
import sys

import boto3
from botocore.exceptions import ClientError
from moto.cloudformation.parsing import resource_class_from_type

endpoint, folder, region, secrets = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])
template = json.loads((folder / "cloudformation-template-update-stack.json").read_text())
stack = "annofab-functions-dev"


def client(service):
    return boto3.client(
        service, endpoint_url=endpoint, region_name=region, aws_access_key_id="moto", aws_secret_access_key="moto"
    )


cloudformation, s3, sqs, awslambda = client("cloudformation"), client("s3"), client("sqs"), client("lambda")
logs, iam, dynamodb, cloudwatch, sns = (client(each) for each in ["logs", "iam", "dynamodb", "cloudwatch", "sns"])

# ── Deploy ──


def deploy():
    """First the secrets, as the operator does. Then the bucket for the bundles, the bundles, and everything else."""
    functions = [each["Properties"] for each in template["Resources"].values() if each["Type"] == "AWS::Lambda::Function"]
    create_secrets(functions)
    capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"]
    first = (folder / "cloudformation-template-create-stack.json").read_text()
    cloudformation.create_stack(StackName=stack, TemplateBody=first, Capabilities=capabilities)
    upload(functions, made_resources()["ServerlessDeploymentBucket"]["PhysicalResourceId"])
    body = json.dumps(without_dangling_references(template))
    cloudformation.update_stack(StackName=stack, TemplateBody=body, Capabilities=capabilities)


def create_secrets(functions):
    variables = [function["Environment"]["Variables"] for function in functions]
    names = {value for each in variables for name, value in each.items() if name.endswith("_SECRET_ID")}
    for name in sorted(names):
        client("secretsmanager").create_secret(Name=name, SecretString=json.dumps(secrets[name.split("/")[-1]]))


uploaded = {}  # where each bundle lies, by the hash of its bytes


def upload(functions, bucket):
    for key in [each["Code"]["S3Key"] for each in functions]:
        bundle = (folder / pathlib.PurePosixPath(key).name).read_bytes()
        s3.put_object(Bucket=bucket, Key=key, Body=bundle)
        uploaded[base64.b64encode(hashlib.sha256(bundle).digest()).decode()] = {"S3Bucket": bucket, "S3Key": key}


passed_over = {
    name for name, each in template["Resources"].items() if resource_class_from_type(each["Type"]) is None
}


def without_dangling_references(value):
    """moto takes no reference to a resource that it passes over: the resource's name stands for it."""
    if isinstance(value, list):
        return [without_dangling_references(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.get("Ref") in passed_over:
        return f"passed-over:{value['Ref']}"
    if value.get("Fn::GetAtt", [None])[0] in passed_over:
        return "passed-over:" + ".".join(value["Fn::GetAtt"])
    if isinstance(value.get("Fn::Sub"), str):
        return {"Fn::Sub": re.sub(r"\$\{(\w+)(\.\w+)?\}", name_of_reference, value["Fn::Sub"])}
    return {key: without_dangling_references(each) for key, each in value.items()}


def name_of_reference(match):
    return f"passed-over:{match[1]}{match[2] or ''}" if match[1] in passed_over else match[0]


def made_resources():
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
    return {each["LogicalResourceId"]: each for page in pages for each in page["StackResourceSummaries"]}


# ── Read back: each of these takes a resource's physical id ──


def shown(read, field=None):
    """What a part of a resource is set to; nothing where it is not set."""
    try:
        answer = read()
    except ClientError:
        return None
    return answer if field is None else answer.get(field)


def bucket(name):
    encryption = s3.get_bucket_encryption(Bucket=name)["ServerSideEncryptionConfiguration"]["Rules"]
    rules = [{"ServerSideEncryptionByDefault": rule["ApplyServerSideEncryptionByDefault"]} for rule in encryption]
    status = s3.get_bucket_versioning(Bucket=name).get("Status")
    lifecycle = shown(lambda: s3.get_bucket_lifecycle_configuration(Bucket=name), "Rules")
    return {
        "Arn": f"arn:aws:s3:::{name}",
        "BucketEncryption": {"ServerSideEncryptionConfiguration": rules},
        "VersioningConfiguration": status and {"Status": status},
        "PublicAccessBlockConfiguration": shown(
            lambda: s3.get_public_access_block(Bucket=name), "PublicAccessBlockConfiguration"
        ),
        "OwnershipControls": shown(lambda: s3.get_bucket_ownership_controls(Bucket=name), "OwnershipControls"),
        "LifecycleConfiguration": lifecycle and {"Rules": lifecycle},
    }


def queue(url):
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    redrive = attributes.get("RedrivePolicy")
    return {
        **attributes,
        "Arn": attributes["QueueArn"],
        "QueueName": attributes["QueueArn"].split(":")[-1],
        "RedrivePolicy": redrive and json.loads(redrive),
    }


def function(name):
    found = awslambda.get_function(FunctionName=name)
    configuration = found["Configuration"]
    # What runs is known by its hash alone.
    code = uploaded.get(configuration["CodeSha256"])
    reserved = found.get("Concurrency", {}).get("ReservedConcurrentExecutions")
    return {
        **configuration,
        "Arn": configuration["FunctionArn"],
        "Code": code,
        "ReservedConcurrentExecutions": reserved,
    }


def permission(function_name):
    [statement] = json.loads(awslambda.get_policy(FunctionName=function_name)["Policy"])["Statement"]
    principal = statement["Principal"]
    return {
        "FunctionName": statement["Resource"],
        "Action": statement["Action"],
        "Principal": principal["Service"] if isinstance(principal, dict) else principal,
        "SourceArn": statement.get("Condition", {}).get("ArnLike", {}).get("AWS:SourceArn"),
    }


def mapping(uuid):
    found = awslambda.get_event_source_mapping(UUID=uuid)
    return {**found, "Enabled": found["State"] == "Enabled", "FunctionName": found["FunctionArn"]}


def log_group(name):
    [found] = [
        each for each in logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"] if each["logGroupName"] == name
    ]
    return {
        # CloudFormation's has `:*` at its end on AWS, and not here.
        "Arn": found["arn"].removesuffix(":*"),
        "LogGroupName": found["logGroupName"],
        "RetentionInDays": found.get("retentionInDays"),
        "KmsKeyId": found.get("kmsKeyId"),
    }


def role(name):
    found = iam.get_role(RoleName=name)["Role"]
    names = iam.list_role_policies(RoleName=name)["PolicyNames"]
    policies = [iam.get_role_policy(RoleName=name, PolicyName=each) for each in names]
    return {
        **found,
        "Policies": [
            {"PolicyName": each["PolicyName"], "PolicyDocument": document(each["PolicyDocument"])} for each in policies
        ],
    }


def document(policy):
    """moto keeps a template's policy as Python writes it, with a hole where AWS::NoValue takes a statement away."""
    found = ast.literal_eval(policy) if isinstance(policy, str) else policy
    return {**found, "Statement": [each for each in found["Statement"] if each is not None]}


def table(name):
    found = dynamodb.describe_table(TableName=name)["Table"]
    ttl = dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    recovery = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
    return {
        **found,
        "Arn": found["TableArn"],
        "BillingMode": found["BillingModeSummary"]["BillingMode"],
        "TimeToLiveSpecification": {
            "AttributeName": ttl.get("AttributeName"),
            "Enabled": ttl["TimeToLiveStatus"] == "ENABLED",
        },
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": recovery == "ENABLED"},
        "SSESpecification": {"SSEEnabled": found.get("SSEDescription", {}).get("Status") == "ENABLED"},
    }


def dashboard(name):
    return {"DashboardName": name, "DashboardBody": cloudwatch.get_dashboard(DashboardName=name)["DashboardBody"]}


def topic(arn):
    return {**sns.get_topic_attributes(TopicArn=arn)["Attributes"], "TopicName": arn.split(":")[-1]}


READERS = {
    "AWS::CloudWatch::Dashboard": dashboard,
    "AWS::DynamoDB::Table": table,
    "AWS::IAM::Role": role,
    "AWS::Lambda::EventSourceMapping": mapping,
    "AWS::Lambda::Function": function,
    "AWS::Lambda::Permission": permission,
    "AWS::Logs::LogGroup": log_group,
    "AWS::S3::Bucket": bucket,
    "AWS::SNS::Topic": topic,
    "AWS::SQS::Queue": queue,
}


def physical_id(logical_id, made):
    """A permission has none in moto: it is read by its function."""
    resource = template["Resources"][logical_id]
    if resource["Type"] == "AWS::Lambda::Permission":
        logical_id = resource["Properties"]["FunctionName"]["Fn::GetAtt"][0]
    return made[logical_id]["PhysicalResourceId"]


def read_back(logical_id, made):
    read = READERS.get(template["Resources"][logical_id]["Type"])
    name = physical_id(logical_id, made)
    return {"id": name, "found": read and read(name)}


deploy()
status = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
made = {name: each for name, each in made_resources().items() if name in template["Resources"]}
if status != "UPDATE_COMPLETE":
    sys.exit(f"the stack is {status}")
print(json.dumps({logical_id: read_back(logical_id, made) for logical_id in made}, default=str))
