"""Reads COCO with pycocotools, supervision and datumaro. Arguments: the dataset, then the archive that it was made from."""

import contextlib
import io
import json
import sys
import zipfile
from pathlib import Path

import numpy as np
from facts import Facts, print_facts
from PIL import Image

dataset, archive = Path(sys.argv[1]), zipfile.ZipFile(sys.argv[2])


def read_with_pycocotools():
    from pycocotools.coco import COCO

    facts = Facts()
    for file in sorted(dataset.glob("annotations/*.json")):
        with contextlib.redirect_stdout(io.StringIO()):
            coco = COCO(str(file))
        for image in coco.loadImgs(coco.getImgIds()):
            facts.image(image["file_name"], image["width"], image["height"])
        names = {category["id"]: category["name"] for category in coco.loadCats(coco.getCatIds())}
        for annotation in coco.loadAnns(coco.getAnnIds()):
            image, name = coco.loadImgs(annotation["image_id"])[0], names[annotation["category_id"]]
            left, top, width, height = annotation["bbox"]
            facts.box(image["file_name"], name, (left, top, left + width, top + height), kinds_of(annotation))
            facts.attribute(image["file_name"], name, annotation["attributes"])
            check_key_points(annotation, coco.loadCats(annotation["category_id"])[0])
            mask = coco.annToMask(annotation)
            if isinstance(annotation["segmentation"], dict):
                facts.area(image["file_name"], name, mask.sum())
                check_mask(image, annotation, mask)
            else:
                check_area(annotation, mask)
    return facts


def kinds_of(annotation):
    """Which boxes a reader of another format finds."""
    segmentation = annotation["segmentation"]
    is_mask = isinstance(segmentation, dict)
    yield "all"
    if not annotation["iscrowd"]:
        yield "objects"
    if not is_mask:
        yield "outlines"
    if not is_mask and len(segmentation[0]) == 8:
        yield "corners"


def check_key_points(annotation, category):
    points = np.array(annotation.get("keypoints", [])).reshape(-1, 3)
    is_box = isinstance(annotation["segmentation"], list)
    assert len(points) == (len(category.get("keypoints", [])) if is_box else 0)
    assert annotation.get("num_keypoints", 0) == (points[:, 2] > 0).sum()


def check_mask(image, annotation, mask):
    """The decoded run lengths are the pixels of the archive's mask."""
    path = f"{image['task_id']}/{image['input_data_id']}/{annotation['annotation_id']}"
    source = np.asarray(Image.open(archive.open(path)).convert("L")) >= 128
    assert np.array_equal(source, mask.astype(bool)), f"{path} has other pixels"
    assert annotation["area"] == mask.sum(), f"{path} has another area"


def check_area(annotation, mask):
    """pycocotools counts pixels; they differ from the area by a part of the outline."""
    [outline] = annotation["segmentation"]
    corners = np.array(outline).reshape(-1, 2)
    length = np.abs(np.diff(corners, axis=0, append=corners[:1])).sum()
    assert abs(annotation["area"] - mask.sum()) <= length, annotation


def read_with_supervision():
    import supervision

    facts = Facts()
    for file in sorted(dataset.glob("annotations/*.json")):
        part = file.stem.removeprefix("instances_")
        images = dataset / "images" / part
        found = supervision.DetectionDataset.from_coco(str(images), str(file), force_masks=True)
        by_image = segmentations(file)
        for path, pixels, detections in found:
            name = str(Path(path).relative_to(images))
            facts.image(name, pixels.shape[1], pixels.shape[0])
            for at, box in enumerate(detections.xyxy):
                category = found.classes[detections.class_id[at]]
                facts.box(name, category, box, ["all"])
                if isinstance(by_image[name][at], dict):
                    facts.area(name, category, detections.mask[at].sum())
    return facts


def segmentations(file):
    """supervision keeps the order of the file, and does not say which masks were run lengths."""
    content = json.loads(file.read_text())
    names = {image["id"]: image["file_name"] for image in content["images"]}
    found = {name: [] for name in names.values()}
    for annotation in content["annotations"]:
        found[names[annotation["image_id"]]].append(annotation["segmentation"])
    return found


def read_with_datumaro():
    import datumaro

    facts = Facts()
    found = datumaro.Dataset.import_from(str(dataset), "coco_instances")
    names = [label.name for label in found.categories()[datumaro.AnnotationType.label]]
    for item in found:
        name = str(Path(item.media.path).relative_to(dataset / "images" / item.subset))
        facts.image(name, item.media.size[1], item.media.size[0])
        # Each annotation is a box, and a polygon or a mask too.
        for annotation in item.annotations:
            category = names[annotation.label]
            if annotation.type == datumaro.AnnotationType.mask:
                facts.area(name, category, annotation.image.sum())
            if annotation.type == datumaro.AnnotationType.bbox:
                left, top, width, height = annotation.get_bbox()
                facts.box(name, category, (left, top, left + width, top + height), ["all"])
                given = {key: value for key, value in annotation.attributes.items() if key != "is_crowd"}
                facts.attribute(name, category, given)
            if annotation.type == datumaro.AnnotationType.polygon:
                left, top, width, height = annotation.get_bbox()
                facts.box(name, category, (left, top, left + width, top + height), ["outlines"])
    return facts


print_facts(
    {
        "pycocotools": read_with_pycocotools(),
        "supervision": read_with_supervision(),
        "datumaro": read_with_datumaro(),
    }
)
