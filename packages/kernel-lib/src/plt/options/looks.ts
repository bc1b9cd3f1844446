import { noPaint, readPaints } from "../artists/paints";
import { paint, type Color, type Paint } from "../color/color";
import { option, type Reader, type ReadOf } from "./option";
import { notNegative, number, share, text } from "./readers";

/** Reads a colour. */
export const color: Reader<Color, Paint> = (functionName, _, value) => paint(functionName, value);

/** Reads a colour, or a list of colours. */
export const colors: Reader<Color | readonly Color[], Paint[]> = (functionName, _, value) =>
  readPaints(functionName, value as Color | readonly Color[]);

/** Reads what `label` may be. */
export const label = text;

/** A paint with another opacity, where one is given; what paints nothing goes on to do so. */
export function faded<P extends Paint | undefined>(own: P, alpha: number | undefined): P {
  return alpha === undefined || own === undefined || own.color === "none" ? own : { ...own, alpha };
}

/** The looks of something filled. */
export const filledOptions = {
  /** Colour of the inside and the edge. Default: a colour of the cycle, without an edge. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
  /** Colour inside. Short: `fc`. */
  facecolor: option(color, { aliases: ["fc", "facecolors"] }),
  /** Colour of the edge. Default: none. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec", "edgecolors"] }),
  /** Width of the edge in points. Default: 1. Short: `lw`. */
  linewidth: option(notNegative, { rc: "patch.linewidth", aliases: ["lw", "linewidths"] }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** Inside, edge and width of something filled: a colour for both yields to one of each. */
export function filledStyle(read: ReadOf<typeof filledOptions>, otherwise: () => Paint) {
  return {
    face: faded(read.facecolor ?? read.color ?? otherwise(), read.alpha),
    edge: faded(read.edgecolor ?? read.color, read.alpha) ?? noPaint,
    linewidth: read.linewidth,
  };
}

/** The first colour of the cycle. */
export const firstOfCycle = (): Paint => paint("rcParams", "C0");
