"""Runs ONNX Runtime on what prepare.py wrote and compares it with what Meridian gave.

    compare.py FOLDER
"""

import pathlib
import sys

import numpy
import onnxruntime
from PIL import Image

# The largest difference of a probability.
TOLERANCE = 1e-3
SIDE = 224
MEAN = numpy.array([0.485, 0.456, 0.406])
DEVIATION = numpy.array([0.229, 0.224, 0.225])
# The shorter side before the crop: the ancestor's VGG16, and torchvision's usual.
SHORTER_SIDE = {"vgg16": 224, "resnet50": 256}


class Reference:
    """The network in ONNX Runtime."""

    def __init__(self, path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        self.session = onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"])

    def probabilities(self, pixels):
        """Of 224 × 224 × 3 bytes."""
        planes = ((pixels / 255 - MEAN) / DEVIATION).transpose(2, 0, 1)[None]
        logits = self.session.run(None, {"input": planes.astype(numpy.float32)})[0][0]
        powers = numpy.exp(logits.astype(numpy.float64) - logits.max())
        return powers / powers.sum()


def cropped(picture, shorter_side):
    """torchvision's Resize (bilinear, antialiased) and CenterCrop on a picture of Pillow's."""
    width, height = picture.size
    if width <= height:
        size = (shorter_side, int(shorter_side * height / width))
    else:
        size = (int(shorter_side * width / height), shorter_side)
    picture = picture.resize(size, Image.Resampling.BILINEAR)
    left, top = round((size[0] - SIDE) / 2), round((size[1] - SIDE) / 2)
    return numpy.asarray(picture.crop((left, top, left + SIDE, top + SIDE)))


def read_picture(path):
    data = path.read_bytes()
    width, height = numpy.frombuffer(data, "<u4", 2)
    return Image.frombytes("RGB", (int(width), int(height)), data[8:])


def compare(folder, pictures):
    reference = Reference(str(folder / "network.onnx"))
    same_pixels = own_pixels = pixel_difference = 0.0
    surest, best_differ = [], 0
    for path in pictures:
        pixels = numpy.fromfile(folder / f"{path.name}.view", numpy.uint8).reshape(SIDE, SIDE, 3)
        mine = numpy.fromfile(folder / f"{path.name}.f32", "<f4").astype(numpy.float64)
        theirs = reference.probabilities(pixels)
        same_pixels = max(same_pixels, numpy.abs(mine - theirs).max())
        independent = cropped(read_picture(path), SHORTER_SIDE[folder.name])
        difference = numpy.abs(pixels.astype(int) - independent).max()
        pixel_difference = max(pixel_difference, difference)
        theirs = reference.probabilities(independent)
        own_pixels = max(own_pixels, numpy.abs(mine - theirs).max())
        surest.append(theirs.max())
        best_differ += int(mine.argmax() != theirs.argmax())
    spread = numpy.array(surest)
    print(f"{folder.name:9} {len(pictures)} pictures, surest class {spread.min():.2f} to {spread.max():.2f}")
    print(f"{folder.name:9} on Meridian's pixels: probabilities differ by at most {same_pixels:.1e} "
          f"(allowed {TOLERANCE:.0e})")
    print(f"{folder.name:9} on Pillow's pixels: pixels differ by at most {pixel_difference:.0f} of 255, "
          f"probabilities by at most {own_pixels:.1e} (allowed {TOLERANCE:.0e}), the best class on "
          f"{best_differ} pictures", flush=True)
    if spread.max() < 0.05:
        print(f"{folder.name:9} these probabilities are flat and prove nothing")
        return False
    return same_pixels <= TOLERANCE and own_pixels <= TOLERANCE


def main(folder):
    folder = pathlib.Path(folder)
    pictures = sorted((folder / "pictures").glob("*.rgb"))
    results = [compare(path.parent, pictures) for path in sorted(folder.glob("*/network.onnx"))]
    if not results or not all(results):
        sys.exit("The networks do not agree.")
    print("The networks agree.")


main(sys.argv[1])
