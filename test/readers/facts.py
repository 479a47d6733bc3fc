"""What a reader found, in a form in which readers can be compared."""

import json
import logging
import sys


class Complaint(logging.Handler):
    """Whatever a reader complains about is an error."""

    def emit(self, record):
        raise RuntimeError(f"{record.name}: {record.getMessage()}")


logging.getLogger().addHandler(Complaint(level=logging.WARNING))


class Facts:
    """Lines that name an image: its size, boxes by category and kind, areas of masks by category, and attributes."""

    def __init__(self):
        self.images, self.areas, self.attributes = [], [], []
        self.boxes = {}

    def image(self, name, width=None, height=None):
        self.images.append(f"{name} {width} x {height}")

    def box(self, image, category, sides, kinds):
        """`kinds`: those of the boxes that this one belongs to."""
        line = f"{image} {category} " + " ".join(f"{round(float(side), 2) + 0:.2f}" for side in sides)
        for kind in kinds:
            self.boxes.setdefault(kind, []).append(line)

    def area(self, image, category, pixels):
        self.areas.append(f"{image} {category} {int(pixels)}")

    def attribute(self, image, category, values):
        if values:
            self.attributes.append(f"{image} {category} {json.dumps(values, sort_keys=True, ensure_ascii=False)}")

    def plain(self):
        lists = {"images": self.images, "areas": self.areas, "attributes": self.attributes, **self.boxes}
        return {name: sorted(found) for name, found in lists.items()}


def print_facts(readers):
    json.dump({name: facts.plain() for name, facts in readers.items()}, sys.stdout)
    print()
