"""jax.lax.gather and scatter: windows of arrays at the places that indices say, in all the ways that axes may be meant."""

import jax
import jax.numpy as jnp

from .cases import case, inputs, rng, snake

inputs["up23"] = rng.normal(size=(2, 3)).astype("float32")
inputs["up223"] = rng.normal(size=(2, 2, 3)).astype("float32")
inputs["up322"] = rng.normal(size=(3, 2, 2)).astype("float32")
inputs["starts"] = rng.integers(0, 3, (2, 2)).astype("int32")


def numbers(kind, given):
    return kind(**{snake(key): tuple(value) for key, value in given.items()})


def gather(x, i, d, sizes, **options):
    return jax.lax.gather(x, jnp.array(i), numbers(jax.lax.GatherDimensionNumbers, d), sizes, **options)


def scatters(name):
    f = getattr(jax.lax, snake(name))
    return lambda x, i, u, d, **options: f(x, jnp.array(i), u, numbers(jax.lax.ScatterDimensionNumbers, d), **options)


def dims(offset, collapsed, index, operand=None, indices=None):
    named = {"offsetDims": offset, "collapsedSliceDims": collapsed, "startIndexMap": index}
    return {**named, **({"operandBatchingDims": operand, "startIndicesBatchingDims": indices} if operand else {})}


taken = [
    ("f1", [[2], [0]], dims([], [0], [0]), [1]),
    ("m34", [[2], [0], [1]], dims([1], [0], [0]), [1, 4]),
    ("m34", [[1, 2], [0, 3]], dims([], [0, 1], [0, 1]), [1, 1]),
    ("m34", [[2, 1], [0, 0]], dims([1, 2], [], [1, 0]), [2, 2]),
    ("m34", [2], dims([0], [1], [1]), [3, 1]),
    ("t235", [[[1, 4], [2, 0]]], dims([0, 3], [2], [1, 2]), [2, 2, 1]),
    ("t235", "starts", dims([1, 2], [1], [1, 2]), [1, 1, 2]),
    ("t235", [[[0], [2], [1]], [[1], [1], [4]]], dims([2], [1], [2], [0], [0]), [1, 1, 2]),
    ("m34", [[5, -1], [1, 3], [2, 2]], dims([1], [0], [0, 1]), [1, 2]),
    ("i23", [[1, 9], [0, -2], [1, 0]], dims([], [0, 1], [0, 1]), [1, 1]),
    ("E", [[0], [1]], dims([1, 2], [0], [0]), [1, 0, 3]),
]
for x, i, d, sizes in taken:
    x = "fE" if x == "E" else x
    for mode in [None, "clip", "fill"]:
        # Without a mode, JAX takes the nearest window that fits, but has no slope by it.
        case("lax.gather", x, i, d, sizes, call=gather, differs=mode is not None, **({"mode": mode} if mode else {}))
case("lax.gather", "m34", [[5], [1]], dims([1], [0], [0]), [1, 4], call=gather, mode="fill", fillValue=-7)
for bad in [dims([1], [], [0]), dims([1], [0], [0, 1]), dims([2], [0], [0])]:
    case("lax.gather", "m34", [[0], [1]], bad, [1, 4], call=gather)
case("lax.gather", "m34", [[0], [1]], dims([1], [0], [0]), [1, 5], call=gather)


def into(window, inserted, index, operand=None, indices=None):
    named = {"updateWindowDims": window, "insertedWindowDims": inserted, "scatterDimsToOperandDims": index}
    return {**named, **({"operandBatchingDims": operand, "scatterIndicesBatchingDims": indices} if operand else {})}


put = [
    ("v6", [[2], [0], [5]], "v3", into([], [0], [0])),
    ("v6", [[2], [7], [-1]], "v3", into([], [0], [0])),
    ("m34", [[2], [0]], "up23", into([1], [0], [0])),
    ("m34", [[0, 2], [0, 1], [5, 0]], "up322", into([1, 2], [], [0, 1])),
    ("t235", [[1], [1]], "up23", into([1], [0, 2], [2])),
    ("t235", "starts", "up23", into([1], [0, 2], [0, 2])),
    ("t235", [[[1], [3]], [[0], [2]]], "up223", into([2], [2], [2], [0], [0])),
]
for name in ["scatter", "scatterAdd", "scatterSub", "scatterMul", "scatterMin", "scatterMax"]:
    for x, i, u, d in put:
        # Where places repeat, JAX has no order of replacements, and no slope of products.
        repeats = u == "up322" or (x == "t235" and i != put[-1][1])
        if repeats and name == "scatter":
            continue
        told = {"uniqueIndices": True} if name == "scatterMul" and not repeats else {}
        case("lax." + name, x, i, u, d, call=scatters(name), **told)
        # Of windows that are moved, JAX's slopes of the smaller and the larger ones are those of other places.
        moves = name not in ("scatterMin", "scatterMax")
        case("lax." + name, x, i, u, d, call=scatters(name), differs=moves, mode="clip", **told)
    case("lax." + name, "m34", [[2], [0]], "v3", into([1], [0], [0]), call=scatters(name))
