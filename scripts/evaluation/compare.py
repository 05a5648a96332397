"""Compare Meridian's figures with those of pycocotools for every set of a folder.

    compare.py FOLDER

A set is a folder with instances.json, results.json and meridian.json. Ends with an error where any of the
twelve totals, or any class's figures, differ by more than 0.001.
"""

import contextlib
import glob
import io
import json
import sys

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

LIMIT = 0.001
TOTALS = [
    "ap", "ap50", "ap75", "ap_small", "ap_medium", "ap_large",
    "ar1", "ar10", "ar100", "ar_small", "ar_medium", "ar_large",
]


def reference(folder):
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO(f"{folder}/instances.json")
        evaluation = COCOeval(truth, truth.loadRes(f"{folder}/results.json"), "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    figures = dict(zip(TOTALS, evaluation.stats, strict=True))
    precision, recall = evaluation.eval["precision"], evaluation.eval["recall"]
    for index, id in enumerate(evaluation.params.catIds):
        of_class = precision[:, :, index, 0, -1]
        if of_class[0, 0] < 0:
            continue
        name = truth.cats[id]["name"]
        figures[name, "ap"] = of_class.mean()
        figures[name, "ap50"] = of_class[0].mean()
        figures[name, "ap75"] = of_class[5].mean()
        figures[name, "ar100"] = np.mean(recall[:, index, 0, -1])
    return figures


def ours(folder):
    with open(f"{folder}/meridian.json", encoding="utf-8") as file:
        summary = json.load(file)
    figures = {name: -1 if summary["totals"][name] is None else summary["totals"][name] for name in TOTALS}
    for one in summary["classes"]:
        for measure in ("ap", "ap50", "ap75", "ar100"):
            figures[one["name"], measure] = one[measure]
    return figures


def main():
    folders = sorted(glob.glob(sys.argv[1] + "/*/"))
    worst, count = 0.0, 0
    for folder in folders:
        expected, found = reference(folder), ours(folder)
        if expected.keys() != found.keys():
            sys.exit(f"{folder}: other classes: {expected.keys() ^ found.keys()}")
        for name, value in expected.items():
            difference = abs(value - found[name])
            if not difference <= LIMIT:
                sys.exit(f"{folder}: {name} is {found[name]} and should be {value}")
            worst, count = max(worst, difference), count + 1
    print(f"{count} figures of {len(folders)} sets equal those of pycocotools; "
          f"the largest difference is {worst:.1e}.")


main()
