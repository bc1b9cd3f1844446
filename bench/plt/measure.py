"""Measures matplotlib as a notebook's inline backend draws it. Prints JSON, times in milliseconds."""

import io
import json
import statistics
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def cell(draw):
    start = time.perf_counter()
    draw()
    show = time.perf_counter()
    buffer = io.BytesIO()
    plt.gcf().canvas.print_figure(buffer, format="png", bbox_inches="tight")
    end = time.perf_counter()
    plt.close("all")
    return {"draw": 1e3 * (show - start), "picture": 1e3 * (end - show), "total": 1e3 * (end - start)}, len(buffer.getvalue())


def repeated(draw, times):
    runs = [cell(draw) for _ in range(times)]
    found = {key: statistics.median(run[key] for run, _ in runs) for key in runs[0][0]}
    return {**found, "bytes": runs[-1][1] * 4 // 3, "cold": runs[0][0]["total"]}


rng = np.random.default_rng(7)
hundred = np.linspace(-5, 5, 100, dtype=np.float32)
million = np.arange(1e6) / 1e5
noisy = np.sin(million) + 0.1 * (rng.random(10**6) + rng.random(10**6) - 1)
spots = rng.random((2, 3, 10**5)).sum(1)
print(
    json.dumps(
        {
            "hundred": repeated(lambda: plt.plot(hundred, np.tanh(hundred)), 41),
            "million": repeated(lambda: plt.plot(million, noisy), 9),
            "scatter": repeated(lambda: plt.scatter(spots[0], spots[1]), 5),
        }
    )
)
