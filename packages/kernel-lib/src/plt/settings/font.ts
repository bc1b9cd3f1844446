import type { Label } from "../model/label";
import { color } from "../options/looks";
import { option, type Reader, type ReadOf } from "../options/option";
import { choice, given, number, scalarOf, type Scalar } from "../options/readers";
import { fontSize } from "../text/fontSize";

/** Reads a font size in points, or a name such as "large". */
export const textSizeOption: Reader<Scalar | string, number> = (functionName, _, value) =>
  fontSize(functionName, scalarOf(value) as number | string);

/** Reads an angle in degrees. */
export const rotation: Reader<Scalar | "horizontal" | "vertical", number> = (functionName, name, value) => {
  if (value === "horizontal") return 0;
  if (value === "vertical") return 90;
  return number()(functionName, name, value);
};

/** How a text looks. */
export const fontOptions = {
  /** In points, or a name such as "large". Short: `size`. */
  fontsize: option(textSizeOption, { aliases: ["size"] }),
  /** "normal" or "bold". Short: `weight`. */
  fontweight: option(given<string | number>(), { aliases: ["weight"] }),
  /** "normal" or "italic". Short: `style`. */
  fontstyle: option(choice("normal", "italic", "oblique"), { aliases: ["style"] }),
  /** Default: black, which follows the theme. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
};

/** What texts have in common. */
export const fontOf = ({
  fontsize,
  fontweight,
  fontstyle,
  color: paint,
}: ReadOf<typeof fontOptions>): Partial<Label> => ({ fontsize, fontweight, fontstyle, color: paint });
