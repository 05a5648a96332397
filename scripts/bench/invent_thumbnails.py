"""Gives each photo of an invented library a small thumbnail: links to those of a real library.

    invent_thumbnails.py LIBRARY REAL_LIBRARY
"""

import itertools
import os
import sqlite3
import sys
from pathlib import Path


def main(library, real):
    thumbnails = library / "thumbnails"
    pictures = itertools.cycle(sorted((real / "thumbnails").glob("*/*.small.jpg")))
    for number in range(256):
        (thumbnails / f"{number:02x}").mkdir(parents=True, exist_ok=True)
    catalogue = sqlite3.connect(f"file:{library}/catalogue.sqlite?mode=ro", uri=True)
    for (hash_bytes,) in catalogue.execute("SELECT sha256 FROM photo"):
        name = hash_bytes.hex()
        os.link(next(pictures), thumbnails / name[:2] / f"{name}.small.jpg")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
