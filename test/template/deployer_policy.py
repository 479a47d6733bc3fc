"""Lets moto check the policy of a deployer, and prints what CloudFormation's resource types say that their handlers call."""

import json
import pathlib
import sys

import boto3
import cfnlint

endpoint, region, policy, types = sys.argv[1], sys.argv[2], sys.argv[3], set(json.loads(sys.argv[4]))

iam = boto3.client(
    "iam", endpoint_url=endpoint, region_name=region, aws_access_key_id="moto", aws_secret_access_key="moto"
)
iam.create_policy(PolicyName="deployer", PolicyDocument=policy)

called = {}
for file in (pathlib.Path(cfnlint.__file__).parent / "data/schemas/resources").glob("*.json"):
    schema = json.loads(file.read_text())
    if schema.get("typeName") in types:
        handlers = schema.get("handlers", {})
        actions = [handlers[name].get("permissions", []) for name in ("create", "read", "update", "delete") if name in handlers]
        called.setdefault(schema["typeName"], set()).update(*actions)
print(json.dumps({type: sorted(actions) for type, actions in called.items()}))
