import { paint, type Paint } from "./color/color";
import { readLinestyle, type Linestyle } from "./linestyle";
import { rcParams } from "./rcParams";

/** Grid lines of one direction. */
export interface Grid {
  which: "major" | "minor" | "both";
  color: Paint;
  linestyle: Linestyle;
  /** In points. */
  linewidth: number;
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
