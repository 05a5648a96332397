"""Writes what both sides of the comparison read: networks, and pictures without compression.

    prepare.py FOLDER PICTURES
"""

import pathlib
import sys

import architectures
import numpy
from onnx import checker, numpy_helper
from PIL import Image, UnidentifiedImageError

# Meridian feeds networks from pictures of about this side; see PhotoScales.
LONGEST_SIDE = 640


def parameters(model):
    """How many trained numbers: all weights but the mean and variance of normalisation, as PyTorch counts."""
    kept = {name for node in model.graph.node if node.op_type == "BatchNormalization"
            for name in node.input[3:5]}
    return sum(numpy_helper.to_array(weights).size for weights in model.graph.initializer
               if weights.name not in kept)


def write_network(folder, build, expected, gain):
    model = build(gain)
    found = parameters(model)
    if found != expected:
        sys.exit(f"{folder.name}: {found} parameters, but torchvision's has {expected}")
    checker.check_model(model)
    (folder / "network.onnx").write_bytes(model.SerializeToString())


def write_pictures(folder, pictures):
    """Each picture as NAME.rgb: width and height as 32-bit numbers, then rows of red, green, blue."""
    for path in sorted(pictures.iterdir()):
        try:
            picture = Image.open(path).convert("RGB")
        except (UnidentifiedImageError, IsADirectoryError):
            continue
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        size = numpy.array(picture.size, "<u4").tobytes()
        (folder / f"{path.name}.rgb").write_bytes(size + numpy.asarray(picture).tobytes())


def main(folder, pictures):
    folder, pictures = pathlib.Path(folder), pathlib.Path(pictures)
    (folder / "pictures").mkdir()
    write_pictures(folder / "pictures", pictures)
    if not any((folder / "pictures").iterdir()):
        sys.exit(f"There is no picture in {pictures}.")
    for name, recipe in architectures.NETWORKS.items():
        (folder / name).mkdir()
        write_network(folder / name, *recipe)


main(*sys.argv[1:])
