import { specColor, type Paint } from "../color/color";
import type { ColorMapping } from "../color/mapping";
import {
  emptyRange,
  pixel,
  rangeOf,
  unite,
  type Artist,
  type Direction,
  type Frame,
  type Json,
} from "../model/artist";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { Drawn } from "./drawn";
import { fixedColor, noPaint, paintAt, strokeProperties } from "./paints";

/** A line of a flow by its corners, and what varies along it: one value a piece. */
export interface Streamline {
  x: Float64Array;
  y: Float64Array;
  values?: Float64Array;
  widths?: Float64Array;
}

/** How streamlines look. Lengths are in points. */
export interface StreamStyle {
  color: Paint;
  linewidth: number;
  /** Heads of arrows: filled, two strokes, or none. */
  head: "-|>" | "->" | "-";
  /** Length and half the width of a head. */
  size: readonly [length: number, width: number];
  /** How many arrows a line has. */
  arrows: number;
}

/** The arrow of a line: the piece that it lies in the middle of. */
interface Head {
  line: Streamline;
  piece: number;
}

/** Lines of a flow, with arrows on them. */
export class Streamlines extends Drawn implements Artist {
  zorder = 2;
  label = "";

  constructor(
    readonly streams: readonly Streamline[],
    /** From where to where the grid reaches. */
    readonly bounds: Record<Direction, readonly [number, number]>,
    readonly style: StreamStyle,
    public mapping?: ColorMapping,
  ) {
    super();
  }

  /** Itself: what {@link colorbar} takes, by matplotlib's name. */
  get lines(): this {
    return this;
  }

  range(direction: Direction) {
    return this.streams.map((line) => rangeOf(line[direction])).reduce(unite, emptyRange);
  }

  sticky(direction: Direction): readonly number[] {
    return this.bounds[direction];
  }

  private paintOf({ values }: Streamline, piece: number): Paint {
    if (!values || !this.mapping) return this.style.color;
    const color = this.mapping.color(values[piece]);
    return color === undefined ? noPaint : { color, alpha: this.style.color.alpha };
  }

  private widthOf({ widths }: Streamline, piece: number): number {
    return widths ? widths[piece] : this.style.linewidth;
  }

  layers(frame: Frame): Json[] {
    const varied = this.streams.some(({ values, widths }) => values ?? widths);
    return [...(varied ? this.pieces(frame) : this.whole(frame)), ...this.heads(frame)];
  }

  /** Lines of one look: one path with gaps. */
  private whole(frame: Frame): Json[] {
    const along = (direction: Direction) =>
      positions(
        frame,
        direction,
        this.streams.flatMap((line, k) => (k === 0 ? [...line[direction]] : [NaN, ...line[direction]])),
      );
    const { color, linewidth } = this.style;
    return [
      {
        ...columns({ x: along("x"), y: along("y") }),
        mark: {
          type: "line",
          clip: true,
          strokeJoin: "round",
          ...strokeProperties(color, px(linewidth * frame.pt)),
        },
        encoding: { x: quantity("x"), y: quantity("y") },
      },
    ];
  }

  /** Lines whose looks change along them: piece by piece. */
  private pieces(frame: Frame): Json[] {
    const pieces = this.streams.flatMap((line) =>
      Array.from({ length: line.x.length - 1 }, (_, k) => ({ line, k })),
    );
    const at = (direction: Direction, shift: number) =>
      positions(
        frame,
        direction,
        pieces.map(({ line, k }) => line[direction][k + shift]),
      );
    const { color } = this.style;
    return [
      {
        ...columns({
          x: at("x", 0),
          y: at("y", 0),
          x2: at("x", 1),
          y2: at("y", 1),
          width: pieces.map(({ line, k }) => px(this.widthOf(line, k) * frame.pt)),
          ...(this.mapping && { color: pieces.map(({ line, k }) => fixedColor(this.paintOf(line, k))) }),
        }),
        mark: {
          type: "rule",
          clip: true,
          strokeCap: "butt",
          ...(!this.mapping && { stroke: specColor(color) }),
          ...(color.alpha < 1 && { strokeOpacity: color.alpha }),
        },
        encoding: {
          x: quantity("x"),
          y: quantity("y"),
          x2: { field: "x2" },
          y2: { field: "y2" },
          strokeWidth: { field: "width", type: "quantitative", scale: null, legend: null },
          ...(this.mapping && { stroke: { field: "color", type: "nominal", scale: null, legend: null } }),
        },
      },
    ];
  }

  /** Arrows at even distances along every line. */
  private arrows(): Head[] {
    return this.streams.flatMap((line) => {
      const ends: number[] = [];
      let length = 0;
      for (let k = 1; k < line.x.length; k++) {
        length += Math.hypot(line.x[k] - line.x[k - 1], line.y[k] - line.y[k - 1]);
        ends.push(length);
      }
      return Array.from({ length: this.style.arrows }, (_, k) => {
        const wanted = (length * (k + 1)) / (this.style.arrows + 1);
        return {
          line,
          piece: Math.max(
            0,
            ends.findIndex((end) => end >= wanted),
          ),
        };
      });
    });
  }

  /** The heads of arrows: shapes in pixels about the middle of their piece. */
  private heads(frame: Frame): Json[] {
    const { head, size } = this.style;
    const arrows = this.arrows();
    if (head === "-" || arrows.length === 0) return [];
    const [long, wide] = size.map((length) => length * frame.pt);
    const shape = ({ line, piece }: Head) => {
      const end = Math.min(piece + 1, line.x.length - 1);
      const across = pixel(frame, "x", line.x[end]) - pixel(frame, "x", line.x[piece]);
      const down = pixel(frame, "y", line.y[end]) - pixel(frame, "y", line.y[piece]);
      const angle = Math.atan2(down, across);
      // Pointed joins reach beyond corners.
      const beyond = (0.5 * this.widthOf(line, piece) * frame.pt * Math.hypot(long, wide)) / wide;
      const corner = (x: number, y: number) =>
        `${px(x * Math.cos(angle) - y * Math.sin(angle))},${px(x * Math.sin(angle) + y * Math.cos(angle))}`;
      const outline = [corner(-beyond - long, wide), corner(-beyond, 0), corner(-beyond - long, -wide)].join(
        "L",
      );
      return `M${outline}${head === "-|>" ? "Z" : ""}`;
    };
    const middle = (direction: Direction) =>
      positions(
        frame,
        direction,
        arrows.map(({ line, piece }) => {
          const end = Math.min(piece + 1, line[direction].length - 1);
          return (line[direction][piece] + line[direction][end]) / 2;
        }),
      );
    const paints = arrows.map(({ line, piece }) => this.paintOf(line, piece));
    const channel = { field: "color", type: "nominal", scale: null, legend: null };
    const color = this.style.color;
    return [
      {
        ...columns({
          x: middle("x"),
          y: middle("y"),
          shape: arrows.map(shape),
          width: arrows.map(({ line, piece }) => px(this.widthOf(line, piece) * frame.pt)),
          ...(this.mapping && { color: paints.map((_, k) => fixedColor(paintAt(paints, k))) }),
        }),
        mark: {
          type: "point",
          clip: true,
          size: 4,
          strokeJoin: "miter",
          ...(!this.mapping && { stroke: specColor(color), fill: head === "-|>" ? specColor(color) : null }),
          ...(this.mapping && head === "->" && { fill: null }),
          ...(color.alpha < 1 && { opacity: color.alpha }),
        },
        encoding: {
          x: quantity("x"),
          y: quantity("y"),
          shape: { field: "shape", type: "nominal", scale: null, legend: null },
          strokeWidth: { field: "width", type: "quantitative", scale: null, legend: null },
          ...(this.mapping && { stroke: channel, ...(head === "-|>" && { fill: channel }) }),
        },
      },
    ];
  }

  obstacles(frame: Frame) {
    const along = (line: Streamline, direction: Direction) =>
      Float64Array.from(line[direction], (value) => pixel(frame, direction, value));
    return {
      lines: this.streams.map((line): [ArrayLike<number>, ArrayLike<number>] => [
        along(line, "x"),
        along(line, "y"),
      ]),
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Streamlines: ${this.streams.length}>`;
  }
}
