"""Reads masks with Pillow, and paints the same pictures from COCO. Arguments: the masks (semantic, instance), then COCO."""

import json
import sys
from pathlib import Path

import numpy as np
from facts import Facts, print_facts
from PIL import Image
from pycocotools import mask

semantic, instance, coco = map(Path, sys.argv[1:4])


def coco_images():
    """Each image with its annotations."""
    for file in sorted(coco.glob("annotations/*.json")):
        content = json.loads(file.read_text())
        for image in content["images"]:
            name = str(Path(image["file_name"]).with_suffix(".png"))
            yield name, image, [each for each in content["annotations"] if each["image_id"] == image["id"]]


def has_only_masks(name, annotations):
    """Which pixels a polygon covers, every reader defines in its own way; boxes are not painted."""
    [file] = instance.glob(f"masks/*/{Path(name).with_suffix('.json')}")
    painted = {entry["annotation_id"] for entry in json.loads(file.read_text())}
    outlines = [each["annotation_id"] for each in annotations if isinstance(each["segmentation"], list)]
    return painted.isdisjoint(outlines)


categories = json.loads((semantic / "categories.json").read_text())
names = {entry["value"]: entry["name"] for entry in categories}
colors = {entry["value"]: entry["color"] for entry in categories}
ONLY_MASKS = {name for name, _, annotations in coco_images() if has_only_masks(name, annotations)}


def read_masks(folder, is_instance):
    facts = Facts()
    for file in sorted(folder.glob("masks/*/*/*.png")):
        picture = Image.open(file)
        picture.verify()
        picture = Image.open(file)
        assert picture.mode == "P", picture.mode
        name = str(file.relative_to(folder / "masks" / file.relative_to(folder).parts[1]))
        facts.image(name, *picture.size)
        pixels = np.asarray(picture)
        if is_instance:
            objects = {entry["value"]: names[entry["category"]] for entry in json.loads(file.with_suffix(".json").read_text())}
            assert set(np.unique(pixels)) - {0} == set(objects)
            pixels = to_categories(pixels, objects)
        else:
            for value in set(np.unique(pixels)) - {0}:
                at = tuple(np.argwhere(pixels == value)[0][::-1])
                assert list(picture.convert("RGB").getpixel(at)) == colors[value]
        add_areas(facts, name, pixels)
    return facts


def add_areas(facts, name, pixels):
    for value in sorted(set(np.unique(pixels)) - {0}):
        if name in ONLY_MASKS:
            facts.area(name, names[value], (pixels == value).sum())


def to_categories(pixels, objects):
    values = {name: value for value, name in names.items()}
    result = np.zeros_like(pixels)
    for value, name in objects.items():
        result[pixels == value] = values[name]
    return result


def paint_coco():
    """The front-most annotation is the first, so it is painted last."""
    facts = Facts()
    for name, image, annotations in coco_images():
        facts.image(name, image["width"], image["height"])
        pixels = np.zeros((image["height"], image["width"]), np.uint16)
        for annotation in reversed(annotations):
            if isinstance(annotation["segmentation"], dict):
                pixels[mask.decode(annotation["segmentation"]).astype(bool)] = annotation["category_id"]
        add_areas(facts, name, pixels)
    return facts


print_facts(
    {"semantic": read_masks(semantic, False), "instance": read_masks(instance, True), "painted": paint_coco()}
)
