"""Makes the same request with Annofab's Python client, one after the other: get_tasks.py <url> task|tasks <count>"""

import json
import sys
import time

import annofabapi

url, what, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
api = annofabapi.build(pat="bench", endpoint_url=url).api


def call():
    if what == "task":
        api.get_task("project", "task")
    else:
        api.get_tasks("project", query_params={"limit": 200, "page": 1})


for _ in range(50):
    call()
start, used = time.perf_counter(), time.process_time()
for _ in range(count):
    call()
print(json.dumps({"seconds": time.perf_counter() - start, "cpuSeconds": time.process_time() - used}))
