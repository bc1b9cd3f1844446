import { describe, isPlainObject, type Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { defaultGrid, type Grid } from "../model/gridStyle";
import { color, faded, linestyle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, notNegative, share } from "../options/readers";

const gridOptions = {
  /** As the first argument. */
  visible: option(flag),
  /** The ticks that the lines are at. Default: "major". */
  which: option(choice("major", "minor", "both"), { default: "major" }),
  /** Default: "both". */
  axis: option(choice("both", "x", "y"), { default: "both" }),
  /** Default: gray. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { rc: "grid.linestyle", aliases: ["ls"] }),
  /** Width in points. Default: 0.8. Short: `lw`. */
  linewidth: option(notNegative, { rc: "grid.linewidth", aliases: ["lw"] }),
};

/** Options of {@link grid}. */
export type GridOptions = OptionsOf<typeof gridOptions>;

/** What {@link grid} takes: whether there are lines, and how they look. */
export type GridArguments =
  [visible: boolean, options?: Spelled<GridOptions>] | [options?: Spelled<GridOptions>];

/**
 * Draws lines across the axes at the ticks, or takes them away.
 *
 * Without arguments it does the one or the other, whichever is not the case.
 *
 * @param args - Whether there are lines, then options.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.grid.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.grid(true, { axis: "y", linestyle: "--" });
 */
export function grid(axes: AxesBase, ...args: GridArguments): void {
  const [first, second] = args as readonly unknown[];
  const options = isPlainObject(first) ? first : second;
  if (first !== undefined && first !== null && typeof first !== "boolean" && !isPlainObject(first)) {
    throw new TypeError(`grid: expected visible to be true or false, got ${describe(first)}`);
  }
  const read = readTable("grid", options, gridOptions);
  const lines: Grid = {
    which: read.which,
    color: read.color
      ? faded(read.color, read.alpha)
      : { ...defaultGrid().color, alpha: read.alpha ?? defaultGrid().color.alpha },
    linestyle: read.linestyle,
    linewidth: read.linewidth,
  };
  const styled =
    options !== undefined &&
    Object.keys(options as object).some((key) => !["which", "axis", "visible"].includes(key));
  const visible = typeof first === "boolean" ? first : (read.visible ?? (styled ? true : undefined));
  const directions: Direction[] = read.axis === "both" ? ["x", "y"] : [read.axis];
  for (const direction of directions) {
    const axis = axes.axisOf(direction);
    axis.grid = (visible ?? axis.grid === undefined) ? lines : undefined;
  }
}
