import { describe } from "../../array/options";
import { paint, type Paint } from "../color/color";
import { readLinestyle, type Linestyle } from "../linestyle";
import { rcParams } from "../rcParams";

/** Grid lines of one direction. */
export interface Grid {
  which: "major" | "minor" | "both";
  color: Paint;
  linestyle: Linestyle;
  /** In points. */
  linewidth: number;
}

/** What a grid is drawn among: artists, and whether it lies below them. */
interface GridBearer {
  readonly axisbelow: boolean | "line";
  readonly artists: readonly { zorder: number }[];
}

/** Where the lines of a grid lie among what is drawn: over pictures, over bars and points too, or over everything. */
const zorders = { true: 0.5, line: 1.5, false: 2.5 };

/** The zorder of the grid: what has this or a lower one lies under its lines. */
export const gridZorder = ({ axisbelow }: GridBearer): number => zorders[`${axisbelow}`];

/** Whether something lies under the grid. Vega draws the grid of an axis under everything. */
export const gridLiesOver = (axes: GridBearer): boolean =>
  axes.artists.some(({ zorder }) => zorder <= gridZorder(axes));

/** Reads where a grid lies among what is drawn. */
export function readAxisbelow(functionName: string, below: unknown): boolean | "line" {
  if (typeof below === "boolean" || below === "line") return below;
  throw new TypeError(
    `${functionName}: expected axisbelow to be true, false or "line", got ${describe(below)}`,
  );
}

/** The grid that rcParams describe. */
export function defaultGrid(which: Grid["which"] = "major"): Grid {
  return {
    which,
    color: paint("rcParams", rcParams["grid.color"], rcParams["grid.alpha"]),
    linestyle: readLinestyle("rcParams", rcParams["grid.linestyle"]),
    linewidth: rcParams["grid.linewidth"],
  };
}
