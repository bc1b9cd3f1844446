"""Reads files that were written in TypeScript, compares what is in them, and writes others to be read there.

    node scripts/files.mjs        (calls this with a folder)
"""

import sys
from pathlib import Path

import flax.linen as nn
import jax
import numpy as np
import optax
import safetensors
import safetensors.numpy
from flax import serialization, traverse_util

folder = Path(sys.argv[1])


class Net(nn.Module):
    @nn.compact
    def __call__(self, x, train=False):
        x = nn.relu(nn.Conv(4, (3, 3), name="conv")(x))
        x = nn.BatchNorm(use_running_average=not train)(x)
        x = nn.avg_pool(x, (2, 2), (2, 2)).reshape((x.shape[0], -1))
        return nn.Dense(3)(nn.gelu(nn.Dense(8)(x)))


def nested(flat):
    return traverse_util.unflatten_dict(flat, sep=".")


def same(got, wanted, what):
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6, err_msg=what), got, wanted)


arrays = {name: np.load(folder / f"{name}.npy") for name in ("x", "y", "whole", "truth", "doubles")}
assert [str(array.dtype) for array in arrays.values()] == ["float32", "float32", "int32", "bool", "float64"]
assert arrays["whole"].tolist() == [1, -2] and arrays["truth"].tolist() == [True, False]
assert arrays["doubles"].tolist() == [0.1]
for name in ("plain", "compressed"):
    with np.load(folder / f"{name}.npz") as file:
        assert sorted(file.files) == sorted(arrays)
        for key, array in arrays.items():
            assert file[key].dtype == array.dtype and np.array_equal(file[key], array), (name, key)

variables = nested(safetensors.numpy.load_file(folder / "model.safetensors"))
with safetensors.safe_open(folder / "model.safetensors", framework="numpy") as file:
    assert file.metadata() == {"note": "ä"}
same(Net().apply(variables, arrays["x"]), arrays["y"], "outputs")
same(variables["params"], Net().init(jax.random.key(0), arrays["x"])["params"], "initial parameters")

# A checkpoint goes on in Flax where it ended here.
tx = optax.adam(0.01)
params = variables["params"]
updates, state = tx.update(params, tx.init(params), params)
later = optax.apply_updates(params, updates)
target = {"params": params, "state": state, "step": 0}
restored = serialization.from_bytes(target, (folder / "checkpoint_7").read_bytes())
same(restored["params"], later, "parameters of the checkpoint")
same(restored["state"], state, "the optimiser's state")
assert restored["step"] == 1

moved = jax.tree.map(lambda leaf: np.asarray(leaf) + 1, variables)
flat = {name: leaf for name, leaf in traverse_util.flatten_dict(moved, sep=".").items()}
safetensors.numpy.save_file(flat, folder / "python.safetensors")
(folder / "python.msgpack").write_bytes(serialization.to_bytes(moved))
np.savez(folder / "python.npz", y=np.asarray(Net().apply(moved, arrays["x"])))
print("Python has read 8 files and written 3")
