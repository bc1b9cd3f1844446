"""Runs the functions of np with JAX (NumPy for float64) and stores arguments and results; also how NumPy prints.

    python reference/arrays.py        (with the packages of reference/requirements.txt)

An argument {"input": name} stands for an array of the file's "inputs".
"""

import jax
import jax.numpy as jnp
import numpy as np

from stored import stored, write

rng = np.random.default_rng(5)
normal = rng.normal(size=(2, 3, 4)).astype(np.float32)
inputs = {
    "f3": normal,
    "f4": rng.normal(size=(2, 3, 1, 4)).astype(np.float32) * 10,
    "d2": rng.normal(size=(5, 7)),
    "i2": rng.integers(-100, 100, (4, 5)).astype(np.int32),
    "u2": rng.integers(0, 256, (4, 5)).astype(np.uint8),
    "w1": rng.integers(0, 2**32, 9).astype(np.uint32),
    "b3": rng.random((2, 3, 4)) > 0.4,
    "b2": rng.random((4, 5)) > 0.4,
    "row": np.arange(4, dtype=np.float32),
    "nan": np.array([3, np.nan, 1, -np.inf, np.inf, 2, np.nan, 1], np.float32),
    "ties": np.array([2, 1, 2, 3, 1, 1, 2], np.float32),
    "empty": np.zeros((0, 3), np.float32),
    "scalar": np.float32(2.5),
    "long": rng.random(100_00).astype(np.float32),
    "m23": rng.normal(size=(2, 3)).astype(np.float32),
    "m34": rng.normal(size=(3, 4)).astype(np.float32),
    "s234": rng.normal(size=(2, 3, 4)).astype(np.float32),
    "s245": rng.normal(size=(2, 4, 5)).astype(np.float32),
    "s1145": rng.normal(size=(3, 1, 4, 5)).astype(np.float32),
    "v3": rng.normal(size=3).astype(np.float32),
    "v4": rng.normal(size=4).astype(np.float32),
    "i23": rng.integers(-9, 9, (2, 3)).astype(np.int32),
    "i34": rng.integers(-9, 9, (3, 4)).astype(np.int32),
}
cases = []


def narrow(result):
    """NumPy's 64-bit integers are int32 here, its truth values are bytes."""
    result = np.asarray(result)
    return result.astype(np.int32) if result.dtype == np.int64 else result


def case(name, call, names, *args, options=None, method=None):
    """Calls one of NumPy's functions on named inputs; `args` and `options` are the arguments in TypeScript."""
    arrays = [inputs[n] for n in names]
    module = np if any(a.dtype == np.float64 for a in arrays) else jnp
    given = [a if module is np else jnp.asarray(a) for a in arrays]
    result = call(module, *given)
    results = [stored(narrow(r)) for r in (result if isinstance(result, (list, tuple)) else [result])]
    cases.append({
        "name": name,
        "args": [*({"input": n} for n in names), *args],
        "options": options,
        "results": results,
        "list": isinstance(result, (list, tuple)),
    })


# Reductions: every axis, list of axes and null, with keepdims and masks.
axes = {"f3": [None, 0, 1, 2, -1, (0, 1), (0, 2), (1, 2), (0, 1, 2)], "i2": [None, 0, 1], "u2": [None, 0], "b3": [None, 0, (0, 2)],
        "d2": [None, 0, 1], "w1": [None], "scalar": [None], "nan": [None, 0], "f4": [(0, 3), 2, (1, 3)]}
for name in ["sum", "prod", "max", "min", "mean", "std", "var", "any", "all"]:
    for array, choices in axes.items():
        for axis in choices:
            for keepdims in [False, True]:
                options = {"axis": list(axis) if isinstance(axis, tuple) else axis, "keepdims": keepdims}
                case(name, lambda m, x: getattr(m, name)(x, axis=axis, keepdims=keepdims), [array], options=options)
for name in ["sum", "prod", "mean", "std", "var", "any", "all"]:
    for axis in [None, 1, (0, 2)]:
        options = {"axis": list(axis) if isinstance(axis, tuple) else axis, "where": {"input": "b3"}}
        case(name, lambda m, x: getattr(m, name)(x, axis=axis, where=inputs["b3"]), ["f3"], options=options)
for name in ["max", "min", "sum", "prod"]:
    case(name, lambda m, x: getattr(m, name)(x, axis=1, where=inputs["b3"], initial=0.5), ["f3"],
         options={"axis": 1, "where": {"input": "b3"}, "initial": 0.5})
    case(name, lambda m, x: getattr(m, name)(x, initial=3), ["i2"], options={"initial": 3})
for name in ["sum", "prod", "any", "all"]:
    case(name, lambda m, x: getattr(m, name)(x, axis=0), ["empty"], options={"axis": 0})
    case(name, lambda m, x: getattr(m, name)(x, axis=1), ["empty"], options={"axis": 1})
case("std", lambda m, x: m.std(x, axis=0, ddof=1), ["f3"], options={"axis": 0, "ddof": 1})
case("sum", lambda m, x: np.sum(np.asarray(x), dtype=np.float64).astype(np.float32), ["long"])
for name in ["argmax", "argmin"]:
    for array, choices in {"f3": [None, 0, 1, -1], "i2": [None, 1], "nan": [0], "ties": [0], "b2": [1]}.items():
        for axis in choices:
            case(name, lambda m, x: getattr(m, name)(x, axis=axis), [array], options={"axis": axis})
    case(name, lambda m, x: getattr(m, name)(x, axis=1, keepdims=True), ["f3"], options={"axis": 1, "keepdims": True})
for name in ["cumsum", "cumprod"]:
    for array, axis in [("f3", None), ("f3", 1), ("i2", 0), ("b2", 1), ("u2", 1), ("d2", 0), ("w1", None)]:
        case(name, lambda m, x: getattr(m, name)(x, axis=axis), [array], options={"axis": axis})
for array, n, axis in [("f3", 1, -1), ("f3", 2, 1), ("i2", 1, 0), ("b2", 1, 1), ("row", 3, 0)]:
    case("diff", lambda m, x: m.diff(x, n=n, axis=axis), [array], options={"n": n, "axis": axis})

# Shapes.
case("reshape", lambda m, x: m.reshape(x, (4, -1)), ["f3"], [4, -1])
case("ravel", lambda m, x: m.ravel(x), ["f3"])
case("transpose", lambda m, x: m.transpose(x), ["f3"])
for order in [[0, 2, 1], [2, 0, 1], [1, -1, 0]]:
    case("transpose", lambda m, x: m.transpose(x, order), ["f3"], order)
case("swapaxes", lambda m, x: m.swapaxes(x, 0, -1), ["f3"], 0, -1)
case("moveaxis", lambda m, x: m.moveaxis(x, 0, -1), ["f4"], 0, -1)
case("moveaxis", lambda m, x: m.moveaxis(x, (0, 1), (-1, 0)), ["f4"], [0, 1], [-1, 0])
case("squeeze", lambda m, x: m.squeeze(x), ["f4"])
case("squeeze", lambda m, x: m.squeeze(x, 2), ["f4"], 2)
for axis in [0, -1, [0, 2], [-1, 0]]:
    case("expandDims", lambda m, x: m.expand_dims(x, axis), ["m23"], axis)
case("broadcastTo", lambda m, x: m.broadcast_to(x, (2, 3, 4)), ["row"], [2, 3, 4])
for axis in [None, 0, 1, [0, 2]]:
    case("flip", lambda m, x: m.flip(x, tuple(axis) if isinstance(axis, list) else axis), ["f3"], axis)
case("roll", lambda m, x: m.roll(x, 5), ["f3"], 5)
case("roll", lambda m, x: m.roll(x, -1, axis=2), ["f3"], -1, options={"axis": 2})
case("roll", lambda m, x: m.roll(x, (1, -2), axis=(0, 2)), ["f3"], [1, -2], options={"axis": [0, 2]})
case("repeat", lambda m, x: m.repeat(x, 2), ["m23"], 2)
case("repeat", lambda m, x: m.repeat(x, 3, axis=0), ["m23"], 3, options={"axis": 0})
case("repeat", lambda m, x: m.repeat(x, np.array([1, 0, 2]), axis=1), ["m23"], [1, 0, 2], options={"axis": 1})
for reps in [2, [2, 1], [3, 1, 2]]:
    case("tile", lambda m, x: m.tile(x, reps), ["m23"], reps)
case("split", lambda m, x: m.split(x, 2, axis=2), ["f3"], 2, options={"axis": 2})
case("split", lambda m, x: m.split(x, [1, 3], axis=-1), ["f3"], [1, 3], options={"axis": -1})
case("split", lambda m, x: m.split(x, 2), ["row"], 2)
for k in [-2, 0, 1]:
    case("tril", lambda m, x: m.tril(x, k), ["f3"], k)
    case("triu", lambda m, x: m.triu(x, k), ["i2"], k)
    case("diag", lambda m, x: m.diag(x, k), ["m34"], k)
    case("diag", lambda m, x: m.diag(x, k), ["row"], k)
    case("trace", lambda m, x: m.trace(x, k), ["i2"], k)
case("take", lambda m, x: m.take(x, np.array([0, -1, 5])), ["f3"], [0, -1, 5])
case("take", lambda m, x: m.take(x, np.array([[0, 2], [1, 1]]), axis=1), ["f3"], [[0, 2], [1, 1]], options={"axis": 1})

# Joining (the list of arrays is the first argument).
for axis in [0, 1, None]:
    call = {"name": "concatenate", "args": [[{"input": "m23"}, {"input": "i23"}]], "options": {"axis": axis}, "list": False}
    cases.append({**call, "results": [stored(jnp.concatenate([inputs["m23"], inputs["i23"]], axis))]})
for axis in [0, 1, -1]:
    call = {"name": "stack", "args": [[{"input": "m23"}, {"input": "m23"}]], "options": {"axis": axis}, "list": False}
    cases.append({**call, "results": [stored(jnp.stack([inputs["m23"], inputs["m23"]], axis))]})
for name in ["vstack", "hstack"]:
    for array in ["row", "m23"]:
        call = {"name": name, "args": [[{"input": array}, {"input": array}]], "options": None, "list": False}
        cases.append({**call, "results": [stored(getattr(jnp, name)([inputs[array]] * 2))]})

for indexing in ["xy", "ij"]:
    case("meshgrid", lambda m, x, y: list(m.meshgrid(x, y, indexing=indexing)), ["row", "v3"], options={"indexing": indexing})
    case("meshgrid", lambda m, x, y, z: list(m.meshgrid(x, y, z, indexing=indexing)), ["row", "v3", "v4"], options={"indexing": indexing})
case("meshgrid", lambda m, x: list(m.meshgrid(x)), ["row"])

# Sorting and searching.
for array, axis in [("f3", -1), ("f3", 0), ("f3", None), ("i2", 0), ("nan", -1), ("ties", -1), ("u2", 1), ("b2", 0)]:
    case("sort", lambda m, x: m.sort(x, axis=axis), [array], options={"axis": axis})
    case("argsort", lambda m, x: m.argsort(x, axis=axis), [array], options={"axis": axis})
case("sort", lambda m, x: m.sort(x, descending=True), ["ties"], options={"descending": True})
case("argsort", lambda m, x: m.argsort(x, descending=True), ["ties"], options={"descending": True})
case("unique", lambda m, x: m.unique(x), ["ties"])
case("unique", lambda m, x: m.unique(x), ["nan"])
case("unique", lambda m, x: list(m.unique(x, return_index=True, return_inverse=True, return_counts=True)), ["ties"],
     options={"returnIndex": True, "returnInverse": True, "returnCounts": True})
for side in ["left", "right"]:
    case("searchsorted", lambda m, x, v: m.searchsorted(x, v, side=side), ["row", "nan"], options={"side": side})
    case("searchsorted", lambda m, x, v: m.searchsorted(x, v, side=side), ["row", "m34"], options={"side": side})

# Products.
for a, b in [("m23", "m34"), ("s234", "s245"), ("s234", "v4"), ("v4", "s245"), ("v4", "v4"), ("i23", "i34"), ("s234", "s1145"), ("i23", "m34"), ("m23", "v3")]:
    case("matmul", lambda m, x, y: m.matmul(x, y), [a, b])
for a, b in [("m23", "m34"), ("s234", "s245"), ("v3", "v3"), ("scalar", "m23"), ("s234", "v4"), ("m23", "v3")]:
    case("dot", lambda m, x, y: m.dot(x, y), [a, b])
case("outer", lambda m, x, y: m.outer(x, y), ["v3", "v4"])
case("outer", lambda m, x, y: m.outer(x, y), ["m23", "v4"])
case("tensordot", lambda m, x, y: m.tensordot(x, y, axes=1), ["m23", "m34"], options={"axes": 1})
case("tensordot", lambda m, x, y: m.tensordot(x, y, axes=([0, 2], [0, 1])), ["s234", "s245"], options={"axes": [[0, 2], [0, 1]]})
case("tensordot", lambda m, x, y: m.tensordot(x, y), ["f3", "m34"])

# Comparing.
case("isclose", lambda m, x, y: m.isclose(x, y), ["nan", "nan"])
case("isclose", lambda m, x, y: m.isclose(x, y, equal_nan=True), ["nan", "nan"], options={"equalNan": True})
case("isclose", lambda m, x, y: m.isclose(x, y, rtol=0.5, atol=0.1), ["f3", "row"], options={"rtol": 0.5, "atol": 0.1})

# Order, what is not a number, derivatives and integrals.
for array, axis in [("f3", None), ("f3", 1), ("d2", 0), ("i2", -1), ("nan", None), ("row", None)]:
    for keepdims in [False, True]:
        options = {"axis": axis, "keepdims": keepdims}
        case("median", lambda m, x: m.median(x, axis=axis, keepdims=keepdims), [array], options=options)
        case("ptp", lambda m, x: m.ptp(x, axis=axis, keepdims=keepdims), [array], options=options)
        case("countNonzero", lambda m, x: m.count_nonzero(x, axis=axis, keepdims=keepdims), [array], options=options)
        for name in ["nansum", "nanprod", "nanmean", "nanstd", "nanvar", "nanmax", "nanmin"]:
            if array != "nan" or name in ("nanmax", "nanmin", "nansum"):
                case(name, lambda m, x: getattr(m, name)(x, axis=axis, keepdims=keepdims), [array], options=options)
    case("quantile", lambda m, x: m.quantile(x, np.array([0, 0.3, 1]), axis=axis), [array], [0, 0.3, 1], options={"axis": axis})
    case("percentile", lambda m, x: m.percentile(x, 37.5, axis=axis), [array], 37.5, options={"axis": axis})
for array in ["f3", "b3", "i2", "scalar"]:
    if array != "scalar":
        case("nonzero", lambda m, x: list(m.nonzero(x)), [array])
        case("argwhere", lambda m, x: m.argwhere(x), [array])
for decimals in [0, 1, 3, -1]:
    case("round", lambda m, x: m.round(x, decimals), ["f4"], decimals)
case("round", lambda m, x: m.round(x), ["i2"])
for axis in [0, 1, -1]:
    case("gradient", lambda m, x: m.gradient(x, 0.5, axis=axis), ["f3"], 0.5, options={"axis": axis})
case("gradient", lambda m, x: np.gradient(np.asarray(x), np.array([0, 1, 3, 3.5]), axis=2), ["f3"], [0, 1, 3, 3.5], options={"axis": 2})
case("trapezoid", lambda m, x: m.trapezoid(x, dx=0.25), ["f3"], options={"dx": 0.25})
case("trapezoid", lambda m, x: m.trapezoid(x, np.array([0, 1, 3, 3.5]), axis=2), ["f3"], options={"x": [0, 1, 3, 3.5], "axis": 2})
case("interp", lambda m, x: m.interp(x, np.array([-1.0, 0, 2, 3]), np.array([5.0, 1, 0, 4])), ["f4"], [-1, 0, 2, 3], [5, 1, 0, 4])

# Conversions between every two dtypes.
wild = np.array([0, -0.0, 0.7, -0.7, 1.5, 2.5, -1, 255, 256, 300, -300, 1e9, 3e9, -3e9, 5e9, np.inf, -np.inf, np.nan], np.float32)
inputs["wild"] = wild
inputs["whole"] = np.array([0, 1, -1, 127, 128, 255, 256, 257, -129, 2**31 - 1, -(2**31)], np.int32)
for dtype in ["float32", "int32", "uint32", "uint8", "bool"]:
    for array in ["wild", "whole", "w1", "u2", "b2"]:
        case("astype", lambda m, x: x.astype(dtype), [array], dtype)

# Selections: Python's index beside its TypeScript spelling.
selections = [
    ((1,), [1]), ((-1,), [-1]), ((0, 1, 2), [0, 1, 2]), ((slice(None), slice(1, 3)), [":", "1:3"]),
    ((slice(None, None, -1),), ["::-1"]), ((..., slice(None, None, 2)), ["...", "::2"]), ((..., 0), ["...", 0]),
    ((slice(5, 0, -2),), ["5:0:-2"]), ((slice(-100, 100),), ["-100:100"]), ((slice(2, 1),), ["2:1"]),
    ((None, 0), [None, 0]), ((slice(None), None, 1), [":", None, 1]), ((0, ..., None), [0, "...", None]),
    (([0, 1, 1],), [[0, 1, 1]]), ((slice(None), [0, 2]), [":", [0, 2]]), (([0, 1], [2, 0]), [[0, 1], [2, 0]]),
    (([0, 1], slice(None), [3, 0]), [[0, 1], ":", [3, 0]]), ((0, slice(None), [3, 0]), [0, ":", [3, 0]]),
    (([[0], [1]], [0, 2]), [[[0], [1]], [0, 2]]), ((slice(None), [0, 2], 1), [":", [0, 2], 1]),
    ((slice(None, None, -1), slice(None, -1), slice(-3, None)), ["::-1", ":-1", "-3:"]),
    (([True, False],), [[True, False]]), ((slice(None), [True, False, True]), [":", [True, False, True]]),
    ((0, [True, False, True], slice(1, None)), [0, [True, False, True], "1:"]), (([],), [[]]),
]
for index, spelled in selections:
    python = tuple(np.array(i) if isinstance(i, list) and i else (np.array([], int) if i == [] else i) for i in index)
    case("at", lambda m, x: np.asarray(x)[python], ["f3"], *spelled)
case("at", lambda m, x: np.asarray(x)[inputs["b3"]], ["f3"], {"input": "b3"})
case("at", lambda m, x: np.asarray(x)[inputs["b2"]], ["i2"], {"input": "b2"})
case("with", lambda m, x: x.at[0, 1:3].set(7), ["f3"], [0, "1:3"], 7)
case("with", lambda m, x: x.at[..., ::2].set(jnp.array([5.0, 6])), ["f3"], ["...", "::2"], [5, 6])
case("with", lambda m, x: x.at[-1].set(9), ["row"], -1, 9)
case("with", lambda m, x: x.at[inputs["b3"]].set(0), ["f3"], [{"input": "b3"}], 0)

write("arrays", [{"inputs": {name: stored(x) for name, x in inputs.items()}}, *cases])

# Evenly spaced numbers, bit by bit.
spaced = []
for start, stop, num in [(-10, 10, 100), (0, 1, 50), (0, 1, 3), (-3, 7.3, 1000), (5, 5, 4), (1, 0, 7), (0, 1, 1), (2, 3, 0), (1e-8, 1e8, 33), (0, 5e-324, 5)]:
    for endpoint in [True, False]:
        for dtype in ["float32", "float64", "int32"]:
            result = np.linspace(start, stop, num, endpoint=endpoint, dtype=dtype)
            options = {"endpoint": endpoint, "dtype": dtype}
            spaced.append({"name": "linspace", "args": [start, stop, num, options], "result": stored(result), "ulps": 0})
for args in [(5,), (2, 8), (0, 1, 0.1), (10, 0, -3), (0, -1), (1, 2, 0.3), (-10, 10, 0.25)]:
    for dtype in ["float32", "float64"]:
        full = [*args, 1][:3] if len(args) == 2 else list(args) if len(args) == 3 else [0, args[0], 1]
        spaced.append({"name": "arange", "args": [*full, {"dtype": dtype}], "result": stored(np.arange(*args, dtype=np.float64).astype(dtype)), "ulps": 0})
for args in [(0, 3, 4), (-2, 2, 9), (0, 1, 50)]:
    for dtype in ["float32", "float64"]:
        spaced.append({"name": "logspace", "args": [*args, {"dtype": dtype}], "result": stored(np.logspace(*args, dtype=dtype)), "ulps": 2})
spaced.append({"name": "logspace", "args": [0, 10, 11, {"base": 2}], "result": stored(np.logspace(0, 10, 11, base=2, dtype=np.float32)), "ulps": 0})
for args in [(1, 1000, 4), (2, 3, 10), (-1, -8, 4)]:
    spaced.append({"name": "geomspace", "args": [*args, {"dtype": "float64"}], "result": stored(np.geomspace(*args)), "ulps": 8})
for n, m, k in [(3, 3, 0), (2, 4, 1), (4, 2, -1), (3, 3, 5), (0, 0, 0)]:
    spaced.append({"name": "eye", "args": [n, m, {"k": k}], "result": stored(np.eye(n, m, k, dtype=np.float32)), "ulps": 0})
write("ranges", spaced)

# How NumPy prints.
prints = []


def printed(x, **options):
    x = np.asarray(x)
    with np.printoptions(**options):
        prints.append({"array": stored(x), "options": options, "str": str(x), "repr": repr(x)})


for dtype in [np.float32, np.float64]:
    for scale in [1e-9, 1e-5, 1e-3, 1, 1e3, 1e6, 1e9, 1e20]:
        printed((rng.normal(size=7) * scale).astype(dtype))
        printed((rng.normal(size=(3, 4)) * scale).astype(dtype))
    printed(np.arange(5, dtype=dtype))
    printed(np.linspace(-10, 10, 100, dtype=dtype))
    printed(np.array([0.5, -0.0, np.nan, np.inf, -np.inf, 3], dtype))
    printed(np.array([np.nan, np.nan], dtype))
    printed(np.array([-np.inf, 1], dtype))
    printed(np.array([np.inf, 1e-7], dtype))
    printed(np.array([1e-5, 1.234567e-3], dtype))
    printed(np.array([1, 1000.5], dtype))
    printed(np.array([1, 1001], dtype))
    printed(np.array([0.0001, 0.00009], dtype))
    printed(np.array([2.0**-9, 3 * 2.0**-9, 1.5], dtype))
    printed(np.array([1e16, 1e15, 123456789], dtype))
    printed(np.array([1 / 3, 2 / 3], dtype))
    printed(np.array([1 / 3, 200 / 3], dtype), precision=3)
    printed(np.array([1 / 3, 1e-6], dtype), precision=3, suppress=True)
    printed(np.array([1 / 3, 1e-6], dtype), precision=0)
    printed(np.zeros((2, 2, 2), dtype))
    printed(np.ones((3, 1, 2, 2), dtype))
    printed(np.arange(1001, dtype=dtype))
    printed(np.arange(2000, dtype=dtype).reshape(20, 100) / 8)
    printed(np.arange(1200, dtype=dtype).reshape(2, 3, 200))
    printed(np.arange(30, dtype=dtype), threshold=10, edgeitems=2)
    printed(np.arange(30, dtype=dtype), linewidth=30)
    printed(np.zeros((0,), dtype))
    printed(np.zeros((0, 3), dtype))
    printed(np.zeros((2, 0), dtype))
    for number in [0, 1, -1, 0.1, 1 / 3, 1e-4, 9.9e-5, 1e5, 123456.7, 1e6, 1e15, 1e16, 1e-45, 3.4e38, np.nan, np.inf, -np.inf, -0.0]:
        printed(dtype(number))
printed(np.array([np.float32(16777216), np.float32(0.1)]))
for x in [np.array([1, -200, 3], np.int32), np.array([[1, 2], [30, 4]], np.uint8), np.array([2**32 - 1, 0], np.uint32), np.int32(-5), np.array([True, False]), np.array([[True], [False]]), np.array(True), np.zeros((0,), bool), np.arange(3000, dtype=np.int32), np.arange(100, dtype=np.int32)]:
    printed(x)
write("printing", prints)

# The dtype in which two arrays, or an array and a plain number, are combined; 64-bit integers are int32 here.
jax.config.update("jax_enable_x64", True)
dtypes = ["bool", "uint8", "uint32", "int32", "float32", "float64"]
named = {"int64": "int32", "uint64": "uint32"}


def result_type(a, b):
    name = str(jnp.result_type(a, b))
    return named.get(name, name)


pairs = [{"operands": [a, b], "result": result_type(a, b)} for a in dtypes for b in dtypes]
# With 64 bits switched on, a weak float lifts integers to float64, where it is float32 without.
for a in dtypes:
    jax.config.update("jax_enable_x64", a == "float64")
    pairs += [{"operands": [a, 2], "result": result_type(jnp.dtype(a), 2)}]
    pairs += [{"operands": [a, 0.5], "result": result_type(jnp.dtype(a), 0.5)}]
    pairs += [{"operands": [a, True], "result": result_type(jnp.dtype(a), True)}]
write("promotion", pairs)
