"""Reads YOLO with supervision. Arguments: the dataset, then what a model learns from it."""

import sys
from pathlib import Path

import yaml
from facts import Facts, print_facts

import supervision

dataset, task = Path(sys.argv[1]), sys.argv[2]

BOXES = {"detect": "objects", "segment": "all", "obb": "corners", "pose": "objects"}


def read_with_supervision():
    facts = Facts()
    config = yaml.safe_load((dataset / "data.yaml").read_text())
    for images in {config[part] for part in ("train", "val")}:
        part = dataset / images
        # supervision reads one folder; Ultralytics reads those below too.
        for folder in sorted(part.iterdir()):
            labels = dataset / "labels" / folder.relative_to(dataset / "images")
            found = supervision.DetectionDataset.from_yolo(
                str(folder), str(labels), str(dataset / "data.yaml"), is_obb=task == "obb"
            )
            for path, pixels, detections in found:
                name = str(Path(path).relative_to(part))
                facts.image(name, pixels.shape[1], pixels.shape[0])
                for box, category in zip(detections.xyxy, detections.class_id):
                    facts.box(name, found.classes[category], box, [BOXES[task]])
    return facts


print_facts({"supervision": read_with_supervision()})
