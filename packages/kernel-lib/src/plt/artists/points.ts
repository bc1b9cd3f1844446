import type { ColorMapping } from "../color/mapping";
import type { Paint } from "../color/color";
import { markers } from "../markers";
import { columns, positions, quantity } from "../spec/data";
import { scalePath } from "../spec/path";
import { px } from "../spec/theme";
import { pixel, rangeOf, type Artist, type Direction, type Frame, type Json, type LegendKey } from "./artist";
import {
  fillProperties,
  fixedColor,
  noPaint,
  paintAt,
  runsAlike,
  strokeProperties,
  tooManyRuns,
} from "./paints";

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
export class PathCollection implements Artist {
  zorder = 1;

  constructor(
    readonly x: ArrayLike<number>,
    readonly y: ArrayLike<number>,
    readonly style: PointStyle,
    public label = "",
    /** The values that the colours stand for, and how. */
    readonly values?: ArrayLike<number>,
    readonly mapping?: ColorMapping,
    readonly alpha = 1,
  ) {}

  range(direction: Direction) {
    return direction === "x" ? rangeOf(this.x, this.y) : rangeOf(this.y, this.x);
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

  layers(frame: Frame): Json[] {
    const { marker, sizes, linewidth } = this.style;
    const { path, filled, scale } = markers[marker];
    const count = this.x.length;
    const face = this.faces();
    const edge = this.style.edge ?? face;
    const area = (size: number) => px(size * (frame.pt * scale) ** 2);
    const fields: Record<string, unknown[]> = {
      x: positions(frame, "x", this.x),
      y: positions(frame, "y", this.y),
      ...(sizes.length > 1 && { size: Array.from(sizes, area) }),
    };
    const mark = (fill: Paint, stroke: Paint) => ({
      type: "point",
      clip: true,
      shape: marker === "o" || marker === "." ? "circle" : path,
      ...(sizes.length === 1 && { size: area(sizes[0]) }),
      ...(filled ? fillProperties(fill) : { fill: null }),
      ...strokeProperties(
        filled ? stroke : this.style.edge && fill.color === "none" ? stroke : fill,
        px(linewidth * frame.pt),
      ),
    });
    const encoding = {
      x: quantity("x"),
      y: quantity("y"),
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
    const largest = sizes.length === 0 ? 36 : Math.max(...Array.from(sizes));
    const smallest = sizes.length === 0 ? 36 : Math.min(...Array.from(sizes));
    const size = sizes.length > 1 ? (largest + smallest) / 2 : smallest;
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
