"""Read the weights of a legacy (before 1.6) PyTorch file without PyTorch.

Such a file is five pickles in a row (magic number, protocol, system info, state dictionary, list of
storage keys), then for each key a 64-bit count and the raw little-endian numbers. The unpickler
below builds nothing but ordered dictionaries and tensors of 32-bit floats and 64-bit integers.
"""

import collections
import pickle
import struct

import numpy as np

TYPES = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}


class Tensor:
    """A view of a storage. The strides matter: transposed weights are saved as they lie."""

    def __init__(self, storage, offset, size, stride):
        self.storage, self.offset, self.size, self.stride = storage, offset, size, stride

    def array(self, storages):
        data = storages[self.storage[1]]
        strides = [step * data.itemsize for step in self.stride]
        view = np.lib.stride_tricks.as_strided(data[self.offset :], self.size, strides)
        return np.ascontiguousarray(view)


def rebuild_tensor(storage, offset, size, stride, *_):
    return Tensor(storage, offset, tuple(size), tuple(stride))


class Unpickler(pickle.Unpickler):
    ALLOWED = {
        ("collections", "OrderedDict"): collections.OrderedDict,
        ("torch._utils", "_rebuild_tensor_v2"): rebuild_tensor,
        ("torch", "FloatStorage"): "FloatStorage",
        ("torch", "LongStorage"): "LongStorage",
    }

    def find_class(self, module, name):
        try:
            return self.ALLOWED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not expected in weights") from None

    def persistent_load(self, saved):
        _, kind, key, _, count, *_ = saved
        return kind, key, count


def read_weights(path):
    """Name -> array for every tensor of the file."""
    with open(path, "rb") as file:
        for _ in range(3):
            Unpickler(file).load()
        state = Unpickler(file).load()
        keys = Unpickler(file).load()
        kinds = {tensor.storage[1]: TYPES[tensor.storage[0]] for tensor in state.values()}
        data = {}
        for key in keys:
            (count,) = struct.unpack("<q", file.read(8))
            kind = kinds[key]
            data[key] = np.frombuffer(file.read(count * kind.itemsize), kind)
    return {name: tensor.array(data) for name, tensor in state.items()}
