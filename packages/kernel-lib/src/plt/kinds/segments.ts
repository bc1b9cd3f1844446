import type { Spelled } from "../../array/options";
import { SegmentCollection } from "../artists/segments";
import { readNumbers, type Data } from "../data";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { colors, faded, label, linestyle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { notNegative, number, share } from "../options/readers";

const segmentOptions = {
  /** A colour, or one a line. Default: the first of the cycle. */
  colors: option(colors, { default: "C0", aliases: ["color", "c"] }),
  /** "-", "--", "-.", ":" or their names. Default: "-". */
  linestyles: option(linestyle, { default: "-", aliases: ["linestyle", "ls"] }),
  /** Width in points. Default: 1.5. */
  linewidths: option(notNegative, { rc: "lines.linewidth", aliases: ["linewidth", "lw"] }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder: option(number(), { default: 2 }),
};

/** Options of {@link hlines} and {@link vlines}. */
export type SegmentOptions = OptionsOf<typeof segmentOptions>;

function segments(
  axes: AxesBase,
  functionName: "hlines" | "vlines",
  along: Direction,
  ends: readonly unknown[],
  options: unknown,
): SegmentCollection {
  const other = along === "x" ? "y" : "x";
  const names = [along, `${other}min`, `${other}max`];
  const lists = ends.map((value, i) => readNumbers(functionName, names[i], value));
  const count = Math.max(...lists.map(({ length }) => length));
  const [at, low, high] = lists.map((list, i) => {
    if (list.length === count) return list;
    if (list.length === 1) return new Float64Array(count).fill(list[0]);
    throw new RangeError(
      `${functionName}: expected ${names[i]} to be one number or ${count}, got ${list.length}`,
    );
  });
  const read = readTable(functionName, options, segmentOptions);
  const style = {
    color: read.colors.map((paint) => faded(paint, read.alpha)),
    linestyle: read.linestyles,
    linewidth: read.linewidths,
  };
  const drawn =
    along === "y"
      ? new SegmentCollection(low, at, high, at, style, read.label)
      : new SegmentCollection(at, low, at, high, style, read.label);
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
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
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
): SegmentCollection {
  return segments(axes, "hlines", "y", [y, xmin, xmax], options);
}

/**
 * Draws vertical lines.
 *
 * @param x - Their places.
 * @param ymin - Their lower ends, one or one each.
 * @param ymax - Their upper ends, one or one each.
 * @param options - Colours, styles and widths.
 * @returns The lines.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
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
): SegmentCollection {
  return segments(axes, "vlines", "x", [x, ymin, ymax], options);
}
