"""Writes files with NumPy, safetensors and Flax, to be read and written here byte by byte.

    python reference/saving.py        (with the packages of reference/requirements.txt)
"""

import base64
import io

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np
import safetensors.numpy
from flax import serialization, traverse_util

from stored import stored, write

rng = np.random.default_rng(5)
encode = lambda data: base64.b64encode(data).decode()


def written(save, *args, **kwargs):
    file = io.BytesIO()
    save(file, *args, **kwargs)
    return encode(file.getvalue())


arrays = {
    "a matrix": rng.normal(size=(3, 4)).astype(np.float32),
    "a number": np.float32(2.5).reshape(()),
    "a row": np.arange(5, dtype=np.int32),
    "nothing": np.zeros((0, 3), np.float32),
    "float64": rng.normal(size=(2, 1, 3)),
    "truth": np.array([[True, False], [False, True]]),
    "bytes": np.arange(250, 256, dtype=np.uint8),
    "words": np.array([0, 4294967295], np.uint32),
    "many axes": np.arange(24, dtype=np.float32).reshape(1, 2, 3, 4, 1),
    "special": np.array([np.nan, np.inf, -np.inf, -0.0, 1e-45], np.float32),
    "long": np.zeros(1234, np.uint8),
}
# What is narrower or wider than a dtype here becomes the nearest one.
foreign = {
    "int64": (np.array([[1, -2], [3, 2147483647]]), np.int32),
    "int16": (np.array([-300, 300], np.int16), np.int32),
    "uint16": (np.array([65535], np.uint16), np.int32),
    "int8": (np.array([-128, 127], np.int8), np.int32),
    "uint64": (np.array([4294967295], np.uint64), np.uint32),
    "float16": (np.array([1.5, -65504, 6e-8, np.inf, np.nan], np.float16), np.float32),
    "big-endian": (np.array([[1.5, -2], [3, 4]], ">f4"), np.float32),
    "Fortran's order": (np.asfortranarray(np.arange(24, dtype=np.float32).reshape(2, 3, 4)), np.float32),
    "big-endian int64": (np.array([5, -6], ">i8"), np.int32),
}
refused = {
    "texts": np.array(["a", "bc"]),
    "complex": np.array([1j]),
    "records": np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f4")]),
    "too large": np.array([2**40]),
}
named = {name: arrays[name] for name in ("a matrix", "a row", "truth")}


class Net(nn.Module):
    @nn.compact
    def __call__(self, x, train=False):
        x = nn.relu(nn.Conv(4, (3, 3), name="conv")(x))
        x = nn.BatchNorm(use_running_average=not train)(x)
        x = nn.avg_pool(x, (2, 2), (2, 2)).reshape((x.shape[0], -1))
        return nn.Dense(3)(nn.gelu(nn.Dense(8)(x)))


x = rng.normal(size=(2, 6, 6, 1)).astype(np.float32)
variables = Net().init(jax.random.PRNGKey(3), x)
_, updated = Net().apply(variables, x, train=True, mutable=["batch_stats"])
variables = {"params": variables["params"], **updated}
flat = {name: np.asarray(leaf) for name, leaf in traverse_util.flatten_dict(variables, sep=".").items()}
bfloat = jnp.array([1.5, -3.140625, 1e30], jnp.bfloat16)
bf16 = b'{"x":{"dtype":"BF16","shape":[3],"data_offsets":[0,6]}}'.ljust(56) + np.asarray(bfloat).tobytes()
tensors = {"a": arrays["a row"], "b.c": arrays["a matrix"], "b.d": arrays["truth"], "e": arrays["float64"]}
tree = {
    "params": {"w": arrays["a matrix"], "b": np.zeros(3, np.float32)},
    "step": 12,
    "rate": 0.25,
    "name": "net",
    "list": {"0": np.array(4, np.int32), "1": np.array([True])},
    "none": None,
}
write(
    "saving",
    {
        "npy": [[name, stored(array), written(np.save, array)] for name, array in arrays.items()],
        "foreign": [[name, stored(a.astype(dtype)), written(np.save, a)] for name, (a, dtype) in foreign.items()],
        "refused": [[name, written(np.save, a)] for name, a in refused.items()],
        "npz": {
            "arrays": {name: stored(array) for name, array in named.items()},
            "plain": written(np.savez, **named),
            "compressed": written(np.savez_compressed, **named),
        },
        "safetensors": {
            "arrays": {name: stored(array) for name, array in tensors.items()},
            "file": encode(safetensors.numpy.save(tensors, metadata={"format": "flax", "note": "ä"})),
            "without metadata": encode(safetensors.numpy.save(tensors)),
            "bfloat16": [stored(np.asarray(bfloat, np.float32)), encode(len(bf16[:56]).to_bytes(8, "little") + bf16)],
        },
        "model": {
            "x": stored(x),
            "y": stored(Net().apply(variables, x)),
            "safetensors": encode(safetensors.numpy.save(flat)),
            "msgpack": encode(serialization.to_bytes(variables)),
        },
        "msgpack": encode(serialization.msgpack_serialize(tree)),
        "a number of NumPy": encode(serialization.msgpack_serialize({"x": np.float32(2.5)})),
    },
)
