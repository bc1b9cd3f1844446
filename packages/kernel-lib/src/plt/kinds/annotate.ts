import { describe, isPlainObject, type Spelled } from "../../array/options";
import { Arrow, type ArrowStyle } from "../artists/arrow";
import { Text, type Coordinates } from "../artists/text";
import { paint, type Color } from "../color/color";
import { checkChoice, checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { readPlace, readTextStyle, textDefaults, type TextOptions } from "../textOptions";
import type { AxesBase } from "../model/axes";

/** How the arrow of {@link annotate} looks. Lengths are in points. */
export interface ArrowOptions {
  /** "-", "->", "<-", "<->", "-|>", "<|-" or "<|-|>". Default: a filled shape. */
  arrowstyle?: string;
  color?: Color;
  facecolor?: Color;
  fc?: Color;
  edgecolor?: Color;
  ec?: Color;
  /** Width of lines. Default: 1. Short: `lw`. */
  linewidth?: number;
  lw?: number;
  alpha?: number;
  /** Thickness of a filled shape. Default: 4. */
  width?: number;
  /** Width of its head. Default: 12. */
  headwidth?: number;
  /** Length of its head. Default: 12. */
  headlength?: number;
  /** Share of a filled shape's length left free at both ends. Default: 0. */
  shrink?: number;
  /** Curvature; arrows are straight here. */
  connectionstyle?: string;
}

/** Options of {@link annotate}. */
export interface AnnotateOptions extends TextOptions {
  /** The point, where it is not the second argument. */
  xy?: readonly [number, number];
  /** Where the text is. Default: at the point. */
  xytext?: readonly [number, number];
  /** What the point is measured in. Default: "data". */
  xycoords?: "data" | "axes fraction";
  /** What `xytext` is measured in: the same, or points from the point. Default: as the point. */
  textcoords?: "data" | "axes fraction" | "offset points";
  /** An arrow from the text to the point. Default: none. */
  arrowprops?: Spelled<ArrowOptions>;
}

/** What {@link annotate} takes after the text: the point, and options. */
export type AnnotateArguments =
  | [xy: readonly [number, number], options?: Spelled<AnnotateOptions>]
  | [options: Spelled<AnnotateOptions> & { xy: readonly [number, number] }];

const arrowStyles = ["-", "->", "<-", "<->", "-|>", "<|-", "<|-|>", "simple", "fancy", "wedge"];

function readArrow(options: unknown): ArrowStyle {
  const read = drawingOptions("annotate", options, {
    arrowstyle: "simple",
    color: undefined as Color | undefined,
    facecolor: undefined as Color | undefined,
    edgecolor: undefined as Color | undefined,
    linewidth: 1,
    alpha: undefined as number | undefined,
    width: 4,
    headwidth: 12,
    headlength: 12,
    shrink: 0,
    connectionstyle: undefined as string | undefined,
  });
  const style = readText("annotate", "arrowstyle", read.arrowstyle);
  checkChoice("annotate", "arrowstyle", style.split(",")[0], arrowStyles);
  const notNegative = checkNumber(0);
  checkOptions("annotate", read, {
    linewidth: notNegative,
    width: notNegative,
    headwidth: notNegative,
    headlength: notNegative,
    shrink: checkNumber(0, 0.5),
  });
  const shape = ["simple", "fancy", "wedge"].includes(style.split(",")[0]);
  return {
    arrowstyle: shape ? "simple" : style.split(",")[0],
    color: paint("annotate", read.edgecolor ?? read.color ?? "k", read.alpha),
    face: paint("annotate", read.facecolor ?? read.color ?? (shape ? "C0" : "k"), read.alpha),
    linewidth: read.linewidth,
    shrink: 2,
    shrinkShare: read.shrink,
    width: read.width,
    headwidth: read.headwidth,
    headlength: read.headlength,
  };
}

function readPoint(functionName: string, name: string, value: unknown): [unknown, unknown] {
  if (Array.isArray(value) && value.length === 2) return [value[0], value[1]];
  throw new TypeError(`${functionName}: expected ${name} to be a pair [x, y], got ${describe(value)}`);
}

/**
 * Writes a text about a point, with an arrow to it if asked for.
 *
 * @param text - The text; what is between dollar signs is read as mathtext.
 * @param args - The point, in data, or the option `xy` in its place; then options: `xytext`, `arrowprops`, `xycoords`,
 *   `textcoords`, and those of {@link text}.
 * @returns The text.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.annotate.html
 * @example
 * plt.annotate("peak", [1, 5], { xytext: [2, 4], arrowprops: { arrowstyle: "->" } });
 */
export function annotate(axes: AxesBase, text: string, ...args: AnnotateArguments): Text {
  const written = readText("annotate", "text", text);
  const options = isPlainObject(args[0]) ? args[0] : args[1];
  const read = drawingOptions("annotate", options, {
    ...textDefaults,
    xy: undefined as readonly [number, number] | undefined,
    xytext: undefined as readonly [number, number] | undefined,
    xycoords: "data",
    textcoords: undefined as string | undefined,
    arrowprops: undefined as unknown,
  });
  checkChoice("annotate", "xycoords", read.xycoords, ["data", "axes fraction"]);
  checkChoice("annotate", "textcoords", read.textcoords, ["data", "axes fraction", "offset points"]);
  const style = readTextStyle("annotate", read);
  const point = readPoint("annotate", "xy", isPlainObject(args[0]) ? read.xy : args[0]);
  const places = [readPlace("annotate", "x", point[0]), readPlace("annotate", "y", point[1])];
  const target = read.xytext === undefined ? undefined : readPoint("annotate", "xytext", read.xytext);
  const textcoords = read.textcoords ?? read.xycoords;
  const textPlaces = target?.map((value, i) => readPlace("annotate", i === 0 ? "x" : "y", value));
  const arrow =
    read.arrowprops === undefined || read.arrowprops === null ? undefined : readArrow(read.arrowprops);
  const coordinates = (name: string) => {
    const own: Coordinates = name === "data" ? "data" : "axes";
    return { x: own, y: own };
  };
  const at = [places[0](axes, "x"), places[1](axes, "y")];
  const tip = new Text(at[0], at[1], "", style, coordinates(read.xycoords));
  const shifted = textcoords === "offset points" && textPlaces;
  const there = textPlaces ? [textPlaces[0](axes, "x"), textPlaces[1](axes, "y")] : at;
  const drawn = shifted
    ? new Text(at[0], at[1], written, style, coordinates(read.xycoords), [there[0], there[1]])
    : new Text(there[0], there[1], written, style, coordinates(textPlaces ? textcoords : read.xycoords));
  drawn.zorder = read.zorder;
  axes.add(arrow ? [new Arrow(drawn, tip, arrow), drawn] : [drawn], []);
  return drawn;
}
