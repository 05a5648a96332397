"""Write labels.txt for ImageNet: a line a class, canonical name, then synonyms, tabs between.

    imagenet_labels.py efficientnet_labels.txt OUTPUT

The source has a class a line, its names separated by ", ". Where several classes begin with the
same name, each is told apart by a word in brackets; the bare name stays as a synonym of both.
"""

import sys
from collections import Counter

# Index in ILSVRC order -> what tells the class apart. Source: WordNet's glosses of the synsets.
DISTINCTIONS = {
    134: "bird",
    517: "machine",
    264: "dog",
    474: "sweater",
    638: "tights",
    639: "swimsuit",
}


def main():
    source, output = sys.argv[1:3]
    with open(source, encoding="utf-8") as file:
        classes = [line.strip().split(", ") for line in file.read().strip().split("\n")]
    assert len(classes) == 1000, len(classes)
    for index, word in DISTINCTIONS.items():
        bare = classes[index][0]
        classes[index].insert(0, f"{bare} ({word})")
    repeated = [name for name, n in Counter(c[0].lower() for c in classes).items() if n > 1]
    assert not repeated, repeated
    with open(output, "w", encoding="utf-8") as file:
        for names in classes:
            file.write("\t".join(dict.fromkeys(names)) + "\n")


main()
