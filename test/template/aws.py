"""What the scripts share: the arguments, the template, and clients for moto."""

import json
import pathlib
import sys

import boto3
from botocore.config import Config

endpoint, folder, region, secrets = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])
template = json.loads((folder / "cloudformation-template-update-stack.json").read_text())

uploaded = {}
"""Where each bundle lies, by the hash of its bytes."""


# On a busy machine moto takes minutes to create a stack. A request that is repeated meanwhile fails, because the stack exists.
patient = Config(read_timeout=1_800, retries={"total_max_attempts": 1})


def client(service):
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=region,
        aws_access_key_id="moto",
        aws_secret_access_key="moto",
        config=patient,
    )
