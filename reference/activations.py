"""Computes the elementwise activations of jax.nn, and their derivatives, at 10,000 float32 points.

    python reference/activations.py        (with the packages of reference/requirements.txt)

Writes reference/data/activations.json, which says what there is, and beside it two files of float32 numbers,
little-endian: the values and the derivatives. The points are the first part of the values.
"""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from jax import nn

data = Path(__file__).parent / "data"

# Each function with the parameters at which it is computed; its points are all, or every tenth for further ones.
functions = {
    "relu": [{}],
    "relu6": [{}],
    "leaky_relu": [{}, {"negative_slope": 0.3}],
    "elu": [{}, {"alpha": 0.5}],
    "celu": [{}, {"alpha": 0.5}, {"alpha": 2.0}],
    "selu": [{}],
    "identity": [{}],
    "sigmoid": [{}],
    "silu": [{}],
    "tanh": [{}],
    "soft_sign": [{}],
    "hard_sigmoid": [{}],
    "hard_silu": [{}],
    "hard_tanh": [{}],
    "sparse_sigmoid": [{}],
    "gelu": [{}, {"approximate": False}],
    "mish": [{}],
    "softplus": [{}],
    "log_sigmoid": [{}],
    "squareplus": [{}, {"b": 1.0}],
    "sparse_plus": [{}],
    "log1mexp": [{}],
}
everywhere = {"gelu"}  # with both formulas at all points


def points():
    rng = np.random.default_rng(0)
    edges = [0.0, -0.0, np.inf, -np.inf, np.nan]
    for kink in (0.5, 1.0, 2.0, 3.0, 6.0, np.log(2.0), 20.0, 86.6, 87.3, 88.0, 88.7, 88.8, 89.0, 100.0, 103.0, 104.0):
        near = [kink, np.nextafter(np.float32(kink), np.float32(0)), np.nextafter(np.float32(kink), np.float32(1e9))]
        edges += near + [-v for v in near]
    for size in (1e-30, 1e-20, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 4e-4, 1e-3, 1e-2, 0.1, 1e3, 1e4, 1e18, 1e20):
        edges += [size, -size]
    count = 10000 - len(edges)
    spread = rng.uniform(-100, 100, count // 4)
    middle = rng.uniform(-10, 10, count // 4)
    close = rng.normal(size=count // 4)
    small = np.exp(rng.uniform(np.log(1e-9), np.log(100), count - 3 * (count // 4)))
    small *= rng.choice([-1, 1], small.size)
    return np.concatenate([edges, spread, middle, close, small]).astype(np.float32)


def function(name):
    return jnp.tanh if name == "tanh" else getattr(nn, name)


def main():
    x = points()
    index = {"points": {"start": 0, "size": x.size}, "cases": []}
    values, derivatives = [x], []
    start, derivative_start = x.size, 0
    for name, settings in functions.items():
        for i, setting in enumerate(settings):
            step = 1 if i == 0 or name in everywhere else 10
            at = x[::step]
            f = function(name)
            value = np.asarray(f(jnp.asarray(at), **setting), np.float32)
            slope = np.asarray(jax.vmap(jax.grad(lambda v: f(v, **setting)))(jnp.asarray(at)), np.float32)
            assert value.shape == slope.shape == at.shape
            index["cases"].append(
                {
                    "name": name,
                    "parameters": setting,
                    "step": step,
                    "size": at.size,
                    "value": start,
                    "derivative": derivative_start,
                }
            )
            values.append(value)
            derivatives.append(slope)
            start += value.size
            derivative_start += slope.size
    # What integers, truth values and empty arrays become: a dtype, or an error.
    index["dtypes"] = {}
    for name in functions:
        index["dtypes"][name] = {}
        for dtype in ("int32", "uint8", "bool", "float32"):
            for sample in ([0, 1, 1], []):
                key = dtype if sample else f"empty {dtype}"
                try:
                    result = function(name)(jnp.asarray(sample, dtype=dtype))
                    index["dtypes"][name][key] = [str(result.dtype), np.asarray(result, np.float64).tolist()]
                except (TypeError, ValueError):
                    index["dtypes"][name][key] = "error"
    np.concatenate(values).astype("<f4").tofile(data / "activations.values.bin")
    np.concatenate(derivatives).astype("<f4").tofile(data / "activations.derivatives.bin")
    text = json.dumps(index, indent=1).replace("Infinity", '"Infinity"').replace('-"Infinity"', '"-Infinity"')
    (data / "activations.json").write_text(text.replace("NaN", '"NaN"') + "\n")


if __name__ == "__main__":
    main()
