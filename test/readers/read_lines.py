"""Reads JSON Lines and WebDataset. Arguments: the dataset of each."""

import json
import sys
from pathlib import Path

import webdataset
from facts import Facts, print_facts
from pycocotools import mask


def facts_of(frames):
    facts = Facts()
    for frame in frames:
        name = frame["file_name"]
        facts.image(name, frame["width"], frame["height"])
        for annotation in frame["annotations"]:
            label = annotation["label"]
            if annotation["type"] in ("mask", "semantic_mask"):
                facts.area(name, label, mask.decode(annotation["rle"]).sum())
            if annotation["type"] in ("box", "polygon", "mask", "semantic_mask"):
                facts.box(name, label, annotation["box"], ["all"])
                facts.attribute(name, label, annotation["attributes"])
    return facts


def json_lines(folder):
    for file in sorted(folder.glob("*.jsonl")):
        yield from map(json.loads, file.read_text().splitlines())


def samples(folder):
    files = [str(file) for file in sorted(folder.glob("*.tar"))]
    for sample in webdataset.WebDataset(files, shardshuffle=False).decode():
        assert sample["__key__"].split("/")[1] == sample["json"]["input_data_id"].replace(".", "+")
        yield sample["json"]


lines, tars = Path(sys.argv[1]), Path(sys.argv[2])
print_facts({"json": facts_of(json_lines(lines)), "webdataset": facts_of(samples(tars))})
