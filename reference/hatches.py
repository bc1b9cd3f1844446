"""Writes down what matplotlib draws for each letter of a pattern, in a square of an inch: reference/data/hatches.json.

Run: python reference/hatches.py
"""

import json
import pathlib

import matplotlib
from matplotlib import hatch
from matplotlib.path import Path

PATTERNS = ["-", "|", "+", "/", "\\", "x", "o", "O", ".", "*", "//", "-|", "oo", "+x"]


def parts(path):
    """The two ends of each straight part of a path, and the middle of every other one."""
    found = []
    for vertex, code in zip(path.vertices.tolist(), path.codes.tolist()):
        if code == Path.MOVETO:
            found.append([])
        if code != Path.CLOSEPOLY:
            found[-1].append([round(x, 9) for x in vertex])
    return [ends if len(ends) == 2 else [middle(ends)] for ends in found]


def middle(points):
    return [round((min(values) + max(values)) / 2, 6) for values in zip(*points)]


data = {"matplotlib": matplotlib.__version__, "patterns": {p: parts(hatch.get_path(p)) for p in PATTERNS}}
pathlib.Path(__file__).parent.joinpath("data", "hatches.json").write_text(json.dumps(data) + "\n")
