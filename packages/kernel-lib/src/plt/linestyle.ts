import { describe } from "../array/options";
import { px } from "./spec/theme";

const dashes: Record<string, number[]> = { "--": [3.7, 1.6], "-.": [6.4, 1.6, 1, 1.6], ":": [1, 1.65] };
const styleNames: Record<string, string> = {
  "-": "-",
  solid: "-",
  "--": "--",
  dashed: "--",
  "-.": "-.",
  dashdot: "-.",
  ":": ":",
  dotted: ":",
  None: "None",
  none: "None",
  "": "None",
  " ": "None",
};

/** A style by name, or a pattern of dashes and gaps in line widths, given after an offset of 0. */
export type LinestyleName = string | readonly [offset: 0, pattern: readonly number[]];

/** A style that has been understood: "-", "--", "-.", ":", "None", or a pattern of dashes and gaps in line widths. */
export type Linestyle = string | readonly number[];

/** Reads a line style. */
export function readLinestyle(functionName: string, value: unknown): Linestyle {
  if (typeof value === "string" && Object.hasOwn(styleNames, value)) return styleNames[value];
  if (Array.isArray(value) && value.length === 2 && value[0] === 0 && isPattern(value[1])) return value[1];
  throw new TypeError(
    `${functionName}: expected linestyle to be one of "-", "--", "-.", ":", "None" or solid, dashed, dashdot, dotted, or [0, [dash, gap, …]], got ${describe(value)}`,
  );
}

const isPattern = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length % 2 === 0 &&
  value.every((length) => typeof length === "number" && length >= 0);

/** The dashes of a style in pixels; undefined for a solid line. */
export const dashArray = (linestyle: Linestyle, width: number): number[] | undefined =>
  (typeof linestyle === "string" ? dashes[linestyle] : linestyle)?.map((length) => px(length * width));
