"""How a deployed resource is found, by its physical id, in the words of CloudFormation. What moto does not tell is None."""

import ast
import json

from botocore.exceptions import ClientError

from aws import client, uploaded

s3, sqs, awslambda, logs = client("s3"), client("sqs"), client("lambda"), client("logs")
iam, dynamodb, cloudwatch, sns = client("iam"), client("dynamodb"), client("cloudwatch"), client("sns")


def shown(read, field=None):
    """What a part of a resource is set to; nothing where it is not set."""
    try:
        answer = read()
    except ClientError:
        return None
    return answer if field is None else answer.get(field)


def bucket(name):
    encryption = s3.get_bucket_encryption(Bucket=name)["ServerSideEncryptionConfiguration"]["Rules"]
    rules = [{"ServerSideEncryptionByDefault": rule["ApplyServerSideEncryptionByDefault"], "BucketKeyEnabled": rule.get("BucketKeyEnabled")} for rule in encryption]
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
        "PermissionsBoundary": found.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
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


def state_machine(arn):
    found = client("stepfunctions").describe_state_machine(stateMachineArn=arn)
    return {
        "Arn": found["stateMachineArn"],
        "StateMachineName": found["name"],
        "StateMachineType": found["type"],
        "RoleArn": found["roleArn"],
        "DefinitionString": found["definition"],
    }


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
    "AWS::StepFunctions::StateMachine": state_machine,
}
