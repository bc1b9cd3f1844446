"""The cases in JAX and in NumPy: python python.py JAX, or NumPy."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

here = Path(__file__).parent
sys.path.insert(0, str(here.parent / "rounds"))
from answer import answer  # noqa: E402

script = f"import {{ cases }} from {json.dumps((here / 'cases.mjs').as_uri())}; console.log(JSON.stringify(cases));"
cases = json.loads(
    subprocess.check_output([os.environ.get("NODE", "node"), "--input-type=module", "-e", script])
)


def numbers_of(shape, phase):
    return np.sin(np.arange(np.prod(shape)) * 0.37 + phase).astype(np.float32).reshape(shape)


def sampled(data):
    data = np.asarray(data).ravel()
    return [float(data[i * data.size // 8]) for i in range(8)]


def memory_inputs(shape):
    x = numbers_of(shape, 0)
    return x, numbers_of(shape[-1:], 1), (np.arange(128) * 37) % 1000


def numpy_case(case):
    if case["kind"] != "memory":
        return None
    x, row, places = memory_inputs(case["shape"])
    mask = x > 0
    generator = np.random.default_rng(0)

    # Each writes into memory that stands, so that the time is the kernel's and not the allocation's.
    def into(make, shape=case["shape"]):
        out = np.empty(shape, np.float32)
        return lambda: make(out)

    def copied(out):
        np.copyto(out, x)
        return out

    def sorted_in_place(out):
        copied(out).sort()
        return out

    def masked(out):
        copied(out)[mask] = 0
        return out

    def softmax(out):
        np.subtract(x, x.max(axis=1, keepdims=True), out=out)
        np.exp(out, out=out)
        return np.divide(out, out.sum(axis=1, keepdims=True), out=out)

    def transposed(out):
        out[...] = x.T
        return out

    def sliced(out):
        out[...] = x[:, 0:64]
        return out

    rows = case["shape"][0]
    calls = {
        "sum0": lambda: into(lambda out: x.sum(axis=0, out=out), case["shape"][1:]),
        "sum1": lambda: into(lambda out: x.sum(axis=1, out=out), case["shape"][:1]),
        "addRow": lambda: into(lambda out: np.add(x, row, out=out)),
        "transpose": lambda: into(transposed, case["shape"][::-1]),
        "cumsum": lambda: into(lambda out: np.cumsum(x, out=out)),
        "gather": lambda: into(lambda out: np.take(x, places, axis=0, out=out, mode="clip"), (128, *case["shape"][1:])),
        "slice": lambda: into(sliced, (rows, 64)),
        "softmax": lambda: into(softmax),
        "normal": lambda: into(lambda out: generator.standard_normal(out=out, dtype=np.float32)),
        "uniform": lambda: into(lambda out: generator.random(out=out, dtype=np.float32)),
        "sort": lambda: into(sorted_in_place),
        "setMask": lambda: into(masked),
        "takeMask": lambda: lambda: x[mask],
    }
    call = calls[case["operation"]]()
    return call, lambda: sampled(call())


def jax_case(case):
    import jax
    import jax.numpy as jnp

    def measured(f, *arguments):
        jitted = jax.jit(f)
        call = lambda: jax.block_until_ready(jitted(*arguments))
        return call, lambda: sampled(call())

    array = lambda shape, phase: jnp.asarray(numbers_of(shape, phase))
    if case["kind"] == "product":
        transposed = case.get("transposed")
        return measured(
            lambda a, b: (a.T if transposed == "a" else a) @ (b.T if transposed == "b" else b),
            array(case["a"], 0),
            array(case["b"], 1),
        )
    if case["kind"] == "convolution":
        x, kernel = array(case["x"], 0), array(case["kernel"], 1)
        convolve = lambda x, w: jax.lax.conv_general_dilated(
            x, w, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
        )
        cotangent = array([*case["x"][:3], case["kernel"][3]], 2)
        through = lambda x, w: jnp.sum(convolve(x, w) * cotangent)
        f = {"forward": convolve, "x": jax.grad(through), "kernel": jax.grad(through, 1)}[case["of"]]
        return measured(f, x, kernel)
    if case["kind"] == "step":
        return jax_step(case, array)
    x, row, places = (jnp.asarray(a) for a in memory_inputs(case["shape"]))
    key, shape = jax.random.key(0), case["shape"]
    calls = {
        "sum0": lambda x: x.sum(axis=0),
        "sum1": lambda x: x.sum(axis=1),
        "addRow": lambda x: x + row,
        "transpose": lambda x: x.T.copy(),
        "cumsum": jnp.cumsum,
        "gather": lambda x: x[places],
        "slice": lambda x: x[:, 0:64],
        "softmax": jax.nn.softmax,
        "normal": lambda x: jax.random.normal(key, shape),
        "uniform": lambda x: jax.random.uniform(key, shape),
        "sort": jnp.sort,
        "setMask": lambda x: jnp.where(x > 0, 0, x),
    }
    return measured(calls[case["operation"]], x) if case["operation"] in calls else None


def jax_step(case, array):
    import jax
    import jax.numpy as jnp
    import optax

    sizes, batch = case["sizes"], case["batch"]
    x, labels = array([batch, sizes[0]], 0), jnp.arange(batch) % sizes[-1]
    layers = [
        {"w": array([sizes[i], size], i) * 0.05, "b": jnp.zeros(size)} for i, size in enumerate(sizes[1:])
    ]
    transformation = optax.sgd(0.01) if case["optimiser"] == "sgd" else optax.adam(0.001)

    def loss(layers):
        h = x
        for i, layer in enumerate(layers):
            h = h @ layer["w"] + layer["b"]
            h = jax.nn.relu(h) if i < len(layers) - 1 else h
        return optax.softmax_cross_entropy_with_integer_labels(h, labels).mean()

    @jax.jit
    def update(layers, state):
        value, gradients = jax.value_and_grad(loss)(layers)
        updates, state = transformation.update(gradients, state, layers)
        return optax.apply_updates(layers, updates), state, value

    state = [layers, transformation.init(layers)]
    first = update(*state)[0]

    def call():
        state[:] = update(*state)[:2]
        jax.block_until_ready(state)

    return call, lambda: sampled(first[1]["w"])


answer(lambda name: {"NumPy": numpy_case, "JAX": jax_case}[sys.argv[1]](cases[name]))
