import { addSnakeNames } from "../../array/snakeMembers";
import { paint, type Color } from "../color/color";
import { readLinestyle, type LinestyleName } from "../linestyle";
import { readMarker } from "../markers";
import { notNegative, share } from "../options/readers";
import { hovered } from "../spec/interaction";
import { columns, quantity } from "../spec/data";
import { keptOfLine, lineData, pointData, type DrawnData } from "../thinning/data";
import { take } from "../thinning/line";
import { pathLayer } from "../thinning/path";
import {
  pixel,
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
import { Drawn } from "./drawn";
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

/**
 * A line through points, with or without markers on them. Made by {@link plot}.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.lines.Line2D.html
 * @example
 * const [line] = plt.plot([1, 2, 3], { label: "up" });
 * line.getLabel(); // "up"
 */
export class Line2D extends Drawn implements Artist {
  label: string;
  zorder = 2;

  /** The same as {@link getXdata}. */
  declare get_xdata: Line2D["getXdata"];
  /** The same as {@link getYdata}. */
  declare get_ydata: Line2D["getYdata"];
  /** The same as {@link getColor}. */
  declare get_color: Line2D["getColor"];
  /** The same as {@link setXdata}. */
  declare set_xdata: Line2D["setXdata"];
  /** The same as {@link setYdata}. */
  declare set_ydata: Line2D["setYdata"];
  /** The same as {@link setData}. */
  declare set_data: Line2D["setData"];
  /** The same as {@link setAlpha}. */
  declare set_alpha: Line2D["setAlpha"];
  /** The same as {@link setColor}. */
  declare set_color: Line2D["setColor"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: Line2D["setLinewidth"];
  /** The same as {@link setLinestyle}. */
  declare set_linestyle: Line2D["setLinestyle"];
  /** The same as {@link setMarker}. */
  declare set_marker: Line2D["setMarker"];

  constructor(
    public xdata: ArrayLike<number>,
    public ydata: ArrayLike<number>,
    readonly style: LineStyle,
    label = "",
  ) {
    super();
    this.label = label;
  }

  /** The x values. */
  getXdata(): number[] {
    return Array.from(this.xdata);
  }

  /** The y values. */
  getYdata(): number[] {
    return Array.from(this.ydata);
  }

  /** The colour, as "#rrggbb"; black is "black". */
  getColor(): string {
    return this.style.color.color === "ink" ? "black" : this.style.color.color;
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
    const [xs, ys] = [readNumbers(functionName, "x", x), readNumbers(functionName, "y", y)];
    // One of two calls that change both may leave them of unequal length for a moment.
    if (functionName === "setData" && xs.length !== ys.length) {
      throw new RangeError(`setData: expected x and y of equal length, got ${xs.length} and ${ys.length}`);
    }
    this.owner?.settle();
    this.xdata = xs;
    this.ydata = ys;
    this.ranges = {};
  }

  /** Sets the opacity from 0 to 1. */
  setAlpha(alpha: number): void {
    this.style.color = { ...this.style.color, alpha: share("setAlpha", "alpha", alpha) };
  }

  /** Sets the colour. */
  setColor(color: Color): void {
    this.style.color = paint("setColor", color);
  }

  /** Sets the width in points. */
  setLinewidth(width: number): void {
    this.style.linewidth = notNegative("setLinewidth", "width", width);
  }

  /** Sets the style of the stroke: "-", "--", "-.", ":" or "None". */
  setLinestyle(style: LinestyleName): void {
    this.style.linestyle = readLinestyle("setLinestyle", style);
  }

  /** Sets the marker: "o", "s", "^" and so on, or "None". */
  setMarker(marker: string): void {
    this.style.marker = readMarker("setMarker", marker);
  }

  private ranges: Partial<Record<Direction, Range>> = {};

  range(direction: Direction): Range | undefined {
    const [own, other] = direction === "x" ? [this.xdata, this.ydata] : [this.ydata, this.xdata];
    return (this.ranges[direction] ??= rangeOf(own, other));
  }

  projected(plane: PolarPlane): Artist {
    const { x, y } = plane.places(this.xdata, this.ydata);
    return new Line2D(x, y, this.style);
  }

  layers(frame: Frame): Json[] {
    const { style, xdata, ydata } = this;
    const encoding = { x: quantity("x"), y: quantity("y") };
    const stroke = style.linestyle !== "None" && style.linewidth > 0 && this.strokeLayer(frame);
    const points = style.marker !== null && markerLayer(style, frame, style.marker);
    const straight = !(style.drawstyle in interpolations);
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
      Float64Array.from(kept ? take(values, kept) : values, (value) => pixel(frame, direction, value));
    return { lines: [[along("x", this.xdata), along("y", this.ydata)]] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Line2D(${this.label})`;
  }
}

addSnakeNames(Line2D.prototype);
