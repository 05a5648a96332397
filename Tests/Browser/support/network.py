"""A tiny detector as an ONNX file, made by code: nothing of anybody else's is needed.

Its output is that of YOLOv8, [1, 4 + 80 classes, places]: it sees a cat in the middle of every photo, and
a bottle on the left, the surer the redder the photo is.
"""

import struct

CLASSES = 80
CAT, BOTTLE = 15, 39
SIZE = 64
PLACES = 2


def varint(number):
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def integer(field, number):
    return varint(field << 3) + varint(number)


def data(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


def value(name, shape):
    """What goes in or comes out: ValueInfoProto of 32-bit floats."""
    dimensions = b"".join(data(1, integer(1, length)) for length in shape)
    return data(1, name) + data(2, data(1, integer(1, 1) + data(2, dimensions)))


def tensor(name, shape, numbers, kind=1, letter="f"):
    """A constant: TensorProto."""
    dimensions = b"".join(integer(1, length) for length in shape)
    raw = struct.pack(f"<{len(numbers)}{letter}", *numbers)
    return dimensions + integer(2, kind) + data(8, name) + data(9, raw)


def node(operation, inputs, output):
    return b"".join(data(1, name) for name in inputs) + data(2, output) + data(4, operation)


def detector():
    """The bytes of the network."""
    rows = 4 + CLASSES
    bias = [0.0] * (rows * PLACES)
    # Middle and size of two boxes, in pixels of the input.
    for place, box in enumerate([(32, 32, 32, 32), (12, 32, 16, 40)]):
        for row, number in enumerate(box):
            bias[row * PLACES + place] = float(number)
    bias[(4 + CAT) * PLACES] = 0.9
    weights = [0.0] * (3 * rows * PLACES)
    weights[(4 + BOTTLE) * PLACES + 1] = 1.0
    shape = [1, rows, PLACES]
    nodes = [
        node("GlobalAveragePool", ["images"], "means"), node("Flatten", ["means"], "flat"),
        node("Gemm", ["flat", "weights", "bias"], "numbers"),
        node("Reshape", ["numbers", "shape"], "output0"),
    ]
    constants = [
        tensor("weights", [3, rows * PLACES], weights), tensor("bias", [rows * PLACES], bias),
        tensor("shape", [3], shape, kind=7, letter="q"),
    ]
    graph = b"".join(data(1, each) for each in nodes) + data(2, "cats everywhere")
    graph += b"".join(data(5, each) for each in constants)
    graph += data(11, value("images", [1, 3, SIZE, SIZE])) + data(12, value("output0", shape))
    return integer(1, 8) + data(7, graph) + data(8, data(1, "") + integer(2, 13))
