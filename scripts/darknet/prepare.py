"""Writes what both sides of the comparison read: networks, weights and pictures at their size.

    prepare.py FOLDER PICTURES [CFG WEIGHTS]
"""

import pathlib
import re
import shutil
import sys

import architectures
import cv2
import numpy


def letterboxed(picture, width, height):
    """The whole picture in the middle of the input, grey around it; RGB."""
    scale = min(width / picture.shape[1], height / picture.shape[0])
    fitted = cv2.resize(picture, (max(1, int(picture.shape[1] * scale)),
                                  max(1, int(picture.shape[0] * scale))))
    canvas = numpy.full((height, width, 3), 128, numpy.uint8)
    top, left = (height - fitted.shape[0]) // 2, (width - fitted.shape[1]) // 2
    canvas[top:top + fitted.shape[0], left:left + fitted.shape[1]] = fitted
    return cv2.cvtColor(canvas, cv2.COLOR_BGR2RGB)


def write_pictures(folder, pictures):
    text = (folder / "net.cfg").read_text()
    width, height = (int(re.search(rf"^\s*{side}\s*=\s*(\d+)", text, re.MULTILINE)[1])
                     for side in ("width", "height"))
    noise = numpy.random.default_rng(0).integers(0, 256, (height, width, 3), numpy.uint8)
    noise.tofile(folder / "noise.rgb")
    for path in sorted(pictures.iterdir()):
        picture = cv2.imread(str(path))
        if picture is not None:
            letterboxed(picture, width, height).tofile(folder / f"{path.name}.rgb")


def main(folder, pictures, *own):
    folder, pictures = pathlib.Path(folder), pathlib.Path(pictures)
    if own:
        (folder / "own").mkdir()
        shutil.copyfile(own[0], folder / "own/net.cfg")
        shutil.copyfile(own[1], folder / "own/net.weights")
        write_pictures(folder / "own", pictures)
        return
    for name, (build, size) in architectures.NETWORKS.items():
        (folder / name).mkdir()
        build().write(folder / name)
        found = (folder / name / "net.weights").stat().st_size
        if size and found != size:
            sys.exit(f"{name}: {found} bytes of weights, but the published ones have {size}")
        write_pictures(folder / name, pictures)


main(*sys.argv[1:])
