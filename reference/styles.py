"""Writes packages/kernel-lib/src/plt/styleSheets.ts: the settings of matplotlib's styles that are settings of plt.

Run: python reference/styles.py
"""

import json
import pathlib
import re

from matplotlib import colors, style

PLT = pathlib.Path(__file__).parent.parent / "packages/kernel-lib/src/plt"
NAMES = set(re.findall(r'^  "([\w.]+)":', (PLT / "rcParams.ts").read_text(), re.M))
# The looks of matplotlib before its second version, and styles of its own pages, are nobody's.
LEFT_OUT = ("classic", "fast", "_")


def setting(name, value):
    if name == "axes.prop_cycle":
        return [colors.to_hex(color) for color in value.by_key()["color"]]
    if "color" in name and value not in ("inherit", "auto", "none"):
        return colors.to_hex(value)
    return value


def main():
    known = {
        name: {key: setting(key, library[key]) for key in sorted(library) if key in NAMES and key != "font.family"}
        for name, library in sorted(style.library.items())
        if not name.startswith(LEFT_OUT)
    }
    (PLT / "styleSheets.ts").write_text(
        f"""import type {{ RcValues }} from "./rcParams";

/** Settings of matplotlib's styles, as far as they are settings here; `reference/styles.py` writes them. */
export const styles: Readonly<Record<string, Partial<RcValues>>> = {json.dumps(known)};
"""
    )


if __name__ == "__main__":
    main()
