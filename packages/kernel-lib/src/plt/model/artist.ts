import type { Paint } from "../color/color";
import type { PolarPlane } from "./polar";
import type { Interval, Scale } from "./scale";

/** The two directions of a plot. */
export type Direction = "x" | "y";

/** A part of a Vega-Lite spec. */
export interface Json {
  [key: string]: unknown;
}

/** The finite data of an artist in one direction; `positive` is the least above zero. Empty: low > high. */
export interface Range {
  low: number;
  high: number;
  positive: number;
}

/** One direction of a {@link Frame}. */
export interface FrameAxis {
  /** The label of the axis, or "x" or "y". */
  name: string;
  scale: Scale;
  view: Interval;
  /** Whether numbers are days since 1970. */
  dates?: boolean;
  /** What a logarithmic scale does with what it is not defined for. Default: "clip". */
  nonpositive?: "clip" | "mask";
}

/** What an artist needs to know to be drawn: the size of the axes and how data map to it. */
export interface Frame {
  /** Size of the axes in pixels. */
  width: number;
  height: number;
  /** Pixels to a point. */
  pt: number;
  x: FrameAxis;
  y: FrameAxis;
  /** Whether layers may hold what only a reader's pointer needs. */
  interactive: boolean;
  /**
   * Whether it is shown for a moment, before the next drawing replaces it: data then need be no finer than pixels, and
   * nothing stands ready for a pointer to read.
   */
  passing?: boolean;
  /** Where given, takes note of data of which not every point is drawn. */
  thinned?: Thinned[];
}

/** How long a drawing is looked at, and where it takes note of what it leaves out. */
export type Looked = Pick<Frame, "passing" | "thinned">;

/** How many points there are, and how many of them are drawn because the rest would show nowhere. */
export interface Thinned {
  points: number;
  drawn: number;
}

/** The symbol that stands for an artist in a legend, in pixels about its centre, y down. */
export interface LegendKey {
  path: string;
  stroke: Paint;
  fill: Paint;
  strokeWidth: number;
}

/** What a legend placed "best" keeps clear of, in pixels of the axes, y down. */
export interface Obstacles {
  /** Paths by their corners; not-a-number breaks a path. */
  lines?: [x: ArrayLike<number>, y: ArrayLike<number>][];
  points?: [x: number, y: number][];
  boxes?: [left: number, top: number, right: number, bottom: number][];
}

/** What holds what is drawn. */
export interface Owner {
  readonly artists: Artist[];
  /** Keeps the limits as they are now. */
  settle(): void;
}

/** What can be drawn on axes: plain data until the figure is shown. */
export interface Artist {
  /** Its name in the legend; those that begin with an underscore stay out of it. */
  label: string;
  /** Artists with a higher one are drawn over those with a lower one. */
  zorder: number;
  /** Whether it stands for several, such as bars; these come last in a legend. */
  readonly group?: boolean;
  /** Whether it is a picture that others are drawn upon, so that black on it stays black in a dark theme. */
  readonly backdrop?: boolean;
  /** Whether the limits take no heed of it, whatever its range. Default: they do. */
  aside?: boolean;
  /** The axes it is on. */
  owner?: Owner;
  /** Whether it is drawn at all; hidden ones count for the limits, too. Default: true. */
  visible?: boolean;
  /** The points that a pointer is told of on polar axes; absent where it has none. */
  readonly points?: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
  /** Artists that come and go with this one. */
  readonly parts?: readonly Artist[];
  /** Its finite data in one direction, for the limits; undefined where it takes no part in them. */
  range(direction: Direction): Range | undefined;
  /** Limits that no margin is added beyond, such as the foot of a bar. */
  sticky?(direction: Direction): readonly number[];
  /** The same on polar axes, in shares of the square that these are drawn in; absent where it looks the same there. */
  projected?(plane: PolarPlane): Artist;
  /** Layers of a Vega-Lite spec, lowest first. */
  layers(frame: Frame): Json[];
  /**
   * Its symbol in a legend, of half a length in pixels to either side, with markers so many times as large as those that
   * are drawn; absent where it has none.
   */
  key?(frame: Frame, half: number, markerscale?: number): LegendKey;
  obstacles?(frame: Frame): Obstacles;
  /** What it covers where it does not end at the axes, in pixels of these, y down. */
  covers?(frame: Frame): NonNullable<Obstacles["boxes"]>;
  /** Parameters that its layers refer to, for the top of the spec; with their sliders where a reader may move them. */
  params?(interactive: boolean): Json[];
}

export const emptyRange: Range = { low: Infinity, high: -Infinity, positive: Infinity };

/** The range of those values whose partners are finite, too. */
export function rangeOf(values: ArrayLike<number>, partners: ArrayLike<number> = values): Range {
  let low = Infinity;
  let high = -Infinity;
  let positive = Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // Faster than Number.isFinite: only of finite numbers is the difference from themselves zero.
    if (value - value + (partners[i] - partners[i]) !== 0) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value < positive && value > 0) positive = value;
  }
  return { low, high, positive };
}

export const unite = (a: Range, b: Range): Range => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  positive: Math.min(a.positive, b.positive),
});

/** Where a value lies along an axis, as a share of its length. */
export function share({ scale, view }: FrameAxis, value: number): number {
  const [from, to] = [scale.forward(view[0]), scale.forward(view[1])];
  return (scale.forward(value) - from) / (to - from);
}

/** Farther from the axes than this nothing is told apart. In pixels. */
const farthest = 1e7;

/** Where a value lies in the axes, in pixels from the left or from the top. */
export function pixel(frame: Frame, direction: Direction, value: number): number {
  const at =
    direction === "x" ? share(frame.x, value) * frame.width : (1 - share(frame.y, value)) * frame.height;
  return Math.max(-farthest, Math.min(farthest, at));
}
