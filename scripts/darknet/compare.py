"""Runs OpenCV on what prepare.py wrote and compares it with what Meridian gave.

    compare.py FOLDER
"""

import pathlib
import re
import sys

import cv2
import numpy

# Differences of two implementations in f32, as a share of the head's largest number: they add the
# same numbers in another order. Probabilities (objectness times class) differ absolutely.
RAW_TOLERANCE = 3e-5
PROBABILITY_TOLERANCE = 2e-4
# How near to a threshold a box may be kept by one side only.
NEAR = 1e-3


def logistic(values):
    return 1 / (1 + numpy.exp(-values.astype(numpy.float64)))


class Head:
    """A [yolo] section: its layer and the options that its numbers need."""

    def __init__(self, layer, options):
        self.layer = layer
        self.classes = int(options.get("classes", 20))
        self.anchors = len(options.get("mask", "0").strip(",").split(","))


def heads_of(cfg):
    heads = []
    for layer, section in enumerate(re.split(r"^\s*\[", cfg, flags=re.MULTILINE)[2:]):
        if section.startswith("yolo"):
            lines = (line.split("=", 1) for line in section.splitlines() if "=" in line)
            heads.append(Head(layer, {a.strip(): b.replace(" ", "") for a, b in lines}))
    return heads


class Reference:
    """The network in OpenCV."""

    def __init__(self, folder):
        cfg = folder / "net.cfg"
        self.heads = heads_of(cfg.read_text())
        self.net = cv2.dnn.readNetFromDarknet(str(cfg), str(folder / "net.weights"))
        self.net.setPreferableBackend(cv2.dnn.DNN_BACKEND_OPENCV)
        # Faster products of another rounding.
        self.net.enableWinograd(False)
        text = cfg.read_text()
        self.width, self.height = (int(re.search(rf"^\s*{s}\s*=\s*(\d+)", text, re.MULTILINE)[1])
                                   for s in ("width", "height"))

    def run(self, path):
        """Raw numbers [anchors, 5 + classes, rows, columns], and boxes [rows · columns · anchors,
        5 + classes] as OpenCV decodes them, for each head."""
        pixels = numpy.fromfile(path, numpy.uint8).reshape(self.height, self.width, 3)
        planes = numpy.ascontiguousarray(pixels.transpose(2, 0, 1)[None].astype(numpy.float32) / 255)
        self.net.setInput(planes)
        names = [name for head in self.heads
                 for name in (f"conv_{head.layer - 1}", f"yolo_{head.layer}")]
        outputs = self.net.forward(names)
        raw = [values.reshape(head.anchors, 5 + head.classes, *values.shape[2:])
               for head, values in zip(self.heads, outputs[::2], strict=True)]
        boxes = [values.reshape(-1, 5 + head.classes)
                 for head, values in zip(self.heads, outputs[1::2], strict=True)]
        return raw, boxes


def ancestor_boxes(raw, decoded):
    """Rows of class, objectness, left, top, width, height: objectness 0.8, NMS 0.4 in each class."""
    rows = []
    for values, boxes in zip(raw, decoded, strict=True):
        # OpenCV goes through rows, columns, anchors.
        classes = values.transpose(2, 3, 0, 1)[..., 5:].reshape(len(boxes), -1).argmax(1)
        for index in numpy.flatnonzero(boxes[:, 4] >= 0.8):
            x, y, width, height, objectness = boxes[index, :5].astype(float)
            rows.append((classes[index], objectness, x - width / 2, y - height / 2, width, height))
    kept = []
    for name in {row[0] for row in rows}:
        mine = [row for row in rows if row[0] == name]
        chosen = cv2.dnn.NMSBoxes([row[2:] for row in mine], [row[1] for row in mine], 0, 0.4)
        kept += [mine[index] for index in chosen]
    return rows, numpy.array(kept).reshape(-1, 6)


def overlap(one, other):
    across = min(one[2] + one[4], other[2] + other[4]) - max(one[2], other[2])
    down = min(one[3] + one[5], other[3] + other[5]) - max(one[3], other[3])
    shared = max(0, across) * max(0, down)
    return shared / (one[4] * one[5] + other[4] * other[5] - shared)


def same(one, other):
    size = max(one[4], one[5], 1)
    return (one[0] == other[0] and abs(one[1] - other[1]) < NEAR
            and all(abs(a - b) < NEAR * size for a, b in zip(one[2:], other[2:], strict=True)))


def near_a_threshold(box, boxes):
    """Whether the least difference decides if the box is kept: at a threshold, or where a box of
    the same class over it is as sure."""
    if abs(box[1] - 0.8) < NEAR:
        return True
    for other in boxes:
        if other[0] == box[0] and not same(box, other):
            shared = overlap(box, other)
            if abs(shared - 0.4) < NEAR or shared > 0.4 and abs(other[1] - box[1]) < NEAR / 10:
                return True
    return False


def explained(differing, boxes):
    """The boxes near a threshold, and those that came or went with one of them."""
    waiting = list(differing)
    found = [box for box in waiting if near_a_threshold(box, boxes)]
    waiting = [box for box in waiting if not any(box is other for other in found)]
    for box in found:
        # Grows while it is gone through.
        for other in list(waiting):
            if other[0] == box[0] and overlap(box, other) > 0.4 - NEAR:
                found.append(other)
                waiting = [left for left in waiting if left is not other]
    return found


def compare_boxes(found, all_expected, expected):
    """How many agree, how many differ for being near a threshold, and the others."""
    matched = [any(same(box, other) for other in expected) for box in found]
    missing = [box for box in expected if not any(same(box, other) for other in found)]
    differing = [box for box, is_matched in zip(found, matched, strict=True) if not is_matched] + missing
    near = len(explained(differing, all_expected))
    return sum(matched), near, len(differing) - near


def compare(folder):
    reference = Reference(folder)
    raw_difference = [0.0] * len(reference.heads)
    largest = [0.0] * len(reference.heads)
    probability_difference = [0.0] * len(reference.heads)
    agreeing = near = differing = pictures = 0
    for path in sorted(folder.glob("*.rgb")):
        raw, decoded = reference.run(path)
        pictures += 1
        for index, values in enumerate(raw):
            mine = numpy.fromfile(f"{path}.head{index}.f32", "<f4").reshape(values.shape)
            difference = numpy.abs(mine.astype(numpy.float64) - values)
            raw_difference[index] = max(raw_difference[index], difference.max())
            largest[index] = max(largest[index], numpy.abs(values).max())
            mine, values = (logistic(v[:, 4:5]) * logistic(v[:, 5:]) for v in (mine, values))
            probability_difference[index] = max(
                probability_difference[index], numpy.abs(mine - values).max())
        rows = numpy.fromfile(f"{path}.ancestor.f64", "<f8").reshape(-1, 6)
        counts = compare_boxes(rows, *ancestor_boxes(raw, decoded))
        agreeing, near, differing = (a + b for a, b in zip((agreeing, near, differing), counts, strict=True))
    # Random weights are chosen to give boxes: none at all would prove nothing.
    good = differing == 0 and (agreeing > 0 or folder.name == "own")
    for index, difference in enumerate(raw_difference):
        tolerance = RAW_TOLERANCE * largest[index]
        is_good = (difference <= tolerance
                   and probability_difference[index] <= PROBABILITY_TOLERANCE)
        good = good and is_good
        print(f"{folder.name:12} head{index}  raw {difference:.1e} of {largest[index]:5.1f} "
              f"(allowed {tolerance:.1e})  probability {probability_difference[index]:.1e} "
              f"(allowed {PROBABILITY_TOLERANCE:.1e})  {'ok' if is_good else 'TOO FAR APART'}", flush=True)
    print(f"{folder.name:12} boxes  {agreeing} agree on {pictures} pictures, {near} differ at a "
          f"threshold, {differing} differ otherwise", flush=True)
    return good


def show(folder):
    """What Meridian found, for comparing with Darknet's own program."""
    for path in sorted(folder.glob("*.rgb")):
        rows = numpy.fromfile(f"{path}.usual.f64", "<f8").reshape(-1, 6)
        found = ", ".join(f"class {row[0]:.0f} {row[1] * 100:.1f} %" for row in rows)
        print(f"{path.name.removesuffix('.rgb'):28} {found or 'nothing'}")


def main(folder):
    folders = sorted(path for path in pathlib.Path(folder).iterdir() if (path / "net.cfg").exists())
    results = [compare(path) for path in folders]
    for path in folders:
        if path.name == "own":
            show(path)
    if not all(results):
        sys.exit("The networks do not agree.")
    print("The networks agree.")


main(sys.argv[1])
