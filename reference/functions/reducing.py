"""Reductions, running ones, sorting and searching, along every axis and all together."""

import jax
import jax.numpy as jnp

from .cases import axed, case, every, over, shapes

kept = "sum prod max min any all mean var std nansum nanprod nanmean nanvar nanstd nanmax nanmin countNonzero".split()
for name in kept:
    for rank in every:
        case(name, "f" + rank)
        for axis in range(len(shapes[rank])):
            case(name, "f" + rank, axis=axis, keepdims=axis % 2 == 0)
    case(name, "f4", axis=[0, 2])
    case(name, "f4", axis=[-1, 1], keepdims=True)
    case(name, "fE", axis=[])
for name in ["nansum", "nanmean", "nanmax", "nanprod", "nanvar"]:
    case(name, "nans", axis=0, twice=False)
for name in ["sum", "prod"]:
    case(name, "f2", axis=1, initial=2.5)
    case(name, "f2", axis=0, where="b2")
for name in ["max", "min"]:
    case(name, "fE", axis=1, initial=-1)
    case(name, "f2", axis=0, where="b2", initial=0.1)
for name in ["var", "std"]:
    case(name, "f4", axis=-1, ddof=1)
for name in ["argmax", "argmin"]:
    for rank in every:
        case(name, "f" + rank)
        for axis in range(len(shapes[rank])):
            case(name, "f" + rank, axis=axis, keepdims=axis % 2 == 0)
for name in ["cumsum", "cumprod", "diff", "sort", "argsort"]:
    for rank in axed:
        for axis in range(len(shapes[rank])):
            case(name, "f" + rank, axis=axis)
case("diff", "v6", n=2)
case("diff", "t235", n=2, axis=1)
over("cumsum", "f", ranks=every)
over("cumprod", "f", ranks=every)
case("sort", "t235", axis=None)
case("sort", "t235", axis=1, descending=True)
case("argsort", "t235", axis=0, descending=True)
for rank in ["1", "2", "4"]:
    case("lexsort", ["f" + rank, "p" + rank])
for rank in axed:
    size = 0 if rank in "e" else 2
    case("lax.topK", "f" + rank, size, call=lambda x, k: jax.lax.top_k(x, k))
for name in ["nonzero", "argwhere"]:
    over(name, "f", ranks=axed)
case("median", "f0")
case("uniqueAll", "i9", call=lambda x: dict(zip(["a", "b", "c", "d"], jnp.unique_all(x))))
case("unique", "i9")
case("unique", "f4")
for axis in [0, 1, -1]:
    case("unique", "dups", axis=axis)
    case("unique", "dups3", axis=axis, returnIndex=True, returnInverse=True, returnCounts=True)
case("unique", "f2", axis=0)
case("unique", "f0", axis=0)
for name in ["softmax", "logSoftmax", "standardize", "logsumexp", "logmeanexp"]:
    for rank in ["1", "2", "3", "4"]:
        for axis in range(len(shapes[rank])):
            # Of two elements JAX computes the variance as a difference of larger numbers.
            case("nn." + name, "f" + rank, axis=axis, slack=1000 if name == "standardize" else None)
    case("nn." + name, "fE", axis=0)
case("nn.logsumexp", "f4", axis=[0, 3], keepdims=True)
case("nn.logsumexp", "f2", axis=1, b="p2")
case("nn.logmeanexp", "f4", axis=[0, 3])
case("nn.softmax", "f2", axis=0, where="b2")
case("nn.softmax", "f4", axis=[1, 3])
for rank, axis in [("2", 0), ("3", 0), ("4", 2), ("4", 0)]:
    case("nn.glu", "f" + rank, axis)
case("nn.glu", "fE", 0)
