"""The standard Darknet networks, written layer by layer: the .cfg text and random weights for it."""

import numpy

ANCHORS = "10,13, 16,30, 33,23, 30,61, 62,45, 59,119, 116,90, 156,198, 373,326"
TINY_ANCHORS = "10,14, 23,27, 37,58, 81,82, 135,169, 344,319"
CLASSES = 80
SIZE = 416


class Builder:
    """Collects sections, and the channels of each layer, which say how many weights follow."""

    def __init__(self, anchors, seed, objectness):
        self.anchors = anchors
        # By how much the numbers of objectness are smaller than others: the deeper the network, the
        # larger they are. A few should be as sure as the ancestor wants, but not beyond all doubt.
        self.objectness = objectness
        self.sections = [f"[net]\nwidth={SIZE}\nheight={SIZE}\nchannels=3\n"]
        self.channels = []
        self.weights = []
        self.random = numpy.random.default_rng(seed)

    def add(self, section, channels, **options):
        lines = "".join(f"{name}={value}\n" for name, value in options.items())
        self.sections.append(f"[{section}]\n{lines}")
        self.channels.append(channels)

    def convolution(self, filters, size=3, stride=1, scale=1):
        """A normalised convolution, its numbers such that sizes neither grow nor vanish."""
        self.numbers(filters, -0.1, 0.1)
        self.numbers(filters, 0.7 * scale, 1.3 * scale)
        self.numbers(filters, -0.1, 0.1)
        self.numbers(filters, 0.7, 1.3)
        self.kernel(filters, size, 1.4)
        self.add("convolutional", filters, batch_normalize=1, filters=filters, size=size,
                 stride=stride, pad=1, activation="leaky")

    def head(self, mask, scale=1):
        """A plain convolution and the head that reads it."""
        filters = len(mask) * (5 + CLASSES)
        self.numbers(filters, -0.5, 0.5)
        self.kernel(filters, 1, 1)
        rows = self.weights[-1].reshape(len(mask), 5 + CLASSES, -1)
        # Boxes of sane sizes, as trained networks give them.
        rows[:, 2:4] *= 0.1
        rows[:, 4] *= self.objectness
        self.add("convolutional", filters, size=1, stride=1, pad=1, filters=filters,
                 activation="linear")
        self.add("yolo", filters, mask=",".join(map(str, mask)), anchors=self.anchors,
                 classes=CLASSES, num=self.anchors.count(",") // 2 + 1, scale_x_y=scale)

    def numbers(self, count, low, high):
        self.weights.append(self.random.uniform(low, high, count).astype("<f4"))

    def kernel(self, filters, size, gain):
        inputs = (self.channels[-1] if self.channels else 3) * size * size
        values = self.random.standard_normal(filters * inputs, dtype=numpy.float32)
        self.weights.append((values * (gain / inputs**0.5)).astype("<f4"))

    def shortcut(self, origin):
        self.add("shortcut", self.channels[-1], **{"from": origin}, activation="linear")

    def route(self, *layers, groups=1, group=0):
        channels = sum(self.channels[layer] for layer in layers) // groups
        options = {"groups": groups, "group_id": group} if groups > 1 else {}
        self.add("route", channels, layers=",".join(map(str, layers)), **options)

    def maximum(self, size, stride):
        self.add("maxpool", self.channels[-1], size=size, stride=stride)

    def upsample(self):
        self.add("upsample", self.channels[-1], stride=2)

    def write(self, folder):
        (folder / "net.cfg").write_text("\n".join(self.sections))
        with open(folder / "net.weights", "wb") as file:
            numpy.array([0, 2, 0], "<i4").tofile(file)
            numpy.array([0], "<i8").tofile(file)
            for numbers in self.weights:
                numbers.tofile(file)


def yolov3(seed, pyramid=False):
    """YOLOv3; with pyramid pooling it is YOLOv3-SPP."""
    net = Builder(ANCHORS, seed, objectness=0.3)
    net.convolution(32)
    ends = {}
    for filters, blocks in [(64, 1), (128, 2), (256, 8), (512, 8), (1024, 4)]:
        net.convolution(filters, stride=2)
        for _ in range(blocks):
            net.convolution(filters // 2, size=1)
            # Sums grow from block to block; these parts of them are small, as in trained networks.
            net.convolution(filters, scale=0.15)
            net.shortcut(-3)
        ends[filters] = len(net.channels) - 1
    for filters, mask, lateral in [(512, (6, 7, 8), None), (256, (3, 4, 5), 512),
                                   (128, (0, 1, 2), 256)]:
        if lateral:
            net.route(-4)
            net.convolution(filters, size=1)
            net.upsample()
            net.route(-1, ends[lateral])
        for repeat in range(3):
            net.convolution(filters, size=1)
            if pyramid and not lateral and repeat == 1:
                net.maximum(5, 1)
                net.route(-2)
                net.maximum(9, 1)
                net.route(-4)
                net.maximum(13, 1)
                net.route(-1, -3, -5, -6)
                net.convolution(filters, size=1)
            net.convolution(filters * 2)
        net.head(mask)
    return net


def yolov3_tiny(seed):
    net = Builder(TINY_ANCHORS, seed, objectness=1)
    for filters in (16, 32, 64, 128, 256, 512):
        net.convolution(filters)
        net.maximum(2, 1 if filters == 512 else 2)
    net.convolution(1024)
    net.convolution(256, size=1)
    net.convolution(512)
    net.head((3, 4, 5))
    net.route(-4)
    net.convolution(128, size=1)
    net.upsample()
    net.route(-1, 8)
    net.convolution(256)
    net.head((0, 1, 2))
    return net


def yolov4_tiny(seed):
    net = Builder(TINY_ANCHORS, seed, objectness=1)
    net.convolution(32, stride=2)
    net.convolution(64, stride=2)
    for filters in (64, 128, 256):
        net.convolution(filters)
        net.route(-1, groups=2, group=1)
        net.convolution(filters // 2)
        net.convolution(filters // 2)
        net.route(-1, -2)
        net.convolution(filters, size=1)
        net.route(-6, -1)
        net.maximum(2, 2)
    net.convolution(512)
    net.convolution(256, size=1)
    net.convolution(512)
    net.head((3, 4, 5), scale=1.05)
    net.route(-4)
    net.convolution(128, size=1)
    net.upsample()
    net.route(-1, 23)
    net.convolution(256)
    net.head((1, 2, 3), scale=1.05)
    return net


# Each with the bytes that its published weights have, where they are known.
NETWORKS = {
    "yolov3": (lambda: yolov3(1), 248_007_048),
    "yolov3-spp": (lambda: yolov3(2, pyramid=True), None),
    "yolov3-tiny": (lambda: yolov3_tiny(3), 35_434_956),
    "yolov4-tiny": (lambda: yolov4_tiny(4), None),
}
