import type { Spelled } from "../../array/options";
import { addSnakeNames } from "../../array/snakeMembers";
import { inData, measuredBy, measuredPath, placeOf, readTransform, type Transform } from "../coordinates";
import { lineStyle, plotOptions, type LineOptions } from "../options/line";
import { faded, firstOfCycle } from "../options/looks";
import { readTable } from "../options/option";
import { text } from "../options/readers";
import { hovered } from "../spec/interaction";
import { columns, quantity } from "../spec/data";
import { keptOfLine, lineData, pointData, type DrawnData } from "../thinning/data";
import { take } from "../thinning/line";
import { pathLayer } from "../thinning/path";
import {
  rangeOf,
  type Artist,
  type Direction,
  type Frame,
  type Json,
  type LegendKey,
  type Obstacles,
  type Range,
} from "../model/artist";
import { readNumbers, type Data } from "../data";
import type { PolarPlane } from "../model/polar";
import { LineLooks } from "./lineLooks";
import { lineKey, markerLayer, markerPaint, strokeOf, type LineStyle } from "./lineStyle";
import { markedPoints } from "./markEvery";

/** A legend looks at no more points than these to find the best place. */
const manyPoints = 50_000;

const interpolations: Record<string, string> = {
  steps: "step-before",
  "steps-pre": "step-before",
  "steps-post": "step-after",
  "steps-mid": "step",
};

const numbersOf = (functionName: string, x: unknown, y: unknown) =>
  [readNumbers(functionName, "x", x), readNumbers(functionName, "y", y)] as const;

/** Reads x and as many y. */
function pairOf(functionName: string, x: unknown, y: unknown) {
  const data = numbersOf(functionName, x, y);
  if (data[0].length === data[1].length) return data;
  throw new RangeError(
    `${functionName}: expected x and y of equal length, got ${data[0].length} and ${data[1].length}`,
  );
}

/**
 * A line through points, with or without markers on them. Made by {@link plot}; `new plt.Line2D(x, y, options)` makes one that is on no axes.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.lines.Line2D.html
 * @example
 * const [line] = plt.plot([1, 2, 3], { label: "up" });
 * line.getLabel(); // "up"
 */
export class Line2D extends LineLooks implements Artist {
  label: string;
  zorder = 2;

  /** The same as {@link getXdata}. */
  declare get_xdata: Line2D["getXdata"];
  /** The same as {@link getYdata}. */
  declare get_ydata: Line2D["getYdata"];
  /** The same as {@link setXdata}. */
  declare set_xdata: Line2D["setXdata"];
  /** The same as {@link setYdata}. */
  declare set_ydata: Line2D["setYdata"];
  /** The same as {@link setData}. */
  declare set_data: Line2D["setData"];
  /** The same as {@link setTransform}. */
  declare set_transform: Line2D["setTransform"];

  xdata: ArrayLike<number>;
  ydata: ArrayLike<number>;
  readonly style: LineStyle;

  /**
   * Makes a line that is on no axes, such as one for a legend.
   *
   * @param x - The x values.
   * @param y - The y values, as many.
   * @param options - How it looks: those of {@link plot}.
   */
  constructor(x: Data, y: Data, options?: Spelled<LineOptions>);
  constructor(x: ArrayLike<number>, y: ArrayLike<number>, style: LineStyle, label: string);
  constructor(x: unknown, y: unknown, look: unknown, label?: string) {
    super();
    if (label !== undefined) {
      [this.xdata, this.ydata] = [x as ArrayLike<number>, y as ArrayLike<number>];
      [this.style, this.label] = [look as LineStyle, label];
      return;
    }
    [this.xdata, this.ydata] = pairOf("Line2D", x, y);
    const read = readTable("Line2D", look, plotOptions);
    const style = lineStyle("Line2D", read);
    this.style = { ...style, color: style.color ?? faded(firstOfCycle(), read.alpha) };
    this.label = read.label === undefined ? "" : text("Line2D", "label", read.label);
    this.zorder = read.zorder ?? this.zorder;
    this.setTransform(read.transform);
  }

  /** The x values. */
  getXdata(): number[] {
    return Array.from(this.xdata);
  }

  /** The y values. */
  getYdata(): number[] {
    return Array.from(this.ydata);
  }

  /** Sets the x values. The limits stay, until {@link autoscaleView} has them follow. */
  setXdata(x: Data): void {
    this.changeData("setXdata", x, this.ydata);
  }

  /** Sets the y values. The limits stay, until {@link autoscaleView} has them follow. */
  setYdata(y: Data): void {
    this.changeData("setYdata", this.xdata, y);
  }

  /** Sets the x and the y values: two arguments, or a pair. The limits stay, until {@link autoscaleView} has them follow. */
  setData(...data: [x: Data, y: Data] | [data: readonly [Data, Data]]): void {
    const [x, y] = data.length === 1 ? data[0] : data;
    this.changeData("setData", x, y);
  }

  private changeData(functionName: string, x: unknown, y: unknown): void {
    // One of two calls that change both may leave them of unequal length for a moment.
    const data = functionName === "setData" ? pairOf(functionName, x, y) : numbersOf(functionName, x, y);
    this.owner?.settle();
    [this.xdata, this.ydata] = data;
    this.ranges = {};
  }

  /** What its places are measured in. */
  protected measured = inData;

  /** Sets what its places are measured in: `ax.transAxes`, `ax.getXaxisTransform()` and so on. */
  setTransform(transform: Transform): void {
    this.measured = measuredBy(readTransform("setTransform", "transform", transform));
  }

  private ranges: Partial<Record<Direction, Range>> = {};
  /** Limits that no margin is added beyond. */
  readonly stickyEdges: Partial<Record<Direction, readonly number[]>> = {};

  sticky(direction: Direction): readonly number[] {
    return this.stickyEdges[direction] ?? [];
  }

  range(direction: Direction): Range | undefined {
    if (this.measured[direction] === "axes") return undefined;
    const [own, other] = direction === "x" ? [this.xdata, this.ydata] : [this.ydata, this.xdata];
    return (this.ranges[direction] ??= rangeOf(own, other));
  }

  /** Its points, for a pointer on polar axes. */
  get points(): Artist["points"] {
    return { x: this.xdata, y: this.ydata };
  }

  projected(plane: PolarPlane): Artist {
    const { x, y } = plane.places(this.xdata, this.ydata);
    return new Line2D(x, y, this.style, "");
  }

  layers(frame: Frame): Json[] {
    const { style, xdata, ydata } = this;
    const encoding = { x: quantity("x"), y: quantity("y") };
    const stroke = style.linestyle !== "None" && style.linewidth > 0 && this.strokeLayer(frame);
    const points = style.marker !== null && markerLayer(style, frame, style.marker);
    const straight = !(style.drawstyle in interpolations);
    if (this.measured.x === "axes" || this.measured.y === "axes") {
      const path = measuredPath(frame, { x: xdata, y: ydata }, this.measured);
      const layer = [stroke, points].filter((part) => part !== false);
      return [{ ...columns(path.fields), encoding: path.encoding, layer }];
    }
    if (stroke && !points && straight && !frame.interactive) {
      const kept = keptOfLine(frame, xdata, ydata, straight);
      if (kept) return [pathLayer(frame, xdata, ydata, kept, this.strokeMark(frame))];
    }
    const line = stroke && lineData(frame, xdata, ydata, straight);
    const spots = points && this.markerData(frame);
    if (line && spots && style.markevery === 1 && !line.kept && !spots.kept) {
      const hover = hovered(frame, line.x.length);
      return [{ ...columns({ x: line.x, y: line.y }), encoding, layer: [stroke, points, ...hover] }];
    }
    const alone = (data: DrawnData, layer: Json): Json => {
      const hover = hovered(frame, data.x.length);
      const own = hover.length > 0 ? { layer: [layer, ...hover] } : layer;
      return { ...columns({ x: data.x, y: data.y }), ...own, encoding };
    };
    return [
      ...(line && stroke ? [alone(line, stroke)] : []),
      ...(spots && points ? [alone(spots, points)] : []),
    ];
  }

  private markerData(frame: Frame): DrawnData {
    const { xdata, ydata } = this;
    const { markersize, markevery, marker } = this.style;
    const marked = markedPoints(frame, xdata, ydata, markevery);
    const some = (values: ArrayLike<number>) => (marked ? take(values, marked) : values);
    const { face, edge, width } = markerPaint(this.style);
    const solid = marker === "o" && face.alpha === 1 && edge.alpha === 1;
    return pointData(frame, some(xdata), some(ydata), [(markersize + width) * frame.pt], solid);
  }

  private strokeLayer(frame: Frame): Json {
    const { drawstyle } = this.style;
    return {
      mark: {
        type: "line",
        ...this.strokeMark(frame),
        ...(drawstyle in interpolations && { interpolate: interpolations[drawstyle] }),
      },
    };
  }

  /** The mark properties of the stroke. */
  protected strokeMark(frame: Frame): Json {
    return strokeOf(this.style, frame);
  }

  key(frame: Frame, half: number, markerscale = 1): LegendKey {
    return lineKey({ ...this.style, markersize: this.style.markersize * markerscale }, frame, half);
  }

  obstacles(frame: Frame): Obstacles {
    // Of very many points, those that draw the line say well enough where it is.
    const kept = this.xdata.length > manyPoints ? keptOfLine(frame, this.xdata, this.ydata, true) : undefined;
    const along = (direction: Direction, values: ArrayLike<number>) =>
      Float64Array.from(kept ? take(values, kept) : values, (value) =>
        placeOf(frame, direction, value, this.measured),
      );
    return { lines: [[along("x", this.xdata), along("y", this.ydata)]] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Line2D(${this.label})`;
  }
}

addSnakeNames(Line2D.prototype);
