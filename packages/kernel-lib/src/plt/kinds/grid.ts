import { describe, isPlainObject, type Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import { defaultGrid, type Grid } from "../model/gridStyle";
import { paint, type Color } from "../color/color";
import { readLinestyle, type LinestyleName } from "../linestyle";
import { checkChoice, checkNumber, checkOptions, drawingOptions } from "../options";
import type { AxesBase } from "../model/axes";

/** Options of {@link grid}. */
export interface GridOptions {
  /** As the first argument. */
  visible?: boolean;
  /** The ticks that the lines are at. Default: "major". */
  which?: "major" | "minor" | "both";
  /** Default: "both". */
  axis?: "both" | "x" | "y";
  /** Default: gray. Short: `c`. */
  color?: Color;
  c?: Color;
  /** Opacity from 0 to 1. Default: 1. */
  alpha?: number;
  /** Default: "-". Short: `ls`. */
  linestyle?: LinestyleName;
  ls?: LinestyleName;
  /** Width in points. Default: 0.8. Short: `lw`. */
  linewidth?: number;
  lw?: number;
}

/** What {@link grid} takes: whether there are lines, and how they look. */
export type GridArguments =
  [options?: Spelled<GridOptions>] | [visible: boolean, options?: Spelled<GridOptions>];

/**
 * Draws lines across the axes at the ticks, or takes them away.
 *
 * Without arguments it does the one or the other, whichever is not the case.
 *
 * @param args - Whether there are lines, then options.
 * @throws TypeError for an option or a value that is none.
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
  const base = defaultGrid();
  const read = drawingOptions("grid", options, {
    visible: undefined as boolean | undefined,
    which: "major" as Grid["which"],
    axis: "both",
    color: undefined as Color | undefined,
    alpha: undefined as number | undefined,
    linestyle: undefined as LinestyleName | undefined,
    linewidth: undefined as number | undefined,
  });
  checkChoice("grid", "which", read.which, ["major", "minor", "both"]);
  checkChoice("grid", "axis", read.axis, ["both", "x", "y"]);
  checkOptions("grid", read, { alpha: checkNumber(0, 1), linewidth: checkNumber(0) });
  const lines: Grid = {
    which: read.which,
    color:
      read.color === undefined
        ? { ...base.color, alpha: read.alpha ?? base.color.alpha }
        : paint("grid", read.color, read.alpha),
    linestyle: read.linestyle === undefined ? base.linestyle : readLinestyle("grid", read.linestyle),
    linewidth: read.linewidth ?? base.linewidth,
  };
  const styled =
    options !== undefined &&
    Object.keys(options as object).some((key) => !["which", "axis", "visible"].includes(key));
  const visible = typeof first === "boolean" ? first : (read.visible ?? (styled ? true : undefined));
  const directions: Direction[] = read.axis === "both" ? ["x", "y"] : [read.axis as Direction];
  for (const direction of directions) {
    const axis = axes.axisOf(direction);
    axis.grid = (visible ?? axis.grid === undefined) ? lines : undefined;
  }
}
