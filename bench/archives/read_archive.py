"""Reads an archive through the parser of Annofab's Python client: read_archive.py parse|load <zip> [--frames <limit>]"""

import json
import resource
import sys
import time
from itertools import islice
from pathlib import Path

from annofabapi.parser import lazy_parse_simple_annotation_zip

how, path = sys.argv[1], Path(sys.argv[2])
limit = int(sys.argv[4]) if sys.argv[3:4] == ["--frames"] else None

started = time.perf_counter()
used_before = time.process_time()
frames = annotations = 0
for parser in islice(lazy_parse_simple_annotation_zip(path), limit):
    frames += 1
    annotations += len(parser.parse().details if how == "parse" else parser.load_json()["details"])
seconds = time.perf_counter() - started
cpu_seconds = time.process_time() - used_before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "peakBytes": peak, "frames": frames, "annotations": annotations}))
