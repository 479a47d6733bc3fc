"""Runs SQL of the documentation. Arguments: the SQL, then the folder that takes the place of the bucket."""

import json
import sys

import duckdb

sql, folder = sys.argv[1:3]
bucket = "s3://<DatasetBucketName>"
assert bucket in sql
# A folder needs neither the extension for S3 nor a credential.
[query] = [text for text in sql.split(";") if bucket in text]
found = duckdb.sql(query.replace(bucket, folder))
print(json.dumps([dict(zip(found.columns, row)) for row in found.fetchall()]))
