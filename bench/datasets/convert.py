"""The straightforward loop: annofabapi's parser, Pillow and pycocotools. convert.py parse|load <zip> <folder>

It writes the same COCO: boxes, polygons and masks with their attributes, in two parts. `load` reads the JSON of each frame as it is;
`parse` makes objects, as the documentation of annofabapi does.
"""

import hashlib
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from annofabapi.parser import lazy_parse_simple_annotation_zip
from PIL import Image
from pycocotools import mask

how, path, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
CATEGORIES = {"car": 1, "road": 2}
WIDTH, HEIGHT = 640, 360


def details_of(parser):
    if how == "load":
        content = parser.load_json()
        return content, content["details"]
    content = parser.parse()
    return vars(content), (vars(detail) for detail in content.details)


def geometry(data, parser):
    kind = data["_type"]
    if kind == "BoundingBox":
        (left, top), (right, bottom) = (data[corner].values() for corner in ("left_top", "right_bottom"))
        left, right = max(0, min(left, right)), min(WIDTH, max(left, right))
        top, bottom = max(0, min(top, bottom)), min(HEIGHT, max(top, bottom))
        box = [left, top, right - left, bottom - top]
        return [[left, top, right, top, right, bottom, left, bottom]], box, box[2] * box[3]
    if kind == "Points":
        xs, ys = [point["x"] for point in data["points"]], [point["y"] for point in data["points"]]
        area = abs(sum(x0 * y1 - x1 * y0 for x0, y0, x1, y1 in zip(xs, ys, xs[1:] + xs[:1], ys[1:] + ys[:1]))) / 2
        box = [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)]
        return [[number for pair in zip(xs, ys) for number in pair]], box, area
    with parser.open_outer_file(data["data_uri"]) as file:
        pixels = np.asarray(Image.open(file).convert("L")) >= 128
    encoded = mask.encode(np.asfortranarray(pixels.astype(np.uint8)))
    segmentation = {"size": encoded["size"], "counts": encoded["counts"].decode()}
    return segmentation, mask.toBbox(encoded).tolist(), int(mask.area(encoded))


def convert():
    images, annotations = {"train": [], "val": []}, {"train": [], "val": []}
    for parser in lazy_parse_simple_annotation_zip(path):
        frame, details = details_of(parser)
        task_id, input_data_id = frame["task_id"], frame["input_data_id"]
        part = "val" if hashlib.md5(task_id.encode()).digest()[0] < 51 else "train"
        image_id = len(images["train"]) + len(images["val"]) + 1
        name = f"{task_id}/{input_data_id}{Path(frame['input_data_name']).suffix}"
        images[part].append({"id": image_id, "width": WIDTH, "height": HEIGHT, "file_name": name})
        for detail in details:
            segmentation, bbox, area = geometry(detail["data"], parser)
            annotations[part].append(
                {
                    "id": len(annotations["train"]) + len(annotations["val"]) + 1,
                    "image_id": image_id,
                    "category_id": CATEGORIES[detail["label"]],
                    "annotation_id": detail["annotation_id"],
                    "attributes": detail["attributes"],
                    "segmentation": segmentation,
                    "area": area,
                    "bbox": bbox,
                    "iscrowd": 0,
                }
            )
    categories = [{"id": id, "name": name} for name, id in CATEGORIES.items()]
    folder.mkdir(parents=True)
    for part in images:
        with open(folder / f"instances_{part}.json", "w") as file:
            content = {"categories": categories, "images": images[part], "annotations": annotations[part]}
            # dumps encodes in C; dump does not.
            file.write(json.dumps(content))
    return {"frames": sum(map(len, images.values())), "annotations": sum(map(len, annotations.values()))}


started = time.perf_counter()
used_before = time.process_time()
counts = convert()
seconds = time.perf_counter() - started
cpu_seconds = time.process_time() - used_before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "peakBytes": peak, **counts}))
