import { describe } from "../../array/options";
import type { Scale, ScaleName } from "../model/scale";
import { functionScale } from "../model/scales/functions";
import { linearScale } from "../model/scales/linear";
import { logitScale } from "../model/scales/logit";
import { logScaleOf } from "../model/scales/log";
import { symlogScale } from "../model/scales/symlog";
import { option, type OptionsOf, type Reader, type ReadOf } from "./option";
import { choice, number } from "./readers";

/** Reads a function of a number, and its inverse. */
export const functions: Reader<
  readonly [forward: (value: number) => number, inverse: (value: number) => number],
  readonly [(value: number) => number, (value: number) => number]
> = (functionName, name, value) => {
  const pair = Array.isArray(value) ? (value as unknown[]) : [];
  if (pair.length === 2 && pair.every((each) => typeof each === "function")) {
    return pair as [(value: number) => number, (value: number) => number];
  }
  throw new TypeError(
    `${functionName}: expected ${name} to be a function and its inverse, got ${describe(value)}`,
  );
};

/** Reads multiples of powers of the base. */
const multiples: Reader<readonly number[], readonly number[]> = (functionName, name, value) => {
  if (Array.isArray(value) && value.every((each) => typeof each === "number" && each > 0)) return value;
  throw new TypeError(`${functionName}: expected ${name} to be numbers above 0, got ${describe(value)}`);
};

export const scaleOptions = {
  /**
   * Whether "log" and "logit" draw what they are not defined for far away, or leave a gap. Default: "clip", for "logit"
   * "mask".
   */
  nonpositive: option(choice("clip", "mask")),
  /** Base of the logarithm of "log" and "symlog". Default: 10. */
  base: option(number(1), { default: 10 }),
  /** Up to this distance from zero "symlog" is linear. Default: 2. */
  linthresh: option(number(0), { default: 2 }),
  /** How many decades long each half of the linear part of "symlog" is. Default: 1. */
  linscale: option(number(0), { default: 1 }),
  /** Multiples of powers of the base that have small ticks on "symlog". Default: none. */
  subs: option(multiples, { default: [] }),
  /** The function of "function", and its inverse. */
  functions: option(functions),
};

/** Options of {@link xscale} and {@link yscale}. */
export type ScaleOptions = OptionsOf<typeof scaleOptions>;

/** The scale that a name and options ask for. */
export function scaleOf(
  functionName: string,
  name: ScaleName,
  read: ReadOf<typeof scaleOptions>,
): { scale: Scale; nonpositive: "clip" | "mask" } {
  const { base, linthresh, linscale, subs } = read;
  for (const [what, value, least] of [
    ["base", base, 1],
    ["linthresh", linthresh, 0],
    ["linscale", linscale, 0],
  ] as const) {
    if (value <= least)
      throw new RangeError(`${functionName}: expected ${what} to be above ${least}, got ${value}`);
  }
  const nonpositive = read.nonpositive ?? (name === "logit" ? "mask" : "clip");
  if (name === "log") return { scale: logScaleOf(base), nonpositive };
  if (name === "symlog") return { scale: symlogScale({ base, linthresh, linscale, subs }), nonpositive };
  if (name === "logit") return { scale: logitScale, nonpositive };
  if (name === "linear") return { scale: linearScale, nonpositive };
  if (read.functions) return { scale: functionScale(...read.functions), nonpositive };
  throw new TypeError(`${functionName}: expected the option functions: a function and its inverse`);
}
