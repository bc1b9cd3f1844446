import { noPaint, readPaints } from "../artists/paints";
import { paint, type Color, type Paint } from "../color/color";
import type { FilledStyle } from "../artists/filled";
import { hatch } from "../hatching";
import { readLinestyle, type Linestyle, type LinestyleName } from "../linestyle";
import { option, type Reader, type ReadOf } from "./option";
import { notNegative, number, share, text } from "./readers";

/** Reads a colour. */
export const color: Reader<Color, Paint> = (functionName, _, value) => paint(functionName, value);

/** Reads a colour, or a list of colours. */
export const colors: Reader<Color | readonly Color[], Paint[]> = (functionName, _, value) =>
  readPaints(functionName, value as Color | readonly Color[]);

/** Reads a style of strokes. */
export const linestyle: Reader<LinestyleName, Linestyle> = (functionName, _, value) =>
  readLinestyle(functionName, value);

/** Reads a pattern, or a list of patterns. */
export const hatches: Reader<string | readonly string[], string[]> = (functionName, name, value) =>
  (Array.isArray(value) ? value : [value]).map((each) => hatch(functionName, name, each));

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
  /** How the edge is drawn: "-", "--", "-." or ":". Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { aliases: ["ls", "linestyles"] }),
  /** Pattern: letters of "-|+/\\xXoO.*", each as often as its lines are to be dense. Default: none. */
  hatch: option(hatch),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** How something filled is to look: a colour for both inside and edge yields to one of each. */
export function filledStyle(read: ReadOf<typeof filledOptions>, otherwise: () => Paint): FilledStyle {
  return {
    face: [faded(read.facecolor ?? read.color ?? otherwise(), read.alpha)],
    edge: [faded(read.edgecolor ?? read.color, read.alpha) ?? noPaint],
    ...edgeLook(read),
    ...(read.alpha !== undefined && { opacity: read.alpha }),
  };
}

/** The parts of a style that are no colours. */
export const edgeLook = ({
  linewidth,
  linestyle,
  hatch,
}: Pick<ReadOf<typeof filledOptions>, "linewidth" | "linestyle" | "hatch">) => ({
  linewidth,
  linestyle,
  ...(hatch !== undefined && { hatch: [hatch] }),
});

/** The first colour of the cycle. */
export const firstOfCycle = (): Paint => paint("rcParams", "C0");
