import { describe } from "../../array/options";
import type { LineStyle } from "../artists/lineStyle";
import { readMarkEvery, type MarkEvery } from "../artists/markEvery";
import { paint } from "../color/color";
import { transformOption } from "../coordinates";
import type { LineFormat } from "../format";
import { readLinestyle } from "../linestyle";
import { readMarker, type MarkerName } from "../markers";
import { rcParams } from "../rcParams";
import { color, faded, linestyle } from "./looks";
import { option, type OptionsOf, type Reader, type ReadOf } from "./option";
import { choice, flag, given, notNegative, number, share } from "./readers";

/** Reads a marker; null for none. */
const marker: Reader<MarkerName, string | null> = (functionName, _, value) => readMarker(functionName, value);

/** Reads which points have a marker. */
const markevery: Reader<MarkEvery | readonly boolean[], MarkEvery> = (functionName, _, value) =>
  readMarkEvery(functionName, value);

/** Reads lengths of dashes and gaps. */
const dashes: Reader<readonly number[], readonly number[]> = (functionName, name, value) => {
  if (Array.isArray(value) && value.length % 2 === 0 && value.every((length) => length >= 0)) return value;
  throw new TypeError(
    `${functionName}: expected ${name} to be lengths of dashes and gaps in turn, got ${describe(value)}`,
  );
};

export const lineOptions = {
  /** Name in the legend; for several columns of y, a list of names. */
  label: option(given<string | number | readonly (string | number)[]>()),
  /** Colour of line and markers. Default: the next in the cycle. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
  /** Opacity from 0 to 1. Default: that of the colour. */
  alpha: option(share),
  /** Width in points. Default: 1.5. Short: `lw`. */
  linewidth: option(notNegative, { aliases: ["lw"] }),
  /** "-", "--", "-.", ":" or "None", or dashes and gaps after an offset, as `[0, [5, 2]]`. Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { aliases: ["ls"] }),
  /** Lengths of dashes and gaps, in turn, in widths of the line. Default: those of `linestyle`. */
  dashes: option(dashes),
  /** How the ends of dashes look. Default: "butt". */
  dashCapstyle: option(choice("butt", "projecting", "round")),
  /** How the ends of a line without dashes look. Default: "projecting". */
  solidCapstyle: option(choice("butt", "projecting", "round")),
  /** How corners look. Default: "round". */
  solidJoinstyle: option(choice("miter", "round", "bevel")),
  /** "o", "s", "^" and so on, or matplotlib's number of a tick or a caret. Default: "None". */
  marker: option(marker),
  /** Diameter of the markers in points. Default: 6. Short: `ms`. */
  markersize: option(notNegative, { aliases: ["ms"] }),
  /** Colour of the markers' edges. Default: that of the line. Short: `mec`. */
  markeredgecolor: option(color, { aliases: ["mec"] }),
  /** Width of the markers' edges in points. Default: 1. Short: `mew`. */
  markeredgewidth: option(notNegative, { rc: "lines.markeredgewidth", aliases: ["mew"] }),
  /** Colour inside the markers. Default: that of the line. Short: `mfc`. */
  markerfacecolor: option(color, { aliases: ["mfc"] }),
  /** Whether markers are filled, "full" or "none". Default: "full". */
  fillstyle: option(choice("full", "none")),
  /**
   * Which points have a marker: every so many, some by their numbers, `{ start, step }`, or, with a step below 1, points
   * so far apart along the line, where the diagonal of the axes is 1. Default: 1.
   */
  markevery: option(markevery, { default: 1 }),
  /** "default", or "steps-pre", "steps-mid", "steps-post". Default: "default". Short: `ds`. */
  drawstyle: option(choice("default", "steps", "steps-pre", "steps-mid", "steps-post"), {
    default: "default",
    aliases: ["ds"],
  }),
  /** Whether what lies beyond the axes is not drawn. Default: true. */
  clipOn: option(flag, { default: true }),
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder: option(number()),
};

export const plotOptions = {
  ...lineOptions,
  /** What places are measured in: `ax.transAxes` for shares of the axes, `ax.getXaxisTransform()` and so on. Default: data. */
  transform: transformOption,
};

/** How lines of {@link plot} look. */
export type LineOptions = OptionsOf<typeof plotOptions>;

/** Options of lines that have been read. */
export type LineRead = ReadOf<typeof lineOptions>;

/** The look of a line, all but its colour where that is left to the cycle. */
export function lineStyle(
  functionName: string,
  read: LineRead,
  format: LineFormat = {},
): Omit<LineStyle, "color"> & { color?: LineStyle["color"] } {
  const linewidth = read.linewidth ?? rcParams["lines.linewidth"];
  const dashed = read.dashes && readLinestyle(functionName, [0, read.dashes]);
  return {
    color: faded(read.color, read.alpha) ?? format.color,
    linestyle:
      dashed ??
      read.linestyle ??
      readLinestyle(functionName, format.linestyle ?? rcParams["lines.linestyle"]),
    linewidth,
    caps: { dash: read.dashCapstyle, solid: read.solidCapstyle, join: read.solidJoinstyle },
    marker:
      read.marker !== undefined
        ? read.marker
        : readMarker(functionName, format.marker ?? rcParams["lines.marker"]),
    markersize: read.markersize ?? rcParams["lines.markersize"],
    markeredgewidth: read.markeredgewidth,
    markeredgecolor: faded(read.markeredgecolor, read.alpha),
    markerfacecolor:
      read.fillstyle === "none" ? paint(functionName, "none") : faded(read.markerfacecolor, read.alpha),
    ...(read.alpha !== undefined && { opacity: read.alpha }),
    markevery: read.markevery,
    drawstyle: read.drawstyle,
    ...(!read.clipOn && { clip: false }),
  };
}
