import { describe, isPlainObject, type Spelled } from "../../array/options";
import { FancyArrowPatch, type ArrowStyle } from "../artists/fancyArrowPatch";
import { readArrowLook, type ArrowLook } from "../arrowShapes";
import { Text } from "../artists/text";
import { paint } from "../color/color";
import { measuredBy, type Transform } from "../coordinates";
import { readConnection, straightConnection, type Connection } from "../connections";
import type { AxesBase } from "../model/axes";
import { color, faded } from "../options/looks";
import { group, option, readTable, type OptionsOf, type Reader, type ReadOf } from "../options/option";
import {
  choice,
  given,
  notNegative,
  number,
  pair,
  share,
  text as readText,
  type Scalar,
} from "../options/readers";
import { readPlace, textLook, textStyle } from "../textOptions";

/** Reads a style of arrows. */
const readArrowstyle: Reader<string, ArrowLook> = readArrowLook;

/** Reads how an arrow goes. */
const readConnectionstyle: Reader<string, Connection> = readConnection;

const arrowOptions = {
  /**
   * "-", "->", "<-", "<->", "-|>", "<|-", "<|-|>", "-[", "]-", "]-[", "|-|", or a filled shape, "simple", "fancy" or
   * "wedge"; with settings behind it, such as "->,head_length=0.6". Default: a filled shape by `width`, `headwidth`
   * and `headlength`.
   */
  arrowstyle: option(readArrowstyle),
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
  /** Room left behind the text, with a style of arrows. Default: 2. */
  shrinkA: option(number(), { default: 2 }),
  /** Room left before the point, with a style of arrows. Default: 2. */
  shrinkB: option(number(), { default: 2 }),
  /** Size of text that a style of arrows follows. Default: that of the text. */
  mutationScale: option(notNegative),
  /** Where in the box of the text the arrow begins, as shares, with a style of arrows. Default: [0.5, 0.5]. */
  relpos: option(pair, { default: [0.5, 0.5] }),
  /** How it goes: "arc3,rad=0.2", "angle3", "angle", "arc" or "bar", with settings. Default: straight. */
  connectionstyle: option(readConnectionstyle),
};

/** How the arrow of {@link annotate} looks. Lengths are in points. */
export type ArrowOptions = OptionsOf<typeof arrowOptions>;

/** A point, or where a text is. */
type Point = readonly [Scalar | string, Scalar | string];

/** What a text's place is measured in, such as `ax.transAxes` or points from what it is about. */
type TextCoordinates = Transform | "axes fraction" | "offset points";

const annotateOptions = {
  ...textLook,
  /** The point, where it is not the second argument. */
  xy: option(given<Point>()),
  /** Where the text is. Default: at the point. */
  xytext: option(given<Point>()),
  /** What the point is measured in. Default: "data". */
  xycoords: option(choice("data", "axes fraction", "axes", "xaxis", "yaxis"), { default: "data" }),
  /** What `xytext` is measured in: the same, or points from the point. Default: as the point. */
  textcoords: option(
    choice<TextCoordinates>("data", "axes fraction", "axes", "xaxis", "yaxis", "offset points"),
  ),
  /** An arrow from the text to the point. Default: none. */
  arrowprops: option(group<typeof arrowOptions, Spelled<ArrowOptions>>(arrowOptions)),
};

/** Options of {@link annotate}. */
export type AnnotateOptions = OptionsOf<typeof annotateOptions>;

/** What {@link annotate} takes after the text: the point, and options. */
export type AnnotateArguments =
  [xy: Point, options?: Spelled<AnnotateOptions>] | [options: Spelled<AnnotateOptions> & { xy: Point }];

function arrowStyle(read: ReadOf<typeof arrowOptions>, fontsize: number): ArrowStyle {
  const { arrowstyle, connectionstyle = straightConnection, shrinkA, shrinkB, shrink } = read;
  const scale = read.mutationScale ?? fontsize;
  const settings = {
    head_length: read.headlength / scale,
    head_width: read.headwidth / scale,
    tail_width: read.width / scale,
  };
  const look = arrowstyle ?? { name: "simple", settings };
  const usual = (own: string) => paint("annotate", own);
  return {
    look,
    connection: connectionstyle,
    scale,
    color: faded(read.edgecolor ?? read.color ?? usual("k"), read.alpha),
    face: faded(read.facecolor ?? read.color ?? usual("C0"), read.alpha),
    linewidth: read.linewidth,
    ...(arrowstyle
      ? { shrink: { a: shrinkA, b: shrinkB }, from: read.relpos }
      : { shrink: { share: shrink } }),
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
  const arrow = read.arrowprops && arrowStyle(read.arrowprops, style.fontsize);
  const coordinates = (name: TextCoordinates) =>
    measuredBy(name === "axes fraction" ? "axes" : name === "offset points" ? "data" : name);
  const at = [places[0](axes, "x"), places[1](axes, "y")];
  const tip = new Text(at[0], at[1], "", style, coordinates(read.xycoords));
  const shifted = textcoords === "offset points" && textPlaces;
  const there = textPlaces ? [textPlaces[0](axes, "x"), textPlaces[1](axes, "y")] : at;
  const drawn = shifted
    ? new Text(at[0], at[1], written, style, coordinates(read.xycoords), [there[0], there[1]])
    : new Text(there[0], there[1], written, style, coordinates(textPlaces ? textcoords : read.xycoords));
  drawn.zorder = read.zorder;
  axes.add(arrow ? [new FancyArrowPatch(drawn, tip, arrow), drawn] : [drawn], []);
  return drawn;
}
