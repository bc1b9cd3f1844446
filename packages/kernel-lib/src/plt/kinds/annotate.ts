import { describe, isPlainObject, type Spelled } from "../../array/options";
import { Arrow, type ArrowStyle } from "../artists/arrow";
import { Text, type Coordinates } from "../artists/text";
import { paint } from "../color/color";
import type { AxesBase } from "../model/axes";
import { color, faded } from "../options/looks";
import { group, option, readTable, type OptionsOf, type ReadOf } from "../options/option";
import { choice, given, notNegative, number, share, text as readText, type Scalar } from "../options/readers";
import { readPlace, textLook, textStyle } from "../textOptions";

const arrowOptions = {
  /** "-", "->", "<-", "<->", "-|>", "<|-" or "<|-|>". Default: a filled shape. */
  arrowstyle: option(readText, { default: "simple" }),
  /** Colour of the line, or of the inside and the edge. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
  /** Colour inside of a filled shape. Short: `fc`. */
  facecolor: option(color, { aliases: ["fc"] }),
  /** Colour of its edge. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec"] }),
  /** Width of lines. Default: 1. Short: `lw`. */
  linewidth: option(notNegative, { default: 1, aliases: ["lw"] }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Thickness of a filled shape. Default: 4. */
  width: option(notNegative, { default: 4 }),
  /** Width of its head. Default: 12. */
  headwidth: option(notNegative, { default: 12 }),
  /** Length of its head. Default: 12. */
  headlength: option(notNegative, { default: 12 }),
  /** Share of a filled shape's length left free at both ends. Default: 0. */
  shrink: option(number(0, 0.5), { default: 0 }),
  /** Curvature; arrows are straight here. */
  connectionstyle: option(given<string>()),
};

/** How the arrow of {@link annotate} looks. Lengths are in points. */
export type ArrowOptions = OptionsOf<typeof arrowOptions>;

/** A point, or where a text is. */
type Point = readonly [Scalar | string, Scalar | string];

const annotateOptions = {
  ...textLook,
  /** The point, where it is not the second argument. */
  xy: option(given<Point>()),
  /** Where the text is. Default: at the point. */
  xytext: option(given<Point>()),
  /** What the point is measured in. Default: "data". */
  xycoords: option(choice("data", "axes fraction"), { default: "data" }),
  /** What `xytext` is measured in: the same, or points from the point. Default: as the point. */
  textcoords: option(choice("data", "axes fraction", "offset points")),
  /** An arrow from the text to the point. Default: none. */
  arrowprops: option(group<typeof arrowOptions, Spelled<ArrowOptions>>(arrowOptions)),
};

/** Options of {@link annotate}. */
export type AnnotateOptions = OptionsOf<typeof annotateOptions>;

/** What {@link annotate} takes after the text: the point, and options. */
export type AnnotateArguments =
  [xy: Point, options?: Spelled<AnnotateOptions>] | [options: Spelled<AnnotateOptions> & { xy: Point }];

const filledStyles = ["simple", "fancy", "wedge"] as const;
const lineStyles = ["-", "->", "<-", "<->", "-|>", "<|-", "<|-|>"] as const;

function arrowStyle(read: ReadOf<typeof arrowOptions>): ArrowStyle {
  const [name] = read.arrowstyle.split(",");
  choice(...lineStyles, ...filledStyles)("annotate", "arrowstyle", name);
  const shape = (filledStyles as readonly string[]).includes(name);
  const usual = (own: string) => paint("annotate", own);
  return {
    arrowstyle: shape ? "simple" : name,
    color: faded(read.edgecolor ?? read.color ?? usual("k"), read.alpha),
    face: faded(read.facecolor ?? read.color ?? usual(shape ? "C0" : "k"), read.alpha),
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
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.annotate.html
 * @example
 * plt.annotate("peak", [1, 5], { xytext: [2, 4], arrowprops: { arrowstyle: "->" } });
 */
export function annotate(axes: AxesBase, text: string, ...args: AnnotateArguments): Text {
  const written = readText("annotate", "text", text);
  const options = isPlainObject(args[0]) ? args[0] : args[1];
  const read = readTable("annotate", options, annotateOptions);
  const style = textStyle("annotate", read);
  const point = readPoint("annotate", "xy", isPlainObject(args[0]) ? read.xy : args[0]);
  const places = [readPlace("annotate", "x", point[0]), readPlace("annotate", "y", point[1])];
  const target = read.xytext === undefined ? undefined : readPoint("annotate", "xytext", read.xytext);
  const textcoords = read.textcoords ?? read.xycoords;
  const textPlaces = target?.map((value, i) => readPlace("annotate", i === 0 ? "x" : "y", value));
  const arrow = read.arrowprops && arrowStyle(read.arrowprops);
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
