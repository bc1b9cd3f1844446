import type { Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import { readPaints } from "../artists/paints";
import { LineCollection } from "../artists/segments";
import type { Color } from "../color/color";
import { readNumbers, type Data } from "../data";
import { readLinestyle, type LinestyleName } from "../linestyle";
import { checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { rcParams } from "../rcParams";
import type { AxesBase } from "../model/axes";

/** Options of {@link hlines} and {@link vlines}. */
export interface SegmentOptions {
  /** A colour, or one a line. Default: the first of the cycle. */
  colors?: Color | readonly Color[];
  color?: Color | readonly Color[];
  /** "-", "--", "-.", ":" or their names. Default: "-". */
  linestyles?: LinestyleName;
  linestyle?: LinestyleName;
  ls?: LinestyleName;
  /** Width in points. Default: 1.5. */
  linewidths?: number;
  linewidth?: number;
  lw?: number;
  /** Opacity from 0 to 1. */
  alpha?: number;
  /** Name in the legend. */
  label?: string | number;
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder?: number;
}

function segments(
  axes: AxesBase,
  functionName: "hlines" | "vlines",
  along: Direction,
  places: unknown,
  from: unknown,
  to: unknown,
  options: unknown,
): LineCollection {
  const other = along === "x" ? "y" : "x";
  const names = [along, `${other}min`, `${other}max`];
  const lists = [places, from, to].map((value, i) => readNumbers(functionName, names[i], value));
  const count = Math.max(...lists.map(({ length }) => length));
  const [at, low, high] = lists.map((list, i) => {
    if (list.length === count) return list;
    if (list.length === 1) return new Float64Array(count).fill(list[0]);
    throw new RangeError(
      `${functionName}: expected ${names[i]} to be one number or ${count}, got ${list.length}`,
    );
  });
  const read = drawingOptions(functionName, options, {
    color: undefined as Color | readonly Color[] | undefined,
    linestyle: "-" as LinestyleName,
    linewidth: undefined as number | undefined,
    alpha: undefined as number | undefined,
    label: "" as string | number,
    zorder: 2,
  });
  checkOptions(functionName, read, {
    linewidth: checkNumber(0),
    alpha: checkNumber(0, 1),
    zorder: checkNumber(),
  });
  const style = {
    color: readPaints(functionName, read.color ?? "C0", read.alpha),
    linestyle: readLinestyle(functionName, read.linestyle),
    linewidth: read.linewidth ?? rcParams["lines.linewidth"],
  };
  const label = readText(functionName, "label", read.label);
  const drawn =
    along === "y"
      ? new LineCollection(low, at, high, at, style, label)
      : new LineCollection(at, low, at, high, style, label);
  drawn.zorder = read.zorder;
  axes.add([drawn]);
  return drawn;
}

/**
 * Draws horizontal lines.
 *
 * @param y - Their places.
 * @param xmin - Their left ends, one or one each.
 * @param xmax - Their right ends, one or one each.
 * @param options - Colours, styles and widths.
 * @returns The lines.
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hlines.html
 * @example
 * plt.hlines([1, 2], 0, [3, 4], { colors: "r" });
 */
export function hlines(
  axes: AxesBase,
  y: Data,
  xmin: Data,
  xmax: Data,
  options?: Spelled<SegmentOptions>,
): LineCollection {
  return segments(axes, "hlines", "y", y, xmin, xmax, options);
}

/**
 * Draws vertical lines.
 *
 * @param x - Their places.
 * @param ymin - Their lower ends, one or one each.
 * @param ymax - Their upper ends, one or one each.
 * @param options - Colours, styles and widths.
 * @returns The lines.
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.vlines.html
 * @example
 * plt.vlines([1, 2], 0, 1, { linestyles: "dashed" });
 */
export function vlines(
  axes: AxesBase,
  x: Data,
  ymin: Data,
  ymax: Data,
  options?: Spelled<SegmentOptions>,
): LineCollection {
  return segments(axes, "vlines", "x", x, ymin, ymax, options);
}
