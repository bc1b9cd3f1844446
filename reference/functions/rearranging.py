"""Making, shaping, joining, splitting, taking: what moves elements and leaves their values."""

import jax
import jax.numpy as jnp

from .cases import axed, case, every, inputs, over, shapes, solid

# Shapes.
for rank in every:
    x, shape = "f" + rank, shapes[rank]
    size = inputs[x].size
    case("asarray", x)
    case("array", x)
    case("copy", x)
    case("ravel", x)
    case("transpose", x)
    case("reshape", x, [-1] if size else [0])
    case("reshape", x, [*shape[::-1], 1])
    case("expandDims", x, 0)
    case("expandDims", x, [0, -1])
    case("broadcastTo", x, [2, *shape])
    case("broadcastArrays", x, "g" + rank)
    case("astype", x, "int32", call=lambda x, t: x.astype(t))
    case("astype", x, "float32", call=lambda x, t: x.astype(t))
    case("zerosLike", x)
    case("onesLike", x)
    case("emptyLike", x)
    case("fullLike", x, 2.5)
    case("atleast1d", x, call=jnp.atleast_1d)
    case("atleast2d", x, call=jnp.atleast_2d)
    case("atleast3d", x, call=jnp.atleast_3d)
    case("flip", x)
    case("roll", x, 1)
    case("repeat", x, 2)
    case("tile", x, [2])
    case("tile", x, [2, 1, 3])
    case("append", x, "g" + rank)
    case("diagflat", x)
    case("resize", x, [3, 5])
for rank in axed:
    x, shape = "f" + rank, shapes[rank]
    for axis in range(len(shape)):
        case("flip", x, axis=axis)
        case("roll", x, 2, axis=axis)
        case("repeat", x, 2, axis=axis)
        case("repeat", x, list(range(shape[axis])), axis=axis, call=lambda x, r, axis: jnp.repeat(x, jnp.array(r, jnp.int32), axis=axis))
        case("expandDims", x, axis)
        case("moveaxis", x, axis, 0)
        case("swapaxes", x, axis, -1)
        case("rollaxis", x, axis)
        case("concatenate", [x, x], axis=axis)
        case("stack", [x, "p" + rank], axis=axis)
        case("append", x, x, axis=axis)
        case("take", x, [] if shape[axis] == 0 else [1 % shape[axis], 0, 0], axis=axis,
             call=lambda x, i, axis: jnp.take(x, jnp.array(i, jnp.int32), axis=axis))
        case("split", x, 1, axis=axis)
        case("arraySplit", x, 2, axis=axis)
        case("unstack", x, axis=axis)
        case("delete", x, 0 if shape[axis] else [], axis=axis, call=lambda x, i, axis: jnp.delete(x, jnp.array(i, jnp.int32), axis=axis))
        case("insert", x, 0, 7, axis=axis)
        case("compress", [True] * min(2, shape[axis]), x, axis=axis,
             call=lambda c, x, axis: jnp.compress(jnp.array(c, bool), x, axis=axis))
    case("concatenate", [x, "p" + rank])
    case("concatenate", [x, "p" + rank], axis=None)
    case("vstack", [x, "p" + rank])
    case("hstack", [x, "p" + rank])
    case("dstack", [x, "p" + rank])
    case("columnStack", [x, "p" + rank])
    case("squeeze", x)
    case("argsort", x)
    for name, least in [("hsplit", 1), ("vsplit", 2), ("dsplit", 3)]:
        if len(shape) >= least:
            case(name, x, 1)
case("concatenate", ["f4", "f4"], axis=-2)
case("stack", ["f0", "p0"])
case("vstack", ["f0", "p0"])
case("hstack", ["f0", "p0"])
case("block", [["f2", "p2"], ["p2", "u2"]], call=lambda b: jnp.block([list(row) for row in b]))
case("split", "t235", [1, 3], axis=2)
case("arraySplit", "v6", 4)
case("squeeze", "f3", 1)
case("transpose", "f4", [2, 0, 3, 1])
case("moveaxis", "f4", [0, 1], [-1, 0])
for rank in ["2", "3", "4", "E"]:
    x = "f" + rank
    for name in ["matrixTranspose", "fliplr", "flipud", "rot90"]:
        case(name, x)
    case("rot90", x, 3, axes=[0, -1])
    for k in [-1, 0, 2]:
        for name in ["tril", "triu", "diagonal"]:
            case(name, x, k)
    case("trace", x, 1)
    case("diagonal", x, 0, axis1=0, axis2=len(shapes[rank]) - 1)
    case("trace", x, 0, axis1=-1, axis2=0)
for k in [-1, 0, 2]:
    case("diag", "f1", k)
    case("diag", "f2", k)
    case("diagflat", "f2", k)
case("fillDiagonal", "m34", 5, call=lambda x, v: jnp.fill_diagonal(x, v, inplace=False))
case("diagIndicesFrom", "m34", call=lambda x: jnp.diag_indices_from(x[:, :3]), how="square part")

# Taking and putting.
case("take", "m34", "i23", mode="wrap")
case("take", "t235", "j1", axis=1, mode="clip")
case("takeAlongAxis", "m34", "four", axis=None, call=lambda x, i, axis: jnp.take_along_axis(x, i, None))
for axis in [0, 1]:
    case("takeAlongAxis", "m34", how="in its own order", axis=axis,
         call=lambda x, axis: jnp.take_along_axis(x, jnp.argsort(x, axis), axis))
    case("putAlongAxis", "m34", [[0], [2], [1]] if axis else [[0, 2, 1, 1]], 9, axis=axis,
         call=lambda x, i, v, axis: jnp.put_along_axis(x, jnp.array(i), v, axis, inplace=False))
case("put", "m34", [1, 5], "g0", call=lambda x, i, v: jnp.put(x, jnp.array(i), v, inplace=False))
case("extract", "b34", "m34")
case("choose", [0, 1, 1], ["f1", "p1"], call=lambda i, c: jnp.choose(jnp.array(i), list(c)))
case("piecewise", "m34", how="halves", call=lambda x: jnp.piecewise(x, [x < 0, x >= 1], [lambda y: y * y, 7.0, lambda y: -y]))
case("select", ["b2", "b2"], ["f2", "p2"], call=lambda c, v: jnp.select(list(c), list(v)))

# Arrays out of nothing.
for shape in [[], [3], [2, 3], [2, 1, 3], [2, 1, 2, 3], [0], [2, 0, 3]]:
    for name in ["zeros", "ones", "empty"]:
        case(name, shape)
    case("full", shape, 1.5)
    case("full", shape, "g0")
for n in [0, 1, 3]:
    case("eye", n)
    case("identity", n)
    case("eye", n, 4, k=1)
    case("arange", n, call=lambda n: jnp.arange(n, dtype=jnp.float32))
case("arange", 1, 9, 2.5)
for n in [0, 1, 2, 7]:
    case("linspace", -1, 2, n)
    case("linspace", -1, 2, n, endpoint=False)
    case("linspace", -1, 2, n, retstep=True)
    for rank in every:
        case("linspace", "f" + rank, "g" + rank, n, endpoint=n != 2, axis=-1)
    case("linspace", "f1", 5, n, retstep=True)
    case("logspace", -1, 2, n)
    case("geomspace", 1, 1000, n)
for rank in ["1", "e"]:
    case("meshgrid", "f" + rank, "v6")
    case("meshgrid", "f" + rank, "v6", indexing="ij")
    case("meshgrid", "f" + rank, "v6", sparse=True)
case("ix_", "j1", "four", call=jnp.ix_)
case("fromfunction", [2, 3], how="sum of places", call=lambda s: jnp.fromfunction(lambda i, j: i + 10 * j, s, dtype=jnp.float32))

# lax.
case("lax.iota", "int32", 4, call=lambda d, n: jax.lax.iota(jnp.int32, n))
for x, starts, limits, strides in [("f1", [1], [3], None), ("f4", [0, 0, 1, 0], [2, 1, 2, 3], [1, 1, 1, 2]), ("fE", [0, 0, 1], [2, 0, 3], None)]:
    case("lax.slice", x, starts, limits, strides)
    sizes = [b - a for a, b in zip(starts, limits)]
    case("lax.dynamicSlice", x, starts, sizes)
    case("lax.dynamicUpdateSlice", x, x, starts)
for rank in ["1", "2", "4"]:
    case("lax.dynamicSliceInDim", "f" + rank, 1, 2, -1)
    case("lax.dynamicIndexInDim", "f" + rank, 1, -1)
    case("lax.dynamicIndexInDim", "f" + rank, 0, 0, False)
over("nn.oneHot", "i", 4, ranks=solid + ["e", "E"])
