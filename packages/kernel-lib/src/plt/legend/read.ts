import { describe, type Spelled } from "../../array/options";
import type { Artist } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { Legend, type LegendEntry, type LegendStyle } from "../model/legend";
import { splitOptions } from "../options/arguments";
import { readPaints } from "../artists/paints";
import { color } from "../options/looks";
import { group, option, readTable, type OptionsOf, type Reader, type ReadOf } from "../options/option";
import { choice, flag, given, notNegative, number, share, text } from "../options/readers";
import { rcParams } from "../rcParams";
import { paint, type Color, type Paint } from "../color/color";
import { textSizeOption } from "../settings/font";
import { fontSize } from "../text/fontSize";
import { labelledEntries, legendArtists } from "./entries";
import { readSpot, type LegendPlace, type LegendSpot } from "./location";

/** Reads a place. */
const place: Reader<LegendPlace | (string & {}) | number | readonly [number, number], LegendSpot> = (
  functionName,
  _,
  value,
) => readSpot(functionName, value);

/** Reads a point or a box. */
const anchor: Reader<
  readonly [number, number] | readonly [number, number, number, number],
  [number, number, number, number]
> = (functionName, name, value) => {
  if (Array.isArray(value) && (value.length === 2 || value.length === 4) && value.every(Number.isFinite)) {
    const [left, bottom, width = 0, height = 0] = value as number[];
    return [left, bottom, width, height];
  }
  throw new TypeError(`${functionName}: expected ${name} to be two or four numbers, got ${describe(value)}`);
};

/** What the colour of names follows. */
type NamedAfter = "linecolor" | "markerfacecolor" | "markeredgecolor";

/** Reads the colour of names, one for all or one each. */
const labelcolor: Reader<NamedAfter | Color | readonly Color[], NamedAfter | Paint[]> = (
  functionName,
  _,
  value,
) =>
  value === "linecolor" || value === "markerfacecolor" || value === "markeredgecolor"
    ? value
    : readPaints(functionName, value as Color | readonly Color[]);

/** The font of a legend. */
export type FontProperties = OptionsOf<typeof propOptions>;

const propOptions = {
  /** In points, or a name such as "small". */
  size: option(textSizeOption),
};

const legendOptions = {
  /** What to name, as returned by the drawing functions. Default: all that has a label. */
  handles: option(given<readonly Artist[]>()),
  /** The names. Default: the labels of what is drawn. */
  labels: option(given<readonly string[]>()),
  /**
   * "best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right",
   * "lower center", "upper center", "center", or the lower left corner as shares of the axes. For the legend of a figure
   * also "outside" before one of them, such as "outside upper right", or "outside right upper". Default: "best".
   */
  loc: option(place, { rc: "legend.loc" }),
  /** A point or a box (left, bottom, width, height), as shares of the axes, that `loc` refers to. Default: the axes. */
  bboxToAnchor: option(anchor),
  /** In points, or a name such as "small". Default: that of `prop`, or `rcParams["legend.fontsize"]`. */
  fontsize: option(textSizeOption),
  /** The font of the names: its `size`. */
  prop: option(group<typeof propOptions, FontProperties>(propOptions)),
  /** Number of columns. Default: 1. Short: `ncol`. */
  ncols: option(number(1), { default: 1, aliases: ["ncol"] }),
  /** A line over the entries. */
  title: option(text, { default: "" }),
  /** Size of the title in points, or a name such as "small". */
  titleFontsize: option(textSizeOption),
  /** Colour of the names, or one each; "linecolor", "markerfacecolor" or "markeredgecolor" for that of what is named. */
  labelcolor: option(labelcolor),
  /** Whether the last that is named comes first. Default: false. */
  reverse: option(flag, { default: false }),
  /** Size of markers beside those that are drawn. Default: 1. */
  markerscale: option(notNegative, { default: 1 }),
  /** Where the title stands over the entries. Default: "center". */
  alignment: option(choice("left", "center", "right"), { default: "center" }),
  /** Whether there is a box. Default: true. */
  frameon: option(flag, { rc: "legend.frameon" }),
  /** Opacity of the box. Default: 0.8. */
  framealpha: option(share, { rc: "legend.framealpha" }),
  /** Colour of the box. Default: that of the paper. */
  facecolor: option(color),
  /** Colour of the box's edge. Default: `rcParams["legend.edgecolor"]`. */
  edgecolor: option(color, { rc: "legend.edgecolor" }),
  /** Whether the box has round corners. Default: true. */
  fancybox: option(flag, { rc: "legend.fancybox" }),
  /** Room inside the box. Default: 0.4. */
  borderpad: option(notNegative, { rc: "legend.borderpad" }),
  /** Room between box and axes. Default: 0.5. */
  borderaxespad: option(number(), { rc: "legend.borderaxespad" }),
  /** Room between entries. Default: 0.5. */
  labelspacing: option(number(), { rc: "legend.labelspacing" }),
  /** Room between columns. Default: 2. */
  columnspacing: option(notNegative, { rc: "legend.columnspacing" }),
  /** Length of the symbols. Default: 2. */
  handlelength: option(notNegative, { rc: "legend.handlelength" }),
  /** Room between symbol and name. Default: 0.8. */
  handletextpad: option(number(), { rc: "legend.handletextpad" }),
};

/** Options of {@link legend}. Distances are in multiples of the font size. */
export type LegendOptions = OptionsOf<typeof legendOptions>;

/** What {@link legend} takes: names; or handles and names; and options. */
export type LegendArguments =
  | [options?: Spelled<LegendOptions>]
  | [labels: readonly string[], options?: Spelled<LegendOptions>]
  | [handles: readonly Artist[], labels: readonly string[], options?: Spelled<LegendOptions>];

const isArtist = (value: unknown): value is Artist =>
  typeof value === "object" && value !== null && typeof (value as Partial<Artist>).key === "function";

function readHandles(value: readonly unknown[]): Artist[] {
  return value.map((handle) => {
    const artist = Array.isArray(handle) && handle.length === 1 ? (handle[0] as unknown) : handle;
    if (isArtist(artist)) return artist;
    throw new TypeError(
      `legend: expected handles to be what drawing functions return, got ${describe(handle)}`,
    );
  });
}

function readNames(value: unknown): string[] {
  if (
    typeof value === "string" ||
    value === null ||
    typeof value !== "object" ||
    !(Symbol.iterator in value)
  ) {
    throw new TypeError(`legend: expected labels to be a list of strings, got ${describe(value)}`);
  }
  return Array.from(value as Iterable<unknown>, (name) => text("legend", "each label", name));
}

/**
 * Reads what {@link legend} takes.
 *
 * @param axes - What is named unless handles are given; asked for only once everything else has been checked.
 */
export function readLegend(args: LegendArguments, axes: () => readonly AxesBase[]): Legend {
  const { placed: lists, options } = splitOptions(args);
  if (lists.length > 2) throw new TypeError("legend: expected at most handles, labels and options");
  const read = readTable("legend", options, legendOptions);
  const handles = lists.length === 2 ? lists[0] : read.handles;
  const labels = lists.length === 2 ? lists[1] : lists.length === 1 ? lists[0] : read.labels;
  const artists = handles === undefined ? undefined : readHandles(handles as readonly unknown[]);
  const names = labels === undefined || labels === null ? undefined : readNames(labels);
  const heading = { text: read.title, fontsize: read.titleFontsize };
  const drawn = axes();
  let entries: LegendEntry[];
  if (names !== undefined) {
    const named = artists ?? drawn.flatMap(legendArtists);
    entries = names.slice(0, named.length).map((text, i) => ({ artist: named[i], text }));
  } else {
    entries = artists
      ? artists.map((artist) => ({ artist, text: artist.label }))
      : drawn.flatMap(labelledEntries);
  }
  if (read.reverse) entries.reverse();
  const { loc, outside } = read.loc;
  return new Legend(entries, loc, styleOf(read), heading, read.bboxToAnchor, outside);
}

function styleOf(read: ReadOf<typeof legendOptions>): LegendStyle {
  const face = rcParams["legend.facecolor"];
  return {
    ...read,
    fontsize: read.fontsize ?? read.prop?.size ?? fontSize("legend", rcParams["legend.fontsize"]),
    columns: Math.floor(read.ncols),
    facecolor: read.facecolor ?? (face === "inherit" ? undefined : paint("legend", face)),
  };
}
