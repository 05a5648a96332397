"""Write measured figures into a page, between two comments.

    quality_page.py FOLDER PAGE

FOLDER holds what `meridian evaluate … --json` printed: f32, bf16, thorough-f32, thorough-bf16, scenes-f32
and scenes-bf16.
"""

import json
import sys

BEGIN = "<!-- quality: written by `make quality`; changes here are lost -->"
END = "<!-- quality: end -->"


def read(folder, name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def percent(share):
    return "–" if share is None else f"{100 * share:.1f}"


def whole(share):
    return f"{100 * share:.0f} %"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def total_rows(runs):
    names = ["ap", "ap50", "ap75", "ap_small", "ap_medium", "ap_large", "ar100"]
    for title, run in runs:
        tags = run["tags"]
        yield [title, *(percent(run["totals"][name]) for name in names),
               *(percent(tags[name]) for name in ("precision", "recall", "f1"))]


def threshold_rows(plain, thorough):
    for one, other in zip(plain["tags_by_threshold"], thorough["tags_by_threshold"], strict=True):
        if 0.1 <= one["threshold"] <= 0.6:
            yield [whole(one["threshold"]),
                   *(percent(run["tags"][name]) for run in (one, other)
                     for name in ("precision", "recall", "f1"))]


def class_rows(plain, thorough):
    better = {one["name"]: one for one in thorough["classes"]}
    for one in sorted(plain["classes"], key=lambda one: -one["ap"]):
        tags = one["tags"]
        yield [one["name"], one["boxes"], percent(one["ap"]), percent(one["ap50"]),
               percent(better[one["name"]]["ap"]), percent(tags["precision"]), percent(tags["recall"])]


def worst(plain):
    """Of the classes with at least ten things, which a few more pictures would not turn round."""
    often = [one for one in plain["classes"] if one["boxes"] >= 10]
    names = [f"`{one['name']}` ({percent(one['ap'])})"
             for one in sorted(often, key=lambda one: one["ap"])[:10]]
    return ", ".join(names)


def block(folder):
    plain, fast = read(folder, "f32"), read(folder, "bf16")
    thorough, thorough_fast = read(folder, "thorough-f32"), read(folder, "thorough-bf16")
    scenes, scenes_fast = read(folder, "scenes-f32"), read(folder, "scenes-bf16")
    runs = [("32-bit floats", plain), ("bf16", fast), ("`--thorough`, 32-bit floats", thorough),
            ("`--thorough`, bf16", thorough_fast)]
    mistakes = ", ".join(f"{one['truth']} as {one['answer']} ({whole(one['probability'])})"
                         for one in scenes["mistakes"][:5])
    return f"""\
**Objects**: {plain["name"]}, {plain["pictures"]} pictures with {plain["boxes"]} things. Percent; "photos" is whether a
photo has the right classes at all, from confidence {whole(plain["threshold"])} on.

{table(["", "AP", "AP50", "AP75", "small", "medium", "large", "AR100", "photos: precision", "recall", "F1"],
       total_rows(runs))}

Worst classes with at least ten objects, by AP: {worst(plain)}.

Effect of the threshold on the classes of whole photos (32-bit floats; the last three with `--thorough`):

{table(["threshold", "precision", "recall", "F1", "precision", "recall", "F1"], threshold_rows(plain, thorough))}

**Scenes**: {scenes["name"]}, {scenes["pictures"]} pictures.

{table(["", "top-1", "top-5", "calibration error", f"right from {whole(scenes['threshold'])} on", "of the pictures"],
       [[title, percent(run["top1"]), percent(run["top5"]), percent(run["expected_calibration_error"]),
         percent(run["at_threshold"]["precision"]), percent(run["at_threshold"]["coverage"])]
        for title, run in (("32-bit floats", scenes), ("bf16", scenes_fast))])}

The most confident mistakes: {mistakes}.

<details><summary>Every class of objects</summary>

{table(["class", "things", "AP", "AP50", "AP with `--thorough`", "photos: precision", "recall"],
       class_rows(plain, thorough))}

</details>
"""


def main(folder, page):
    with open(page, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    with open(page, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n\n{block(folder)}\n{END}{after}")


main(*sys.argv[1:])
