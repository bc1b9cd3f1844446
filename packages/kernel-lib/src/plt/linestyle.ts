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

/** Reads the name of a line style. */
export function readLinestyle(functionName: string, value: unknown): string {
  if (typeof value === "string" && Object.hasOwn(styleNames, value)) return styleNames[value];
  throw new TypeError(
    `${functionName}: expected linestyle to be one of "-", "--", "-.", ":", "None" or solid, dashed, dashdot, dotted, got ${describe(value)}`,
  );
}

/** The dashes of a style in pixels; undefined for a solid line. */
export const dashArray = (linestyle: string, width: number): number[] | undefined =>
  dashes[linestyle]?.map((length) => px(length * width));
