import { describe } from "../array/options";
import type { Json } from "./model/artist";
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

/** A style by name, or how far into it a pattern begins, and its dashes and gaps, all in line widths. */
export type LinestyleName = string | readonly [offset: number, pattern: readonly number[]];

/** Dashes and gaps, and how far into them a line begins, in line widths. */
export interface DashPattern {
  readonly offset: number;
  readonly lengths: readonly number[];
}

/** A style that has been understood: "-", "--", "-.", ":", "None", or a pattern. */
export type Linestyle = string | DashPattern;

/** Reads a line style. */
export function readLinestyle(functionName: string, value: unknown): Linestyle {
  if (typeof value === "string" && Object.hasOwn(styleNames, value)) return styleNames[value];
  if (Array.isArray(value) && value.length === 2 && Number.isFinite(value[0]) && isPattern(value[1])) {
    return { offset: value[0] as number, lengths: value[1] };
  }
  throw new TypeError(
    `${functionName}: expected linestyle to be one of "-", "--", "-.", ":", "None" or solid, dashed, dashdot, dotted, or [offset, [dash, gap, …]], got ${describe(value)}`,
  );
}

const isPattern = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length % 2 === 0 &&
  value.every((length) => typeof length === "number" && length >= 0);

/** The dashes of a style in pixels; undefined for a solid line. */
export const dashArray = (linestyle: Linestyle, width: number): number[] | undefined =>
  (typeof linestyle === "string" ? dashes[linestyle] : linestyle.lengths)?.map((length) =>
    px(length * width),
  );

/** The mark properties of the dashes of a style; undefined for a solid line. */
export function dashProperties(linestyle: Linestyle, width: number): Json | undefined {
  const strokeDash = dashArray(linestyle, width);
  const offset = typeof linestyle === "string" ? 0 : linestyle.offset;
  return strokeDash && { strokeDash, ...(offset !== 0 && { strokeDashOffset: px(offset * width) }) };
}
