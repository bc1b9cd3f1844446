"""Runs the functions of jax.nn that work along axes, and stores arguments and results.

    python reference/axiswise.py        (with the packages of reference/requirements.txt)

An argument {"input": name} stands for an array of the file's "inputs".
"""

import itertools

import jax
import jax.numpy as jnp
import numpy as np

from stored import stored, write

rng = np.random.default_rng(11)
edges = np.array([0, -0.0, 1e-3, -1e-3, 89, -89, 1e4, -1e4, np.inf, -np.inf, np.nan, 3.5], np.float32)
inputs = {
    "rank 1": (rng.normal(size=6) * 3).astype(np.float32),
    "rank 2": (rng.normal(size=(4, 6)) * 10).astype(np.float32),
    "rank 3": (rng.normal(size=(2, 4, 6)) * 30).astype(np.float32),
    "rank 4": rng.uniform(-100, 100, (2, 3, 4, 2)).astype(np.float32),
    "long": rng.uniform(-100, 100, (2, 5000)).astype(np.float32),
    "narrow": rng.uniform(-5, 5, (3, 1000)).astype(np.float32),
    "whole": rng.integers(-5, 5, (3, 4)).astype(np.int32),
    "huge": np.array([[1e30, 1e30, -1e30, 0], [1e-30, 0, -1e-30, 0]], np.float32),
    "constant": np.full((2, 4), 3, np.float32),
    "all minus": np.full((2, 4), -np.inf, np.float32),
    "some minus": np.array([[0, -np.inf, 1, -np.inf], [-np.inf, -np.inf, -np.inf, 5]], np.float32),
    "plus": np.array([[0, np.inf, 1, 2], [1, 2, 3, 4]], np.float32),
    "nan": np.array([[0, np.nan, 1, 2], [1, 2, 3, 4]], np.float32),
    # Without an infinity times the sigmoid of -89, which XLA flushes to zero.
    "pairs": np.array([[a, b] for a, b in itertools.product(edges, edges) if np.isfinite(a) or b != -89], np.float32),
    "empty": np.zeros((3, 0), np.float32),
    "no rows": np.zeros((0, 4), np.float32),
    "number": np.float32(2.5),
    "mask": np.array([[True, False, True, True], [False, True, True, False]]),
    "no mask": np.zeros((2, 4), bool),
    "mask 3": rng.random((2, 4, 6)) > 0.4,
    "mask row": np.array([True, True, False, True, False, True]),
    "factors": (rng.normal(size=(2, 4, 6)) * 2).astype(np.float32),
    "factors row": np.array([1, 0, -1, 2, 0.5, 3], np.float32),
    "classes": np.array([[0, 2, 5], [-1, 3, 1]], np.int32),
}
cases = []


def case(name, call, array, *args, options=None):
    result = call(jnp.asarray(inputs[array]))
    results = [stored(r) for r in (result if isinstance(result, tuple) else [result])]
    cases.append({"name": name, "args": [{"input": array}, *args], "options": options, "results": results})


def choices(rank):
    """Every axis, from both ends, every list of axes, and null."""
    single = [*range(-rank, rank), None]
    lists = [c for n in range(2, rank + 1) for c in itertools.combinations(range(rank), n)]
    return single + lists


def spelled(axis):
    return list(axis) if isinstance(axis, tuple) else axis


ranks = {"rank 1": 1, "rank 2": 2, "rank 3": 3, "rank 4": 4}
special = ["whole", "huge", "constant", "all minus", "some minus", "plus", "nan", "pairs", "empty", "no rows", "long", "narrow"]
for name, f in {"softmax": jax.nn.softmax, "logSoftmax": jax.nn.log_softmax}.items():
    for array, rank in ranks.items():
        for axis in choices(rank):
            case(name, lambda x: f(x, axis), array, options={"axis": spelled(axis)})
    for array in special:
        case(name, f, array)
    case(name, lambda x: f(x, None), "number", options={"axis": None})
    for array, mask in itertools.product(["constant", "all minus", "some minus", "plus", "nan"], ["mask", "no mask"]):
        case(name, lambda x: f(x, where=inputs[mask]), array, options={"where": {"input": mask}})
    for axis in [0, 1, 2, (0, 2), None]:
        case(name, lambda x: f(x, axis, where=inputs["mask 3"]), "rank 3", options={"axis": spelled(axis), "where": {"input": "mask 3"}})
    case(name, lambda x: f(x, where=inputs["mask row"]), "rank 3", options={"where": {"input": "mask row"}})

for array, rank in ranks.items():
    for axis, keepdims in itertools.product(choices(rank), [False, True]):
        options = {"axis": spelled(axis), "keepdims": keepdims}
        case("logsumexp", lambda a: jax.nn.logsumexp(a, axis=axis, keepdims=keepdims), array, options=options)
        case("logmeanexp", lambda a: jax.nn.logmeanexp(a, axis=axis, keepdims=keepdims), array, options=options)
for array in [*special, "number"]:
    for axis in [None] if array == "number" else [None, -1]:
        case("logsumexp", lambda a: jax.nn.logsumexp(a, axis=axis), array, options={"axis": axis})
        case("logmeanexp", lambda a: jax.nn.logmeanexp(a, axis=axis), array, options={"axis": axis})
for array, mask in itertools.product(["constant", "some minus", "nan", "plus"], ["mask", "no mask"]):
    for f, name in [(jax.nn.logsumexp, "logsumexp"), (jax.nn.logmeanexp, "logmeanexp")]:
        case(name, lambda a: f(a, axis=1, where=inputs[mask]), array, options={"axis": 1, "where": {"input": mask}})
for factors, axis, sign in itertools.product(["factors", "factors row"], [None, 0, -1, (0, 2)], [False, True]):
    case("logsumexp", lambda a: jax.nn.logsumexp(a, axis=axis, b=inputs[factors], return_sign=sign), "rank 3",
         options={"axis": spelled(axis), "b": {"input": factors}, "returnSign": sign})
case("logsumexp", lambda a: jax.nn.logsumexp(a, b=inputs["factors row"]), "number", options={"b": {"input": "factors row"}})
case("logsumexp", lambda a: jax.nn.logsumexp(a, axis=1, b=inputs["factors"], where=inputs["mask 3"], return_sign=True), "rank 3",
     options={"axis": 1, "b": {"input": "factors"}, "where": {"input": "mask 3"}, "return_sign": True})

for array, axes in {"rank 1": [-1, 0], "rank 2": [-1, 0, 1], "rank 3": [0, 1, 2], "rank 4": [0, 2, 3], "long": [-1], "empty": [-1], "no rows": [-1], "pairs": [1]}.items():
    for axis in axes:
        case("glu", lambda x: jax.nn.glu(x, axis), array, options={"axis": axis})



def in_double(f):
    """Where elements lie close together float32 loses half of the digits to cancellation: done in float64 here."""
    def run(x):
        jax.config.update("jax_enable_x64", True)
        result = np.asarray(f(jnp.asarray(np.asarray(x), jnp.float64))).astype(np.float32)
        jax.config.update("jax_enable_x64", False)
        return result
    return run


for array, rank in ranks.items():
    for axis in choices(rank):
        options = {"axis": spelled(axis)}
        case("standardize", in_double(lambda x: jax.nn.standardize(x, axis)), array, options=options)
        options = {**options, "algorithm": "stable"}
        case("standardize", in_double(lambda x: jax.nn.standardize(x, axis, algorithm="stable")), array, options=options)
for array in ["whole", "constant", "long", "narrow", "nan", "plus"]:
    case("standardize", jax.nn.standardize, array)
case("standardize", lambda x: jax.nn.standardize(x, epsilon=0.1), "rank 2", options={"epsilon": 0.1})
case("standardize", lambda x: jax.nn.standardize(x, mean=0.5), "rank 2", options={"mean": 0.5})
case("standardize", lambda x: jax.nn.standardize(x, variance=2.0), "rank 2", options={"variance": 2})
case("standardize", lambda x: jax.nn.standardize(x, 0, mean=inputs["rank 1"], variance=jnp.full((4, 1), 2.0)), "rank 2",
     options={"axis": 0, "mean": {"input": "rank 1"}, "variance": [[2], [2], [2], [2]]})
case("standardize", lambda x: jax.nn.standardize(x, where=inputs["mask row"]), "rank 3", options={"where": {"input": "mask row"}})
case("standardize", lambda x: jax.nn.standardize(x, (0, 2), where=inputs["mask 3"]), "rank 3", options={"axis": [0, 2], "where": {"input": "mask 3"}})

for axis in [-1, 0, 1, 2]:
    case("oneHot", lambda x: jax.nn.one_hot(x, 4, axis=axis), "classes", 4, options={"axis": axis})
for dtype in ["float32", "int32", "bool", "uint8"]:
    case("oneHot", lambda x: jax.nn.one_hot(x, 3, dtype=dtype), "classes", 3, options={"dtype": dtype})
case("oneHot", lambda x: jax.nn.one_hot(x, 0), "classes", 0)

write("axiswise", [{"inputs": {name: stored(x) for name, x in inputs.items()}}, *cases])
