"""Computes jax.numpy's elementwise functions on numbers of several types, and their derivatives.

    python reference/ufuncs.py        (with the packages of reference/requirements.txt)
"""

import warnings

import jax
import jax.numpy as jnp
import numpy as np
from jax.scipy import special

from stored import stored, write

warnings.filterwarnings("ignore")

unary = """negative abs sign square reciprocal floor ceil trunc rint exp exp2 expm1 log log1p log2 log10 sqrt cbrt
    sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh isnan isinf isfinite logical_not
    positive fabs signbit isposinf isneginf deg2rad rad2deg sinc bitwise_not bitwise_count""".split()
binary = """add subtract multiply divide floor_divide remainder power maximum minimum arctan2 hypot logaddexp logaddexp2
    greater greater_equal less less_equal equal not_equal logical_and logical_or logical_xor
    copysign heaviside fmax fmin fmod float_power bitwise_and bitwise_or bitwise_xor left_shift right_shift gcd lcm""".split()

rng = np.random.default_rng(1)
edges = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, np.inf, -np.inf, np.nan, 1e-8, -1e-8, 88.5, -88.5, 1e20, -1e20]


def floats(count):
    rest = count - len(edges)
    values = np.concatenate([edges, rng.normal(size=rest // 2) * 3, rng.uniform(-50, 50, rest - rest // 2)])
    return rng.permutation(values.astype(np.float32))


x, y = floats(400), floats(400)
whole = {
    "int32": (rng.integers(-9, 9, 60).astype(np.int32), rng.integers(-4, 5, 60).astype(np.int32)),
    "uint8": (rng.integers(0, 256, 60).astype(np.uint8), rng.integers(0, 256, 60).astype(np.uint8)),
    "bool": (rng.integers(0, 2, 60).astype(bool), rng.integers(0, 2, 60).astype(bool)),
}
whole["int32"][0][:4] = [2147483647, -2147483648, 65536, -7]
whole["int32"][1][:4] = [2147483647, -1, 65536, 2]


def attempt(f, *arguments):
    """What a function gives, or that it refuses."""
    try:
        return stored(np.asarray(f(*arguments)))
    except (TypeError, ValueError):
        return "error"


def slopes(f, arguments):
    """The derivatives by each argument, where the function has real values."""
    try:
        if not jnp.issubdtype(f(*arguments).dtype, jnp.floating):
            return None
        return [stored(np.asarray(jax.vmap(jax.grad(f, i))(*arguments))) for i in range(len(arguments))]
    except (TypeError, ValueError):
        return None


entries = []
for name in unary + binary + ["erf", "erfc"]:
    f = getattr(special, name) if name in ("erf", "erfc") else getattr(jnp, name)
    count = 2 if name in binary else 1
    arguments = [jnp.asarray(v) for v in (x, y)[:count]]
    entries.append(
        {
            "name": name,
            "float32": attempt(f, *arguments),
            "slopes": slopes(f, arguments),
            **{dtype: attempt(f, *map(jnp.asarray, pair[:count])) for dtype, pair in whole.items()},
        }
    )

inputs = {"float32": [stored(x), stored(y)], **{k: [stored(a), stored(b)] for k, (a, b) in whole.items()}}
write("ufuncs", [{"name": "inputs", **inputs}, *entries])
