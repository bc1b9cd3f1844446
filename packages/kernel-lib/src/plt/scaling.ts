import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";
import type { ScaleName } from "./model/scale";
import { readTable } from "./options/option";
import { choice } from "./options/readers";
import { scaleOf, scaleOptions } from "./options/scale";

/** Gives axes another scale in one direction. */
export function setScale(
  axes: AxesBase,
  functionName: string,
  direction: Direction,
  scale: unknown,
  options: unknown,
): void {
  const name = choice<ScaleName>(
    "linear",
    "log",
    "symlog",
    "logit",
    "function",
  )(functionName, "scale", scale);
  const read = scaleOf(functionName, name, readTable(functionName, options, scaleOptions));
  axes.axisOf(direction).dimension.setScale(read.scale, read.nonpositive);
}
