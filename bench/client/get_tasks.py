"""Gets one task again and again with Annofab's Python client, one after the other: prints requests a second."""

import sys
import time

import annofabapi

url, count = sys.argv[1], int(sys.argv[2])
api = annofabapi.build(pat="bench", endpoint_url=url).api
for _ in range(50):
    api.get_task("project", "task")
start = time.perf_counter()
for _ in range(count):
    api.get_task("project", "task")
print(count / (time.perf_counter() - start))
