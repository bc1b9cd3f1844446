"""Convolves and reduces windows with jax.lax, and differentiates both, for the primitives of packages/kernel-lib.

    python reference/convolutions.py        (with the packages of reference/requirements.txt)

Channels are last. Cotangents are the sine of the results' flat index, so that they need not be stored.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from stored import stored, write

rng = np.random.default_rng(5)


def cotangent(shape):
    return jnp.sin(jnp.arange(int(np.prod(shape)), dtype=jnp.float32)).reshape(shape)


def pick(low, high, rank):
    return [int(n) for n in rng.integers(low, high, rank)]


convolutions = []
while len(convolutions) < 36:
    rank = len(convolutions) % 3 + 1
    groups = int(rng.integers(1, 4)) if len(convolutions) % 2 else 1
    batch_groups = int(rng.integers(1, 3)) if len(convolutions) % 4 == 2 else 1
    depth, out = int(rng.integers(1, 4)), int(rng.integers(1, 3)) * groups * batch_groups
    params = {
        "strides": pick(1, 4, rank),
        "padding": [pick(-1, 4, 2) for _ in range(rank)],
        "lhsDilation": pick(1, 3, rank),
        "rhsDilation": pick(1, 3, rank),
        "featureGroups": groups,
        "batchGroups": batch_groups,
    }
    x = rng.normal(size=(2 * batch_groups, *pick(3, 8 - rank, rank), depth * groups)).astype(np.float32)
    kernel = rng.normal(size=(*pick(1, 4, rank), depth, out)).astype(np.float32)
    letters = "DHW"[:rank]

    def f(x, kernel):
        return lax.conv_general_dilated(
            x,
            kernel,
            params["strides"],
            params["padding"],
            params["lhsDilation"],
            params["rhsDilation"],
            dimension_numbers=(f"N{letters}C", f"{letters}IO", f"N{letters}C"),
            feature_group_count=groups,
            batch_group_count=batch_groups,
        )

    try:
        result, back = jax.vjp(f, x, kernel)
    except ValueError:  # a kernel larger than what there is
        continue
    if result.size == 0:
        continue
    to_x, to_kernel = back(cotangent(result.shape))
    convolutions.append({
        "params": params,
        "x": stored(x),
        "kernel": stored(kernel),
        "result": stored(result),
        "toX": stored(to_x),
        "toKernel": stored(to_kernel),
    })

windows = []
while len(windows) < 24:
    rank = len(windows) % 4 + 1
    by = ["sum", "max", "min"][len(windows) % 3]
    params = {
        "lengths": pick(1, 4, rank),
        "strides": pick(1, 3, rank),
        "padding": [pick(0, 3, 2) for _ in range(rank)],
        "dilation": pick(1, 3, rank) if by == "sum" else [1] * rank,
    }
    # Whole numbers, so that there are ties.
    x = rng.integers(-4, 5, pick(3, 7, rank)).astype(np.float32)
    init, reducer = {"sum": (0.0, lax.add), "max": (-jnp.inf, lax.max), "min": (jnp.inf, lax.min)}[by]

    def f(x):
        return lax.reduce_window(
            x, init, reducer, params["lengths"], params["strides"], params["padding"], None, params["dilation"]
        )

    result, back = jax.vjp(f, x)
    if result.size == 0:
        continue
    windows.append({
        "by": by,
        "params": params,
        "x": stored(x),
        "result": stored(result),
        "toX": stored(back(cotangent(result.shape))[0]),
    })

write("convolutions", {"convolutions": convolutions, "windows": windows})
