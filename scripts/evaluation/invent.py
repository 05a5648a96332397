"""Invent annotated pictures and boxes, to compare two programs that judge them.

    invent.py FOLDER

Writes FOLDER/SEED/instances.json and results.json for several seeds. The sets have what such programs
disagree about: crowds, areas at COCO's limits and unlike the box's, equal confidences, boxes of no thing,
more than a hundred boxes of one class, classes and pictures without anything, things nearly on each other.
"""

import json
import os
import random
import sys

CATEGORIES = [3, 7, 12, 90]
SIDE = 640


def box(draw, small):
    side = draw.choice([8, 20, 32, 33, 60, 96, 97, 200]) if small else draw.uniform(5, 400)
    width, height = side, side * draw.choice([1, 0.5, 1.7])
    left, top = draw.uniform(0, SIDE - 5), draw.uniform(0, SIDE - 5)
    return [left, top, min(width, SIDE - left), min(height, SIDE - top)]


def moved(draw, corners, much):
    left, top, width, height = corners
    return [
        left + draw.gauss(0, much) * width,
        top + draw.gauss(0, much) * height,
        max(1.0, width * (1 + draw.gauss(0, much))),
        max(1.0, height * (1 + draw.gauss(0, much))),
    ]


def confidence(draw):
    """Often one of a few values, so that some are equal."""
    return draw.choice([0.1, 0.25, 0.5, 0.9]) if draw.random() < 0.3 else draw.random()


def invent(seed):
    draw = random.Random(seed)
    images = [
        {"id": 1000 - 3 * i, "file_name": f"{i}.jpg", "width": SIDE, "height": SIDE}
        for i in range(25)
    ]
    annotations, results = [], []
    for image in images[1:]:
        for _ in range(draw.randrange(12)):
            corners = box(draw, draw.random() < 0.5)
            category = draw.choice(CATEGORIES[:-1])
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": image["id"],
                    "category_id": category,
                    "bbox": corners,
                    "area": corners[2] * corners[3] * draw.choice([1, 1, 0.6]),
                    "iscrowd": int(draw.random() < 0.1),
                }
            )
            for _ in range(draw.choice([0, 1, 1, 1, 2, 3])):
                kind = category if draw.random() < 0.85 else draw.choice(CATEGORIES)
                results.append((image["id"], kind, moved(draw, corners, draw.choice([0.02, 0.08, 0.2]))))
        for _ in range(draw.randrange(8)):
            results.append((image["id"], draw.choice(CATEGORIES), box(draw, False)))
    results += [(images[-1]["id"], 3, box(draw, False)) for _ in range(130)]
    draw.shuffle(results)
    truth = {
        "images": images,
        "annotations": annotations,
        "categories": [{"id": id, "name": f"class {id}"} for id in CATEGORIES],
    }
    found = [
        {"image_id": image, "category_id": category, "bbox": corners, "score": confidence(draw)}
        for image, category, corners in results
    ]
    return truth, found


def main():
    for seed in range(1, 21):
        folder = os.path.join(sys.argv[1], f"{seed:02}")
        os.makedirs(folder)
        for name, value in zip(("instances.json", "results.json"), invent(seed), strict=True):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                json.dump(value, file)


main()
