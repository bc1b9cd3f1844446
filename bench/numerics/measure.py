"""Measures JAX and torch where they are installed: python measure.py <engine> <sizes, comma-separated>."""

import json
import os
import sys
import time

engine, sizes = sys.argv[1:3]
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false"

import numpy as np  # noqa: E402

if engine.startswith("JAX"):
    import jax
    from jax import nn

    functions = {name: getattr(nn, name) for name in ("relu", "sigmoid", "gelu", "elu", "softplus", "softmax")}
    functions["tanh"] = jax.numpy.tanh
    if engine == "JAX jit":
        functions = {name: jax.jit(f) for name, f in functions.items()}
    make = jax.numpy.asarray
    finish = lambda y: y.block_until_ready()
else:
    import torch

    torch.set_num_threads(1)
    f = torch.nn.functional
    functions = {
        "relu": torch.relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "gelu": lambda x: f.gelu(x, approximate="tanh"),
        "elu": f.elu,
        "softplus": f.softplus,
        "softmax": lambda x: torch.softmax(x, -1),
    }
    make = torch.from_numpy
    finish = lambda y: y


def timed(function, x):
    def once(count):
        start = time.perf_counter_ns()
        for _ in range(count):
            finish(function(x))
        return (time.perf_counter_ns() - start) / 1000

    count = 1
    while once(count) < 20000:
        count *= 2
    return sorted(once(count) / count for _ in range(11))[5]


for n in map(int, sizes.split(",")):
    data = np.linspace(-10, 10, n, dtype=np.float32)
    times, samples = {}, {}
    for name, function in functions.items():
        shape = (max(1, n // 1000), min(n, 1000)) if name == "softmax" else (n,)
        x = make(data.reshape(shape))
        y = np.asarray(function(x)).ravel()
        samples[name] = [float(y[int(part * n)]) for part in (0, 0.25, 0.5, 0.75)]
        times[name] = timed(function, x)
    print(json.dumps({"engine": engine, "n": n, "times": times, "samples": samples}), flush=True)
