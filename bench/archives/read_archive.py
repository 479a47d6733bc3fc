"""Reads an archive through the parser of Annofab's Python client: read_archive.py parse|load <zip> [task_id]"""

import json
import resource
import sys
import time
import zipfile
from pathlib import Path

from annofabapi.parser import SimpleAnnotationZipParserByTask, lazy_parse_simple_annotation_zip

how, path, task_id = sys.argv[1], Path(sys.argv[2]), (sys.argv[3:] or [None])[0]


def parsers():
    if task_id is None:
        yield from lazy_parse_simple_annotation_zip(path)
    else:
        with zipfile.ZipFile(path) as file:
            yield from SimpleAnnotationZipParserByTask(file, task_id).lazy_parse()


started = time.perf_counter()
used_before = time.process_time()
frames = annotations = 0
for parser in parsers():
    frames += 1
    annotations += len(parser.parse().details if how == "parse" else parser.load_json()["details"])
seconds = time.perf_counter() - started
cpu_seconds = time.process_time() - used_before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "peakBytes": peak, "frames": frames, "annotations": annotations}))
