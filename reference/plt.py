"""Runs the Python half of reference/plt-pairs and writes what matplotlib decided to reference/data/plt.json.

Run: python reference/plt.py [name …]     with a name, prints that pair's numbers instead of writing the file
     python reference/plt.py --pictures DIR   also writes matplotlib's picture of each pair
"""

import argparse
import contextlib
import io
import json
import math
import pathlib
import re
import warnings

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from decisions import figure

HERE = pathlib.Path(__file__).parent
FENCE = re.compile(r"^## (?P<name>.+?)\n+```py\n(?P<py>.*?)```\n+```ts\n(?P<ts>.*?)```", re.M | re.S)


def pairs():
    """Yields (file, name, Python source) of every pair, in order."""
    for path in sorted((HERE / "plt-pairs").glob("*.md")):
        for match in FENCE.finditer(path.read_text()):
            yield path.stem, match["name"], match["py"]


def run(source):
    """Runs one script in a fresh pyplot and returns its figures."""
    plt.close("all")
    matplotlib.rcdefaults()
    matplotlib.use("Agg")
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        exec(compile(source, "<pair>", "exec"), {"plt": plt, "np": np, "math": math})
        figures = [plt.figure(number_) for number_ in plt.get_fignums()]
        return figures, [figure(f) for f in figures]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    found = {}
    for file, name, source in pairs():
        if options.names and name not in options.names:
            continue
        if name in found:
            raise SystemExit(f"two pairs are called {name!r}")
        try:
            figures, found[name] = run(source)
        except Exception as error:
            raise SystemExit(f"{file}: {name}: {type(error).__name__}: {error}") from error
        if options.pictures:
            options.pictures.mkdir(parents=True, exist_ok=True)
            for i, fig in enumerate(figures):
                slug = re.sub(r"\W+", "-", name)
                fig.savefig(options.pictures / f"{slug}-{i}.png", bbox_inches="tight", pad_inches=0.1)
    if options.names:
        print(json.dumps(found, indent=1))
        return
    if options.pictures:
        return
    entries = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in found.items())
    header = f'"matplotlib": {json.dumps(matplotlib.__version__)}'
    (HERE / "data" / "plt.json").write_text(f"{{\n{header},\n\"pairs\": {{\n{entries}\n}}\n}}\n")
    print(f"{len(found)} pairs")


if __name__ == "__main__":
    main()
