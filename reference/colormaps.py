"""Writes packages/kernel-lib/src/plt/color/colormapTable.ts: matplotlib's colormaps as few corners of straight lines,
and reference/data/colormaps.json: colours to compare with.

Run: python reference/colormaps.py
"""

import json
import pathlib

import matplotlib
import numpy as np
from matplotlib import colors

HERE = pathlib.Path(__file__).parent
#: Levels of 255 by which a colour may differ from matplotlib's.
TOLERANCE = 0.75
#: Maps that repeat too fast for corners, and are of no use for data.
LEFT_OUT = {"flag", "prism"}
#: Names that say the same as another.
SAME = {"grey": "gray", "gist_grey": "gray", "gist_gray": "gray", "gist_yerg": "binary", "gist_yarg": "binary", "Grays": "Greys"}


def levels(colormap):
    """The colours of a map from 0 to 255, at most 256 of them."""
    count = min(colormap.N, 256)
    return colormap((np.arange(count) + 0.5) / count)[:, :3] * 255


def corners(table):
    """Greedily the fewest corners (index, colour) whose straight lines stay within the tolerance."""
    found = [0]
    rounded = np.round(table)
    while found[-1] < len(table) - 1:
        start = found[-1]
        stop = len(table) - 1
        while True:
            t = np.linspace(0, 1, stop - start + 1)[:, None]
            line = rounded[start] * (1 - t) + rounded[stop] * t
            if stop == start + 1 or np.abs(line - table[start : stop + 1]).max() <= TOLERANCE:
                break
            stop -= 1
        found.append(stop)
    return found, rounded


def text(colormap):
    table = levels(colormap)
    hexes = [colors.to_hex(c / 255)[1:] for c in np.round(table)]
    if isinstance(colormap, colors.ListedColormap) and colormap.N < 256:
        return "= " + " ".join(hexes)
    found, _ = corners(table)
    return " ".join(f"{i:02x}{hexes[i]}" for i in found)


names = sorted(
    (n for n in matplotlib.colormaps if not n.endswith("_r") and n not in LEFT_OUT and n not in SAME), key=str.lower
)
entries = "\n".join(f'  ["{n}", "{text(matplotlib.colormaps[n])}"],' for n in names)
same = "\n".join(f'  ["{k}", "{v}"],' for k, v in sorted(SAME.items()))
(HERE / "../packages/kernel-lib/src/plt/color/colormapTable.ts").write_text(f"""/**
 * matplotlib's colormaps: corners of straight lines as index and colour in hexadecimal (0 to ff of 256 steps), or,
 * after an equals sign, a list of colours. Written by reference/colormaps.py; off by less than one
 * level of 255, twilight's by three.
 */
export const colormapTable: ReadonlyMap<string, string> = new Map([
{entries}
]);

/** Other names of the same. */
export const sameColormaps: ReadonlyMap<string, string> = new Map([
{same}
]);
""")
values = [-0.1, 0.0, 0.003, 0.1, 0.25, 0.4999, 0.5, 0.6, 0.77, 0.9, 0.998, 1.0, 1.2]
wanted = {n: [colors.to_hex(matplotlib.colormaps[n](v)) for v in values] for n in names + [f"{n}_r" for n in names]}
rows = ",\n".join(f'"{n}": {json.dumps(c)}' for n, c in wanted.items())
(HERE / "data/colormaps.json").write_text(f'{{\n"values": {values},\n"colors": {{\n{rows}\n}}\n}}\n')
print(len(names), "colormaps")
