import { describe, isPlainObject, type Spelled } from "../../array/options";
import type { Artist } from "../model/artist";
import { paint, type Color } from "../color/color";
import { labelledEntries, legendArtists } from "./entries";
import { Legend, type LegendEntry } from "../model/legend";
import { readLocation } from "./location";
import { checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import type { AxesBase } from "../model/axes";

/** The places of a legend by name. */
export type LegendPlace =
  | "best"
  | "upper right"
  | "upper left"
  | "lower left"
  | "lower right"
  | "right"
  | "center left"
  | "center right"
  | "lower center"
  | "upper center"
  | "center";

/** Options of {@link legend}. Distances are in multiples of the font size. */
export interface LegendOptions {
  /** What to name, as returned by the drawing functions. Default: all that has a label. */
  handles?: readonly Artist[];
  /** The names. Default: the labels of what is drawn. */
  labels?: readonly string[];
  /**
   * "best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right",
   * "lower center", "upper center", "center", or the lower left corner as shares of the axes. Default: "best".
   */
  loc?: LegendPlace | (string & {}) | number | readonly [number, number];
  /** A point or a box (left, bottom, width, height), as shares of the axes, that `loc` refers to. Default: the axes. */
  bboxToAnchor?: readonly [number, number] | readonly [number, number, number, number];
  /** In points, or a name such as "small". */
  fontsize?: number | string;
  /** Number of columns. Default: 1. */
  ncols?: number;
  ncol?: number;
  /** A line over the entries. */
  title?: string;
  titleFontsize?: number | string;
  labelcolor?: Color;
  /** Whether there is a box. Default: true. */
  frameon?: boolean;
  /** Opacity of the box. Default: 0.8. */
  framealpha?: number;
  facecolor?: Color;
  edgecolor?: Color;
  /** Whether the box has round corners. Default: true. */
  fancybox?: boolean;
  /** Room inside the box. Default: 0.4. */
  borderpad?: number;
  /** Room between box and axes. Default: 0.5. */
  borderaxespad?: number;
  /** Room between entries. Default: 0.5. */
  labelspacing?: number;
  /** Room between columns. Default: 2. */
  columnspacing?: number;
  /** Length of the symbols. Default: 2. */
  handlelength?: number;
  /** Room between symbol and name. Default: 0.8. */
  handletextpad?: number;
}

/** What {@link legend} takes: names; or handles and names; and options. */
export type LegendArguments =
  | [options?: Spelled<LegendOptions>]
  | [labels: readonly string[], options?: Spelled<LegendOptions>]
  | [handles: readonly Artist[], labels: readonly string[], options?: Spelled<LegendOptions>];

const legendDefaults = {
  handles: undefined as readonly Artist[] | undefined,
  labels: undefined as readonly string[] | undefined,
  loc: undefined as LegendOptions["loc"],
  bboxToAnchor: undefined as readonly number[] | undefined,
  fontsize: undefined as number | string | undefined,
  ncols: 1,
  ncol: undefined as number | undefined,
  title: "",
  titleFontsize: undefined as number | string | undefined,
  labelcolor: undefined as Color | undefined,
  frameon: undefined as boolean | undefined,
  framealpha: undefined as number | undefined,
  facecolor: undefined as Color | undefined,
  edgecolor: undefined as Color | undefined,
  fancybox: undefined as boolean | undefined,
  borderpad: undefined as number | undefined,
  borderaxespad: undefined as number | undefined,
  labelspacing: undefined as number | undefined,
  columnspacing: undefined as number | undefined,
  handlelength: undefined as number | undefined,
  handletextpad: undefined as number | undefined,
};

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
  return Array.from(value as Iterable<unknown>, (name) => readText("legend", "each label", name));
}

/**
 * Reads what {@link legend} takes.
 *
 * @param axes - What is named unless handles are given; asked for only once everything else has been checked.
 */
export function readLegend(args: LegendArguments, axes: () => readonly AxesBase[]): Legend {
  const last = args[args.length - 1];
  const given = isPlainObject(last) ? last : undefined;
  const lists: readonly unknown[] = given ? args.slice(0, -1) : args;
  if (lists.length > 2) throw new TypeError("legend: expected at most handles, labels and options");
  const read = drawingOptions("legend", given, legendDefaults);
  const notNegative = checkNumber(0);
  checkOptions("legend", read, {
    ncols: checkNumber(1),
    ncol: checkNumber(1),
    framealpha: checkNumber(0, 1),
    borderpad: notNegative,
    borderaxespad: checkNumber(),
    labelspacing: checkNumber(),
    columnspacing: notNegative,
    handlelength: notNegative,
    handletextpad: checkNumber(),
  });
  const handles = lists.length === 2 ? lists[0] : read.handles;
  const labels = lists.length === 2 ? lists[1] : lists.length === 1 ? lists[0] : read.labels;
  const artists = handles === undefined ? undefined : readHandles(handles as readonly unknown[]);
  const names = labels === undefined || labels === null ? undefined : readNames(labels);
  const loc = readLocation("legend", read.loc ?? rcParams["legend.loc"]);
  const style = readStyle(read);
  const anchor = readAnchor(read.bboxToAnchor);
  const heading = {
    text: readText("legend", "title", read.title),
    fontsize: read.titleFontsize === undefined ? undefined : fontSize("legend", read.titleFontsize),
  };
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
  return new Legend(entries, loc, style, heading, anchor);
}

function readAnchor(box: readonly number[] | undefined): [number, number, number, number] | undefined {
  if (box === undefined) return undefined;
  if (
    Array.isArray(box) &&
    (box.length === 2 || box.length === 4) &&
    box.every((part) => Number.isFinite(part))
  ) {
    return [box[0] as number, box[1] as number, (box[2] as number) ?? 0, (box[3] as number) ?? 0];
  }
  throw new TypeError(`legend: expected bboxToAnchor to be two or four numbers, got ${describe(box)}`);
}

function readStyle(read: typeof legendDefaults) {
  const optional = (color: Color | undefined) => (color === undefined ? undefined : paint("legend", color));
  const face = rcParams["legend.facecolor"];
  return {
    fontsize: fontSize("legend", read.fontsize ?? rcParams["legend.fontsize"]),
    labelcolor: optional(read.labelcolor),
    columns: Math.floor(read.ncol ?? read.ncols),
    frameon: read.frameon ?? rcParams["legend.frameon"],
    framealpha: read.framealpha ?? rcParams["legend.framealpha"],
    facecolor: optional(read.facecolor ?? (face === "inherit" ? undefined : face)),
    edgecolor: paint("legend", read.edgecolor ?? rcParams["legend.edgecolor"]),
    fancybox: read.fancybox ?? rcParams["legend.fancybox"],
    borderpad: read.borderpad ?? rcParams["legend.borderpad"],
    borderaxespad: read.borderaxespad ?? rcParams["legend.borderaxespad"],
    labelspacing: read.labelspacing ?? rcParams["legend.labelspacing"],
    columnspacing: read.columnspacing ?? rcParams["legend.columnspacing"],
    handlelength: read.handlelength ?? rcParams["legend.handlelength"],
    handletextpad: read.handletextpad ?? rcParams["legend.handletextpad"],
  };
}
