import type { ColorMapping } from "../color/mapping";
import type { Paint } from "../color/color";
import { markers } from "../markers";
import { rcParams } from "../rcParams";
import { tooltipOf } from "../spec/interaction";
import { columns, quantity } from "../spec/data";
import { pointData, type DrawnData } from "../thinning/data";
import { scalePath } from "../spec/path";
import { px } from "../spec/theme";
import {
  pixel,
  rangeOf,
  type Artist,
  type Direction,
  type Frame,
  type Json,
  type LegendKey,
} from "../model/artist";
import {
  fillProperties,
  fixedColor,
  noPaint,
  paintAt,
  runsAlike,
  samePaint,
  strokeProperties,
  tooManyRuns,
} from "./paints";
import type { PolarPlane } from "../model/polar";
import { Drawn } from "./drawn";
import { legendElementsOf, type LegendElementOptions } from "./legendElements";
import type { Line2D } from "./line";
import type { Spelled } from "../../array/options";
import { addSnakeNames } from "../../array/snakeMembers";

/** The looks of scattered points. */
export interface PointStyle {
  face: readonly Paint[];
  /** Undefined: as the face. */
  edge?: readonly Paint[];
  /** Areas in square points, one for all or one each. */
  sizes: ArrayLike<number>;
  /** Width of the edges in points. */
  linewidth: number;
  marker: string;
}

/** Scattered points. */
export class PathCollection extends Drawn implements Artist {
  zorder = 1;
  /** The same as {@link legendElements}. */
  declare legend_elements: PathCollection["legendElements"];

  constructor(
    readonly x: ArrayLike<number>,
    readonly y: ArrayLike<number>,
    readonly style: PointStyle,
    public label = "",
    /** The values that the colours stand for, and how. */
    readonly values?: ArrayLike<number>,
    readonly mapping?: ColorMapping,
    readonly alpha = 1,
  ) {
    super();
  }

  range(direction: Direction) {
    return direction === "x" ? rangeOf(this.x, this.y) : rangeOf(this.y, this.x);
  }

  /** Its points, for a pointer on polar axes. */
  get points(): Artist["points"] {
    return this;
  }

  projected(plane: PolarPlane): Artist {
    const { x, y } = plane.places(this.x, this.y);
    return new PathCollection(x, y, this.style, "", this.values, this.mapping, this.alpha);
  }

  /** The colours inside, from the values where there are some. */
  faces(): readonly Paint[] {
    const { values, mapping } = this;
    if (!values || !mapping) return this.style.face;
    return Array.from(values, (value) => {
      const color = mapping.color(value);
      return color === undefined ? noPaint : { color, alpha: this.alpha };
    });
  }

  /**
   * Makes what a legend needs to explain colours or sizes.
   *
   * @param options - `prop`, `num`, `fmt`, `func`, `color`.
   * @returns Markers, and their values written out.
   * @throws TypeError for points that are not coloured by value, or an unknown option.
   * @see https://matplotlib.org/stable/api/collections_api.html#matplotlib.collections.PathCollection.legend_elements
   * @example
   * const points = plt.scatter([1, 2, 3], [2, 1, 3], { c: [0, 1, 2] });
   * plt.legend(...points.legendElements(), { title: "class" });
   */
  legendElements(options?: Spelled<LegendElementOptions>): [handles: Line2D[], labels: string[]] {
    return legendElementsOf(this, options);
  }

  /** The points that are drawn. */
  private drawn(frame: Frame): DrawnData {
    const { marker, sizes, linewidth, edge } = this.style;
    const diameters = Array.from(sizes, (size) => (Math.sqrt(size) + linewidth) * frame.pt);
    const opaque = [...this.faces(), ...(edge ?? [])].every(({ alpha }) => alpha === 1);
    const { width, height, pt, passing, x, y } = frame;
    const key = [
      ...[width, height, pt, passing, opaque, rcParams["path.simplify"]],
      ...[x, y].flatMap(({ scale, view }) => [scale.name, ...view]),
    ].join();
    if (this.latest?.key === key) {
      const { kept } = this.latest.data;
      if (kept) frame.thinned?.push({ points: Math.min(this.x.length, this.y.length), drawn: kept.length });
      return this.latest.data;
    }
    const data = pointData(frame, this.x, this.y, diameters, opaque && marker === "o");
    this.latest = { key, data };
    return data;
  }

  /** The points drawn last: figure and picture, which are drawn one after the other, show the same. */
  private latest?: { key: string; data: DrawnData };

  layers(frame: Frame): Json[] {
    const { marker, sizes, linewidth } = this.style;
    const { path, filled, scale } = markers[marker];
    const area = (size: number) => px(size * (frame.pt * scale) ** 2);
    const { x, y, kept } = this.drawn(frame);
    const count = x.length;
    const some = <T>(list: ArrayLike<T>): ArrayLike<T> =>
      kept && list.length > 1 ? Array.from(kept, (i) => list[i % list.length]) : list;
    const face = some(this.faces()) as readonly Paint[];
    const edge = this.style.edge ? (some(this.style.edge) as readonly Paint[]) : face;
    const fields: Record<string, unknown[]> = {
      x,
      y,
      ...(sizes.length > 1 && { size: Array.from(some(sizes), area) }),
    };
    const mark = (fill: Paint, stroke: Paint) => {
      // In the picture of a crowd, a disc with an edge of its own colour is a larger disc, which takes half the time.
      const disc =
        !frame.interactive &&
        kept &&
        marker === "o" &&
        sizes.length === 1 &&
        fill.alpha === 1 &&
        samePaint(fill, stroke);
      return {
        type: "point",
        clip: true,
        shape: marker === "o" || marker === "." ? "circle" : path,
        ...(sizes.length === 1 && {
          size: disc ? px(((Math.sqrt(sizes[0]) + linewidth) * frame.pt) ** 2) : area(sizes[0]),
        }),
        ...fillProperties(fill),
        ...(disc ? { stroke: null } : strokeProperties(filled ? stroke : fill, px(linewidth * frame.pt))),
      };
    };
    const encoding = {
      x: quantity("x"),
      y: quantity("y"),
      ...tooltipOf(frame, count),
      ...(sizes.length > 1 && { size: { field: "size", type: "quantitative", scale: null, legend: null } }),
    };
    const runs = face.length <= 1 && edge.length <= 1 ? [] : runsAlike(count, face, edge);
    if (runs.length <= 1)
      return [{ ...columns(fields), mark: mark(paintAt(face, 0), paintAt(edge, 0)), encoding }];
    if (!tooManyRuns(runs)) {
      return runs.map((run) => ({
        ...columns(
          Object.fromEntries(Object.entries(fields).map(([name, list]) => [name, run.map((i) => list[i])])),
        ),
        mark: mark(paintAt(face, run[0]), paintAt(edge, run[0])),
        encoding,
      }));
    }
    const colored = Array.from({ length: count }, (_, i) => fixedColor(paintAt(face, i)));
    const channel = { field: "color", type: "nominal", scale: null, legend: null };
    const own = { ...mark(paintAt(face, 0), paintAt(edge, 0)) } as Json;
    return [
      {
        ...columns({ ...fields, color: colored }),
        mark: own,
        encoding: {
          ...encoding,
          ...(filled && { fill: channel }),
          ...((this.style.edge === undefined || !filled) && { stroke: channel }),
        },
      },
    ];
  }

  key(frame: Frame): LegendKey {
    const { marker, sizes, linewidth } = this.style;
    const { path, filled, scale } = markers[marker];
    const { low, high } = sizes.length === 0 ? { low: 36, high: 36 } : rangeOf(sizes);
    const size = (high + low) / 2;
    const faces = this.faces();
    const fill = faces.length === 0 ? noPaint : faces[0];
    const stroke = this.style.edge?.[0] ?? fill;
    return {
      path: scalePath(path, (Math.sqrt(size) * scale * frame.pt) / 2),
      fill: filled ? fill : noPaint,
      stroke,
      strokeWidth: linewidth * frame.pt,
    };
  }

  obstacles(frame: Frame) {
    return {
      points: Array.from(this.x, (x, i): [number, number] => [
        pixel(frame, "x", x),
        pixel(frame, "y", this.y[i]),
      ]),
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<PathCollection of ${this.x.length} points>`;
  }
}

addSnakeNames(PathCollection.prototype);
