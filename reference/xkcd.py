"""Writes packages/kernel-lib/src/plt/color/xkcd.ts: the colours that people named in the survey of xkcd.

Run: python reference/xkcd.py
"""

import pathlib
import textwrap

from matplotlib.colors import XKCD_COLORS

TARGET = pathlib.Path(__file__).parent.parent / "packages/kernel-lib/src/plt/color/xkcd.ts"


def main():
    entries = ", ".join(f"{name[5:]} {code[1:]}" for name, code in sorted(XKCD_COLORS.items()))
    table = "\n".join(textwrap.wrap(entries, 116, break_on_hyphens=False))
    TARGET.write_text(
        f"""/** The colours of the xkcd survey, which are in the public domain; `reference/xkcd.py` writes them. */
const packed = `
{table}`;

let colors: ReadonlyMap<string, string> | undefined;

/**
 * The colour that people called by a name; undefined where it is none of theirs.
 *
 * @see https://xkcd.com/color/rgb/
 */
export function xkcdColor(name: string): string | undefined {{
  colors ??= new Map(
    packed
      .trim()
      .split(/,\\s/)
      .map((entry) => [entry.slice(0, -7).replace(/\\s/g, " "), `#${{entry.slice(-6)}}`]),
  );
  return colors.get(name);
}}
"""
    )


if __name__ == "__main__":
    main()
