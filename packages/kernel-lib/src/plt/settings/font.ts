import type { Label } from "../model/label";
import { paint, type Color } from "../color/color";
import { checkChoice, checkNumber } from "../options";
import { fontSize } from "../text/fontSize";

/** How a text looks. */
export interface FontOptions {
  /** In points, or a name such as "large". Short: `size`. */
  fontsize?: number | string;
  size?: number | string;
  /** "normal" or "bold". Short: `weight`. */
  fontweight?: string | number;
  weight?: string | number;
  /** "normal" or "italic". Short: `style`. */
  fontstyle?: string;
  style?: string;
  /** Default: black, which follows the theme. Short: `c`. */
  color?: Color;
  c?: Color;
}

export const fontDefaults = {
  fontsize: undefined as number | string | undefined,
  fontweight: undefined as string | number | undefined,
  fontstyle: undefined as string | undefined,
  color: undefined as Color | undefined,
};

/** Reads what texts have in common. */
export function readFont(functionName: string, read: typeof fontDefaults): Partial<Label> {
  checkChoice(functionName, "fontstyle", read.fontstyle, ["normal", "italic", "oblique"]);
  return {
    fontsize: read.fontsize === undefined ? undefined : fontSize(functionName, read.fontsize),
    fontweight: read.fontweight,
    fontstyle: read.fontstyle,
    color: read.color === undefined ? undefined : paint(functionName, read.color),
  };
}

/** Reads an angle in degrees. */
export function readRotation(functionName: string, rotation: unknown): number | undefined {
  if (rotation === "horizontal") return 0;
  if (rotation === "vertical") return 90;
  checkNumber()(functionName, "rotation", rotation);
  return rotation as number | undefined;
}
