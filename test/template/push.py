"""Makes each resource that moto's CloudFormation passes over by a call of its service's own API, and reads it back, as JSON.

botocore checks each call against AWS's own description of the API before it sends it: names, types, what is required, lengths
and limits. Called like deploy.py, with the resources in the order in which they refer to each other, on standard input. Their
properties are resolved, but for references to each other: `passed-over:HttpApi`.
"""

import json
import re
import sys

from aws import client
from read_back import READERS

apis, cloudwatch, scheduler, events = client("apigatewayv2"), client("cloudwatch"), client("scheduler"), client("lambda")
s3, sns, sqs, dynamodb = client("s3"), client("sns"), client("sqs"), client("dynamodb")

references = {}
"""What `passed-over:HttpApi` and `passed-over:AnAlarm.Arn` stand for, once the resource is made."""


def resolved(value):
    if isinstance(value, list):
        return [resolved(each) for each in value]
    if isinstance(value, dict):
        return {key: resolved(each) for key, each in value.items()}
    if not isinstance(value, str):
        return value
    return re.sub(r"passed-over:\w+(?:\.Arn)?", lambda match: references.get(match[0], match[0]), value)


def call(service, operation, **properties):
    """CloudFormation takes numbers and booleans as text; the API does not."""
    shape = service.meta.service_model.operation_model(service.meta.method_to_api_mapping[operation]).input_shape
    return getattr(service, operation)(**typed(properties, shape))


def typed(value, shape):
    if shape.type_name == "structure" and isinstance(value, dict):
        # A field that the API does not have stays, for botocore to refuse it.
        return {key: typed(each, shape.members[key]) if key in shape.members else each for key, each in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [typed(each, shape.member) for each in value]
    if isinstance(value, str) and shape.type_name in ("integer", "long"):
        return int(value)
    if isinstance(value, str) and shape.type_name in ("double", "float"):
        return float(value)
    if isinstance(value, str) and shape.type_name == "boolean":
        return {"true": True, "false": False}[value]
    return value


def api(name, properties):
    made = call(apis, "create_api", **properties)
    references[f"passed-over:{name}"] = made["ApiId"]
    return apis.get_api(ApiId=made["ApiId"])


def integration(name, properties):
    made = call(apis, "create_integration", **properties)
    references[f"passed-over:{name}"] = made["IntegrationId"]
    ids = {"ApiId": properties["ApiId"], "IntegrationId": made["IntegrationId"]}
    return {**apis.get_integration(**ids), **ids}


def route(name, properties):
    made = call(apis, "create_route", **properties)
    return {**apis.get_route(ApiId=properties["ApiId"], RouteId=made["RouteId"]), "ApiId": properties["ApiId"]}


def stage(name, properties):
    call(apis, "create_stage", **properties)
    ids = {"ApiId": properties["ApiId"], "StageName": properties["StageName"]}
    return {**apis.get_stage(**ids), **ids}


def alarm(name, properties):
    call(cloudwatch, "put_metric_alarm", **properties)
    [found] = cloudwatch.describe_alarms(AlarmNames=[properties["AlarmName"]])["MetricAlarms"]
    references[f"passed-over:{name}.Arn"] = found["AlarmArn"]
    return found


def dashboard(name, properties):
    json.loads(properties["DashboardBody"])
    call(cloudwatch, "put_dashboard", **properties)
    return cloudwatch.get_dashboard(DashboardName=properties["DashboardName"])


def schedule(name, properties):
    call(scheduler, "create_schedule", Name=name, **properties)
    return scheduler.get_schedule(Name=name)


def invoke_config(name, properties):
    call(events, "put_function_event_invoke_config", **properties)
    found = events.get_function_event_invoke_config(FunctionName=properties["FunctionName"])
    return {**properties, **found, "FunctionName": properties["FunctionName"]}


def bucket_policy(name, properties):
    bucket = properties["Bucket"]
    call(s3, "put_bucket_policy", Bucket=bucket, Policy=json.dumps(properties["PolicyDocument"]))
    return {"Bucket": bucket, "PolicyDocument": json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])}


def subscription(name, properties):
    call(sns, "subscribe", **properties)
    found = sns.list_subscriptions_by_topic(TopicArn=properties["TopicArn"])["Subscriptions"]
    return next(each for each in found if each["Endpoint"] == properties["Endpoint"])


def topic_policy(name, properties):
    policy = json.dumps(properties["PolicyDocument"])
    for arn in properties["Topics"]:
        call(sns, "set_topic_attributes", TopicArn=arn, AttributeName="Policy", AttributeValue=policy)
    found = [sns.get_topic_attributes(TopicArn=arn)["Attributes"]["Policy"] for arn in properties["Topics"]]
    return {"Topics": properties["Topics"], "PolicyDocument": the_same_of_all(found)}


def queue_policy(name, properties):
    policy = json.dumps(properties["PolicyDocument"])
    for url in properties["Queues"]:
        call(sqs, "set_queue_attributes", QueueUrl=url, Attributes={"Policy": policy})
    found = [
        sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]["Policy"]
        for url in properties["Queues"]
    ]
    return {"Queues": properties["Queues"], "PolicyDocument": the_same_of_all(found)}


def bucket(name, properties):
    bucket = resources[name]["id"]
    rules = [api_rule(rule) for rule in properties["LifecycleConfiguration"]["Rules"]]
    call(s3, "put_bucket_lifecycle_configuration", Bucket=bucket, LifecycleConfiguration={"Rules": rules})
    if "BucketEncryption" in properties:
        encryption = [
            {
                "ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"],
                "BucketKeyEnabled": rule.get("BucketKeyEnabled", False),
            }
            for rule in properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
            if "ServerSideEncryptionByDefault" in rule
        ]
        call(s3, "put_bucket_encryption", Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": encryption})
    call(s3, "put_public_access_block", Bucket=bucket, **picked(properties, "PublicAccessBlockConfiguration"))
    call(s3, "put_bucket_versioning", Bucket=bucket, **picked(properties, "VersioningConfiguration"))
    if "OwnershipControls" in properties:
        call(s3, "put_bucket_ownership_controls", Bucket=bucket, **picked(properties, "OwnershipControls"))
    found = READERS["AWS::S3::Bucket"](bucket)
    kept = s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
    return {**found, "LifecycleConfiguration": {"Rules": [template_rule(rule) for rule in kept]}}


def api_rule(rule):
    """A lifecycle rule in the words of the API."""
    renamed = {"ExpiredObjectDeleteMarker": "ExpiredObjectDeleteMarker", "ExpirationInDays": "Days"}
    rest = {key: value for key, value in rule.items() if key not in ("Id", "Prefix", *renamed)}
    expiration = {renamed[key]: int(value) if renamed[key] == "Days" else value for key, value in rule.items() if key in renamed}
    return {
        "ID": rule["Id"],
        "Filter": {"Prefix": rule.get("Prefix", "")},
        **rest,
        **({"Expiration": expiration} if expiration else {}),
    }


def template_rule(rule):
    """The same in the words of CloudFormation."""
    expiration = rule.get("Expiration", {})
    marker, days = expiration.get("ExpiredObjectDeleteMarker"), expiration.get("Days")
    return {
        **rule,
        "Id": rule["ID"],
        "Prefix": rule.get("Filter", {}).get("Prefix", ""),
        **({} if marker is None else {"ExpiredObjectDeleteMarker": marker}),
        **({} if days is None else {"ExpirationInDays": days}),
    }


def table(name, properties):
    table = resources[name]["id"]
    call(dynamodb, "update_time_to_live", TableName=table, **picked(properties, "TimeToLiveSpecification"))
    call(dynamodb, "update_continuous_backups", TableName=table, **picked(properties, "PointInTimeRecoverySpecification"))
    call(dynamodb, "update_table", TableName=table, **picked(properties, "DeletionProtectionEnabled"))
    del properties["SSESpecification"]  # moto takes no change of it
    return READERS["AWS::DynamoDB::Table"](table)


def picked(properties, name):
    return {name: properties[name]}


def the_same_of_all(policies):
    [policy] = set(policies)
    return json.loads(policy)


MAKERS = {
    "AWS::ApiGatewayV2::Api": api,
    "AWS::ApiGatewayV2::Integration": integration,
    "AWS::ApiGatewayV2::Route": route,
    "AWS::ApiGatewayV2::Stage": stage,
    "AWS::CloudWatch::Alarm": alarm,
    "AWS::CloudWatch::Dashboard": dashboard,
    "AWS::DynamoDB::Table": table,
    "AWS::Lambda::EventInvokeConfig": invoke_config,
    "AWS::S3::Bucket": bucket,
    "AWS::SNS::Subscription": subscription,
    "AWS::SNS::TopicPolicy": topic_policy,
    "AWS::SQS::QueuePolicy": queue_policy,
    "AWS::Scheduler::Schedule": schedule,
    # The last one, since moto obeys it.
    "AWS::S3::BucketPolicy": bucket_policy,
}


def make(name, resource):
    properties = resolved(resource["Properties"])
    try:
        return {"expected": properties, "found": MAKERS[resource["Type"]](name, properties)}
    except Exception as error:
        return {"expected": properties, "refused": f"{type(error).__name__}: {error}"}


resources = json.load(sys.stdin)
order = list(MAKERS)
made = {
    name: make(name, resource)
    for name, resource in sorted(resources.items(), key=lambda each: order.index(each[1]["Type"]))
}
print(json.dumps(made, default=str))
