import type { Paint } from "../color/color";
import { tooltipOf } from "../spec/interaction";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import {
  pixel,
  rangeOf,
  unite,
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
  strokeProperties,
  tooManyRuns,
} from "./paints";
import { Drawn } from "./drawn";

/** The looks of bars. */
export interface RectangleStyle {
  face: readonly Paint[];
  edge: readonly Paint[];
  /** Width of the edges in points. */
  linewidth: number;
}

/** Width of the lines that close the seams between bars, in pixels. */
const seam = 0.8;

/** Bars: rectangles that share a name. */
export class BarContainer extends Drawn implements Artist {
  zorder = 1;
  readonly group = true;
  /** The far ends of the bars, or of their error bars where these have some. */
  tips: ArrayLike<number> = [];
  /** Whether bars stand edge to edge, so that nothing is to show between them. */
  joined = false;
  /** Error bars that come and go with the bars. */
  parts: readonly Artist[] = [];

  constructor(
    readonly left: ArrayLike<number>,
    readonly right: ArrayLike<number>,
    readonly bottom: ArrayLike<number>,
    readonly top: ArrayLike<number>,
    readonly style: RectangleStyle,
    /** The direction whose limits get no margin below the foot of the bars. */
    readonly footed: Direction,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    const [from, to] = direction === "x" ? [this.left, this.right] : [this.bottom, this.top];
    return unite(rangeOf(from, to), rangeOf(to, from));
  }

  sticky(direction: Direction): readonly number[] {
    if (direction !== this.footed) return [];
    return Array.from(new Set(Array.from(direction === "x" ? this.left : this.bottom)));
  }

  layers(frame: Frame): Json[] {
    const count = this.left.length;
    const fields = {
      x: positions(frame, "x", this.left),
      x2: positions(frame, "x", this.right),
      y: positions(frame, "y", this.bottom),
      y2: positions(frame, "y", this.top),
    };
    const encoding = {
      x: quantity("x"),
      x2: { field: "x2" },
      y: quantity("y"),
      y2: { field: "y2" },
      ...tooltipOf(frame, count, this.told(frame)),
    };
    const { face, edge, linewidth } = this.style;
    const runs = runsAlike(count, face, edge);
    const width = px(linewidth * frame.pt);
    const mark = (fill: Paint, stroke: Paint) => ({
      type: "rect",
      clip: true,
      ...fillProperties(fill),
      // Edges between pixels are drawn half transparent, twice; a line of the same colour covers what is left.
      ...(this.joined && stroke.color === "none" && fill.alpha === 1 && fill.color !== "none"
        ? { ...strokeProperties(fill, seam), strokeJoin: "miter" }
        : strokeProperties(stroke, width)),
      ...(stroke.color !== "none" && { strokeJoin: "miter" }),
    });
    if (tooManyRuns(runs)) {
      const fill = Array.from({ length: count }, (_, i) => fixedColor(paintAt(face, i)));
      return [
        {
          ...columns({ ...fields, fill }),
          mark: mark(face[0], edge[0]),
          encoding: { ...encoding, fill: { field: "fill", type: "nominal", scale: null } },
        },
      ];
    }
    return runs.map((run) => ({
      ...columns(
        Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, run.map((i) => values[i])])),
      ),
      mark: mark(paintAt(face, run[0]), paintAt(edge, run[0])),
      encoding,
    }));
  }

  /** What a pointer is told: from where to where a bar stands, and its end. */
  private told(frame: Frame): Record<string, string> {
    const { x, y } = { x: frame.x.name, y: frame.y.name };
    return this.footed === "y"
      ? { x: `${x} from`, x2: `${x} to`, y2: y }
      : { y: `${y} from`, y2: `${y} to`, x2: x };
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(half, this.style.face[0], this.style.edge[0], this.style.linewidth * frame.pt);
  }

  obstacles(frame: Frame) {
    return {
      boxes: Array.from(this.left, (left, i): [number, number, number, number] => {
        const xs = [pixel(frame, "x", left), pixel(frame, "x", this.right[i])];
        const ys = [pixel(frame, "y", this.bottom[i]), pixel(frame, "y", this.top[i])];
        return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      }),
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<BarContainer object of ${this.left.length} artists>`;
  }
}

/** The symbol of something filled: a rectangle, 0.7 of the font size high. */
export const patchKey = (half: number, fill: Paint, stroke: Paint, strokeWidth: number): LegendKey => ({
  path: `M${-half},${-0.35 * half}H${half}V${0.35 * half}H${-half}Z`,
  fill,
  stroke: strokeWidth > 0 ? stroke : noPaint,
  strokeWidth,
});

/** A band across the axes: all of one direction, part of the other. */
export class Span extends Drawn implements Artist {
  zorder = 1;

  constructor(
    /** The direction in which it has ends. */
    readonly along: Direction,
    readonly from: number,
    readonly to: number,
    /** Ends in the other direction, as shares of the axes. */
    readonly across: readonly [number, number],
    readonly style: RectangleStyle,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    return direction === this.along ? rangeOf([this.from, this.to]) : undefined;
  }

  layers(frame: Frame): Json[] {
    const other = this.along === "x" ? "y" : "x";
    const length = other === "x" ? frame.width : frame.height;
    const at = (part: number) => ({ value: px((other === "x" ? part : 1 - part) * length) });
    const [from, to] = positions(frame, this.along, [this.from, this.to]);
    const { face, edge, linewidth } = this.style;
    return [
      {
        data: { values: [{ from, to }] },
        mark: {
          type: "rect",
          clip: true,
          ...fillProperties(face[0]),
          ...strokeProperties(edge[0], px(linewidth * frame.pt)),
        },
        encoding: {
          [this.along]: quantity("from"),
          [`${this.along}2`]: { field: "to" },
          [other]: at(this.across[0]),
          [`${other}2`]: at(this.across[1]),
        },
      },
    ];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(half, this.style.face[0], this.style.edge[0], this.style.linewidth * frame.pt);
  }

  obstacles(frame: Frame) {
    const ends = [pixel(frame, this.along, this.from), pixel(frame, this.along, this.to)].sort(
      (a, b) => a - b,
    );
    const [low, high] = this.across;
    const box: [number, number, number, number] =
      this.along === "x"
        ? [ends[0], (1 - high) * frame.height, ends[1], (1 - low) * frame.height]
        : [low * frame.width, ends[0], high * frame.width, ends[1]];
    return { boxes: [box] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Span(${this.along}: ${this.from} to ${this.to})`;
  }
}
