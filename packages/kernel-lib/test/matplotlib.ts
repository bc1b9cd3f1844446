import { readFileSync } from "node:fs";
import type { Point } from "./scene";

/** matplotlib's numbers, as reference/plt.py writes them. Lengths are in pixels, y down; colours "#rrggbbaa". */
export interface MplText {
  text: string;
  size: number;
  color: string | null;
  weight: string;
  rotation: number;
  align: [string, string];
  at: Point;
  /** Of several lines, where the first has its baseline. */
  baseline?: number;
}

export interface MplAxis {
  limits: [number, number];
  scale: string;
  ticks: number[];
  labels: string[];
  minor: number;
  /** What is written at small ticks, where these are not those of a logarithmic axis. */
  minorLabels?: string[];
  offset: string;
  label: MplText | null;
  grid: boolean;
  gridZorder: number | null;
  tickSize: number | null;
  tickLength: number | null;
  visible: boolean;
}

export interface MplArtist {
  kind: string;
  label: string;
  zorder: number;
  color?: string | null;
  width?: number | null;
  dashes?: number[];
  marker?: string | null;
  markerSize?: number;
  edgeWidth?: number;
  face?: string | null;
  edge?: string | null;
  points?: (Point | null)[];
  /** The points of a line that have a marker, where not all do. */
  marked?: (Point | null)[];
  /** How far into its dashes a line begins, over its width. */
  dashOffset?: number;
  box?: [number, number, number, number];
  faces?: (string | null)[];
  edges?: (string | null)[];
  widths?: number[];
  sizes?: number[];
  paths?: (Point | null)[][];
  levels?: number[];
  shape?: number[];
  extent?: number[];
  clim?: [number, number] | null;
  origin?: string;
  alpha?: number | null;
  corners?: number[][];
}

export interface MplLegend {
  loc: number | null;
  box: [number, number, number, number];
  texts: string[];
  title: string;
  frame: boolean;
  columns: number;
  size: number | null;
}

/** A cell of a table. */
export interface MplCell {
  /** Row and column. */
  at: [number, number];
  box: [number, number, number, number];
  face: string | null;
  edge: string | null;
  /** Which sides have a line. */
  edges: string;
  text: MplText | null;
}

export interface MplAxes {
  tables?: MplCell[][];
  /** The labels of the ticks of polar axes. */
  polar?: MplText[];
  box: [number, number, number, number];
  x: MplAxis;
  y: MplAxis;
  frame: boolean;
  spines: string[];
  spinesMoved: Partial<Record<"left" | "right" | "top" | "bottom", number>>;
  aspect: string;
  titles: Partial<Record<"left" | "center" | "right", MplText>>;
  texts: MplText[];
  /** The arrows of annotations: their paths. */
  arrows?: Point[][][];
  legend: MplLegend | null;
  /** Those beside it, in order. */
  otherLegends?: MplLegend[];
  artists: MplArtist[];
  colorbar: boolean;
  /** Whether they only show another's data by other numbers: then their box is but a line. */
  secondary?: boolean;
}

export interface MplFigure {
  size: [number, number];
  face: string | null;
  legend: MplLegend | null;
  /** Those beside it, in order. */
  otherLegends?: MplLegend[];
  suptitle: MplText | null;
  /** What is written on it beside axes and its title, the titles of its parts included. */
  texts?: MplText[];
  /** Its parts, and theirs. */
  parts?: { box: [number, number, number, number]; face: string | null }[];
  axes: MplAxes[];
}

const data = JSON.parse(
  readFileSync(new URL("../../../reference/data/plt.json", import.meta.url), "utf8"),
) as { matplotlib: string; pairs: Record<string, MplFigure[]> };

export const { matplotlib: matplotlibVersion, pairs: matplotlibFigures } = data;
