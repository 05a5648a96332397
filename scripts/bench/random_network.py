"""Write a network with random weights, which is as fast as a trained one.

    random_network.py NAME FOLDER

NAME is one of the NETWORKS of scripts/darknet/architectures.py or scripts/onnx/architectures.py, whichever is
first on PYTHONPATH. Writes net.cfg and net.weights, or net.onnx.
"""

import pathlib
import sys

import architectures

name, folder = sys.argv[1], pathlib.Path(sys.argv[2])
build, *rest = architectures.NETWORKS[name]
if len(rest) == 1:
    build().write(folder)
else:
    (folder / "net.onnx").write_bytes(build(rest[1]).SerializeToString())
