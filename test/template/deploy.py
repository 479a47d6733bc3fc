"""Deploys the packaged service to moto as the framework deploys it to AWS, and prints what is there then, as JSON.

Called with the address of the server, the folder of the package, the region, and what to store in the secrets.
"""

import base64
import hashlib
import json
import pathlib
import re
import sys

from moto.cloudformation.parsing import resource_class_from_type

from aws import client, folder, secrets, template, uploaded
from read_back import READERS

stack = "annofab-functions-dev"
cloudformation, s3 = client("cloudformation"), client("s3")


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
