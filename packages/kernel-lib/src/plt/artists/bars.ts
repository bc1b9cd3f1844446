import type { Paint } from "../color/color";
import { edgeProperties, patchKey, type FilledStyle } from "./filled";
import { hatchLayers, hatchPaint } from "./hatched";
import { Outlines } from "./outlines";
import type { PolarPlane } from "../model/polar";
import { tooltipOf } from "../spec/interaction";
import { columns, positions, quantity } from "../spec/data";
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
import { fillProperties, fixedColor, paintAt, runsAlike, strokeProperties, tooManyRuns } from "./paints";
import { Drawn } from "./drawn";

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
    readonly style: FilledStyle,
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

  /** Pieces of rings. */
  projected(plane: PolarPlane): Artist {
    const rings = Array.from(this.left, (left, i) => {
      const [right, bottom, top] = [this.right[i], this.bottom[i], this.top[i]];
      return plane.bent([left, right, right, left, left], [bottom, bottom, top, top, bottom]);
    });
    return new Outlines(rings, this.style);
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
    const { face, edge } = this.style;
    const runs = runsAlike(count, face, edge);
    const mark = (fill: Paint, stroke: Paint) => ({
      type: "rect",
      clip: true,
      ...fillProperties(fill),
      // Edges between pixels are drawn half transparent, twice; a line of the same colour covers what is left.
      ...(this.joined && stroke.color === "none" && fill.alpha === 1 && fill.color !== "none"
        ? { ...strokeProperties(fill, seam), strokeJoin: "miter" }
        : edgeProperties(this.style, stroke, frame)),
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
        ...this.patterns(frame),
      ];
    }
    return [
      ...runs.map((run) => ({
        ...columns(
          Object.fromEntries(
            Object.entries(fields).map(([name, values]) => [name, run.map((i) => values[i])]),
          ),
        ),
        mark: mark(paintAt(face, run[0]), paintAt(edge, run[0])),
        encoding,
      })),
      ...this.patterns(frame),
    ];
  }

  /** The patterns of hatched bars. */
  private patterns(frame: Frame): Json[] {
    const { face, edge, hatch } = this.style;
    if (!hatch) return [];
    return Array.from(this.left, (left, i) => {
      const [right, bottom, top] = [this.right[i], this.bottom[i], this.top[i]];
      const outline = {
        x: Float64Array.of(left, right, right, left),
        y: Float64Array.of(bottom, bottom, top, top),
      };
      return hatchLayers(
        frame,
        [outline],
        hatch[i % hatch.length],
        hatchPaint(paintAt(edge, i), paintAt(face, i)),
      );
    }).flat();
  }

  /** What a pointer is told: from where to where a bar stands, and its end. */
  private told(frame: Frame): Record<string, string> {
    const { x, y } = { x: frame.x.name, y: frame.y.name };
    return this.footed === "y"
      ? { x: `${x} from`, x2: `${x} to`, y2: y }
      : { y: `${y} from`, y2: `${y} to`, x2: x };
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(frame, half, this.style);
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
