"""VGG16 and ResNet-50 as torchvision builds them, in ONNX, with random weights from a seed."""

import numpy
from onnx import TensorProto, helper, numpy_helper

CLASSES = 1000
# torchvision, models/vgg.py, configuration D: filters of each convolution, "M" for max pooling.
VGG16 = [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"]
# torchvision, models/resnet.py, resnet50: filters, blocks and stride of each stage.
RESNET50 = [(64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)]
EXPANSION = 4


class Builder:
    """Collects nodes and weights; each method adds a layer behind the value `x` and names its own."""

    def __init__(self, seed):
        self.random = numpy.random.default_rng(seed)
        self.nodes, self.weights = [], []

    def node(self, kind, inputs, **attributes):
        name = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def constant(self, values):
        name = f"weights{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(values.astype(numpy.float32), name))
        return name

    def normal(self, shape, inputs, gain):
        """Numbers with which sizes neither grow nor vanish from layer to layer."""
        return self.random.standard_normal(shape, dtype=numpy.float32) * (gain / inputs**0.5)

    def convolution(self, x, channels, filters, size, stride=1, has_bias=False):
        inputs = channels * size * size
        names = [x, self.constant(self.normal((filters, channels, size, size), inputs, 2**0.5))]
        if has_bias:
            names.append(self.constant(self.random.uniform(-0.1, 0.1, filters)))
        return self.node("Conv", names, kernel_shape=[size, size], strides=[stride, stride],
                         pads=[size // 2] * 4)

    def normalised(self, x, channels, filters, size, stride=1, scale=1.0):
        x = self.convolution(x, channels, filters, size, stride)
        numbers = [self.random.uniform(0.7 * scale, 1.3 * scale, filters),
                   self.random.uniform(-0.1, 0.1, filters),
                   self.random.uniform(-0.1, 0.1, filters), self.random.uniform(0.7, 1.3, filters)]
        return self.node("BatchNormalization", [x] + [self.constant(n) for n in numbers],
                         epsilon=1e-5)

    def relu(self, x):
        return self.node("Relu", [x])

    def linear(self, x, inputs, outputs, gain):
        return self.node(
            "Gemm", [x, self.constant(self.normal((outputs, inputs), inputs, gain)),
                     self.constant(self.random.uniform(-0.1, 0.1, outputs))], transB=1)

    def model(self, logits):
        """The whole, with `input` and `output` as torchvision's exports call them."""
        self.nodes.append(helper.make_node("Identity", [logits], ["output"]))
        picture = helper.make_tensor_value_info("input", TensorProto.FLOAT, ["batch", 3, 224, 224])
        classes = helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", CLASSES])
        graph = helper.make_graph(self.nodes, "network", [picture], [classes], self.weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def vgg16(gain):
    """138,357,544 parameters. `gain` scales the logits: how sure the network is."""
    builder = Builder(seed=16)
    x, channels = "input", 3
    for filters in VGG16:
        if filters == "M":
            x = builder.node("MaxPool", [x], kernel_shape=[2, 2], strides=[2, 2])
        else:
            x = builder.relu(builder.convolution(x, channels, filters, 3, has_bias=True))
            channels = filters
    # torchvision's average pooling to 7 × 7 does nothing at 224 pixels; its dropout only in training.
    x = builder.node("Flatten", [x], axis=1)
    x = builder.relu(builder.linear(x, 512 * 7 * 7, 4096, 2**0.5))
    x = builder.relu(builder.linear(x, 4096, 4096, 2**0.5))
    return builder.model(builder.linear(x, 4096, CLASSES, gain))


def resnet50(gain):
    """25,557,032 parameters."""
    builder = Builder(seed=50)
    x = builder.relu(builder.normalised("input", 3, 64, 7, stride=2))
    x = builder.node("MaxPool", [x], kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4)
    channels = 64
    for filters, blocks, stride in RESNET50:
        for block in range(blocks):
            x = bottleneck(builder, x, channels, filters, stride if block == 0 else 1, block == 0)
            channels = filters * EXPANSION
    x = builder.node("Flatten", [builder.node("GlobalAveragePool", [x])], axis=1)
    return builder.model(builder.linear(x, channels, CLASSES, gain))


def bottleneck(builder, x, channels, filters, stride, has_projection):
    """1 × 1, 3 × 3 with the stride, 1 × 1; the shortcut is a convolution where sizes change."""
    wide = filters * EXPANSION
    y = builder.relu(builder.normalised(x, channels, filters, 1))
    y = builder.relu(builder.normalised(y, filters, filters, 3, stride))
    # Smaller, so that the sum over many blocks does not grow.
    y = builder.normalised(y, filters, wide, 1, scale=0.3)
    shortcut = builder.normalised(x, channels, wide, 1, stride) if has_projection else x
    return builder.relu(builder.node("Add", [y, shortcut]))


# Builder, parameters as torchvision documents them, and a gain with which the surest class gets some
# tenths: flat probabilities would agree whatever went wrong.
NETWORKS = {"vgg16": (vgg16, 138_357_544, 1.0), "resnet50": (resnet50, 25_557_032, 1.8)}
