import { describe } from "../../array/options";
import { rcParams } from "../rcParams";

const relativeSizes: Record<string, number> = {
  "xx-small": 0.579,
  "x-small": 0.694,
  small: 0.833,
  medium: 1,
  large: 1.2,
  "x-large": 1.44,
  "xx-large": 1.728,
  larger: 1.2,
  smaller: 0.833,
};

/** A font size in points, from a number or a name such as "large", which goes by `font.size`. */
export function fontSize(functionName: string, size: number | string): number {
  if (typeof size === "number" && size > 0 && Number.isFinite(size)) return size;
  const factor = typeof size === "string" ? relativeSizes[size] : undefined;
  if (factor !== undefined) return factor * rcParams["font.size"];
  throw new TypeError(
    `${functionName}: expected a font size in points or one of ${Object.keys(relativeSizes).join(", ")}, got ${describe(size)}`,
  );
}
