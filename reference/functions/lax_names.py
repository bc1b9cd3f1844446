"""What jax.lax has beside what jax.numpy has: shapes, products, convolutions, windows, scans."""

import jax.numpy as jnp
import numpy as np
from jax import lax

from .cases import axed, case, every, inputs, shapes

rng = np.random.default_rng(13)
for name, shape in [("image", (2, 5, 6, 4)), ("line4", (2, 4, 7)), ("kernel", (3, 2, 4, 6)), ("kernel1", (6, 4, 3)),
                    ("grouped", (3, 2, 2, 6)), ("few", (4, 5, 6, 2)), ("grid", (5, 6))]:
    inputs[name] = rng.normal(size=shape).astype(np.float32)

for rank in every:
    x, shape = "f" + rank, shapes[rank]
    case("lax.broadcast", x, [2, 1])
    case("lax.broadcastInDim", x, [2, *shape, 3], list(range(1, 1 + len(shape))))
    case("lax.convertElementType", x, "int32", call=lambda x, t: lax.convert_element_type(x, jnp.int32))
    case("lax.rev", x, list(range(len(shape))))
    case("lax.pad", x, 0.5, [[1, 2, 1]] * len(shape))
    case("lax.pad", x, "g0", [[0, 1, 0]] * len(shape))
    case("lax.fullLike", x, 3)
    case("lax.integerPow", x, 3)
    case("lax.round", x, smooth=False)
    case("lax.round", x, "TO_NEAREST_EVEN", smooth=False, call=lambda x, m: lax.round(x, lax.RoundingMethod.TO_NEAREST_EVEN))
    case("lax.selectN", "b" + rank, x, "p" + rank)
for rank in axed:
    x, shape = "f" + rank, shapes[rank]
    case("lax.collapse", x, 0)
    for axis, length in enumerate(shape):
        for name in ["cumsum", "cumprod", "cummax", "cummin"]:
            case("lax." + name, x, axis, axis % 2 == 0)
        for name in ["reduceSum", "reduceProd", "reduceMax", "reduceMin"]:
            case("lax." + name, x, [axis], call=lambda x, a, name=name: getattr(lax, "reduce_" + name[6:].lower())(x, a))
        for name in ["reduceAnd", "reduceOr"]:
            case("lax." + name, "b" + rank, [axis], call=lambda x, a, name=name: getattr(lax, "reduce_" + name[6:].lower())(x, a))
        case("lax.sort", x, axis)
        case("lax.sortKeyVal", x, "p" + rank, axis)
        case("lax.sliceInDim", x, 0, max(0, length - 1), 1, axis)
        case("lax.split", x, [length - length // 2, length // 2], axis)
        case("lax.broadcastedIota", "int32", list(shape), axis, call=lambda d, s, a: lax.broadcasted_iota(jnp.int32, s, a))
        if length:
            case("lax.argmax", x, axis, call=lambda x, a: lax.argmax(x, a, jnp.int32))
            case("lax.argmin", x, axis, call=lambda x, a: lax.argmin(x, a, jnp.int32))
            case("lax.indexInDim", x, -1, axis)
        case("lax.reduce", x, 1, [axis], how="products", call=lambda x, i, a: lax.reduce(x, jnp.float32(1), lax.mul, a))
        case("lax.associativeScan", x, how="products", axis=axis, call=lambda x, axis: lax.associative_scan(lax.mul, x, axis=axis))
    case("lax.associativeScan", x, "p" + rank, how="lines", call=lambda x, y: lax.associative_scan(lambda a, b: (b[0] * a[0], b[0] * a[1] + b[1]), (x, y), reverse=True))
case("lax.sliceInDim", "t235", 1, -1, 2, 2)
case("lax.collapse", "f4", 1, 3)
case("lax.indexInDim", "f4", 0, 2, False)
case("lax.fullLike", "f2", 3, "int32", [2], call=lambda x, v, d, s: lax.full_like(x, v, jnp.int32, s))
case("lax.reduce", "t235", 0, [0, 2], how="sums", call=lambda x, i, a: lax.reduce(x, jnp.float32(0), lax.add, a))
for a, b in [("v3", "v3"), ("m34", "w4"), ("v3", "m34"), ("e03", "m34")]:
    case("lax.dot", a, b)
case("lax.batchMatmul", "t235", "t235", how="transposed", call=lambda x, y: lax.batch_matmul(x, y.mT))
case("lax.dotGeneral", "t235", "t235", [[[2], [2]], [[0], [0]]])
case("lax.dotGeneral", "t235", "m34", [[[1], [0]], [[], []]])
case("lax.dotGeneral", "fE", "fE", [[[1], [1]], [[2], [2]]])

last = ["NHWC", "HWIO", "NHWC"]
for padding in ["SAME", "VALID", [[1, 0], [2, 1]]]:
    case("lax.convGeneralDilated", "image", "kernel", [1, 2], padding, dimensionNumbers=last)
case("lax.convGeneralDilated", "image", "kernel", [1, 1], "SAME", rhsDilation=[2, 1], dimensionNumbers=last)
case("lax.convGeneralDilated", "image", "kernel", [1, 1], [[1, 1], [2, 2]], lhsDilation=[2, 3], dimensionNumbers=last, twice=False)
case("lax.convGeneralDilated", "image", "grouped", [1, 1], "VALID", featureGroupCount=2, dimensionNumbers=last)
case("lax.convGeneralDilated", "few", "grouped", [1, 1], "VALID", batchGroupCount=2, dimensionNumbers=last)
case("lax.convGeneralDilated", "line4", "kernel1", [2], "SAME")
case("lax.conv", "line4", "kernel1", [1], "VALID")
for computation, initial in [("add", 0), ("max", -np.inf), ("min", np.inf), ("mul", 1)]:
    for padding in ["SAME", "VALID"]:
        case("lax.reduceWindow", "grid", [2, 3], [1, 2], padding, how=computation,
             call=lambda x, w, s, p, f=computation, i=initial: lax.reduce_window(x, jnp.float32(i), getattr(lax, f), w, s, p))
case("lax.reduceWindow", "grid", [2, 2], [1, 1], [[1, 0], [0, 2]], windowDilation=[2, 1], how="mul",
     call=lambda x, w, s, p, window_dilation: lax.reduce_window(x, jnp.float32(1), lax.mul, w, s, p, window_dilation=window_dilation))
