import { pixel, rangeOf, type Direction, type Frame, type Json } from "../model/artist";
import { columns, positions, quantity } from "../spec/data";
import { Line2D } from "./line";
import type { LineStyle } from "./lineStyle";

/** How far beyond the axes a line without ends is drawn, in lengths of the axes: for a reader who moves them. */
const beyond = 10;

/** A straight line without ends, through two points or through one with a slope. */
export class InfiniteLine extends Line2D {
  constructor(
    readonly through: readonly [x: number, y: number],
    /** Another point, or how much y grows with x. */
    readonly towards: readonly [x: number, y: number] | number,
    style: LineStyle,
    label = "",
  ) {
    const second = typeof towards === "number" ? [] : [towards];
    super([through[0], ...second.map(([x]) => x)], [through[1], ...second.map(([, y]) => y)], style, label);
  }

  override range(direction: Direction) {
    return rangeOf(direction === "x" ? this.xdata : this.ydata);
  }

  /** Two points far beyond the axes, in data. */
  private ends(frame: Frame): [x: number[], y: number[]] {
    const scaled = ([x, y]: readonly [number, number]) => [
      frame.x.scale.forward(x),
      frame.y.scale.forward(y),
    ];
    const [x, y] = scaled(this.through);
    const [dx, dy] =
      typeof this.towards === "number"
        ? [1, this.towards]
        : scaled(this.towards).map((end, k) => end - [x, y][k]);
    const size = (direction: Direction) => {
      const { scale, view } = frame[direction];
      return Math.abs(scale.forward(view[1]) - scale.forward(view[0]));
    };
    const reach = (direction: Direction, from: number) => {
      const { scale, view } = frame[direction];
      const middle = (scale.forward(view[0]) + scale.forward(view[1])) / 2;
      return Math.abs(middle - from) + beyond * size(direction);
    };
    // As far as the direction in which it leaves the surroundings of the axes first.
    const steps = [
      dx === 0 ? Infinity : reach("x", x) / Math.abs(dx),
      dy === 0 ? Infinity : reach("y", y) / Math.abs(dy),
    ];
    const t = Math.min(...steps);
    return [
      [-t, t].map((part) => frame.x.scale.inverse(x + part * dx)),
      [-t, t].map((part) => frame.y.scale.inverse(y + part * dy)),
    ];
  }

  override layers(frame: Frame): Json[] {
    const [x, y] = this.ends(frame);
    if (![...x, ...y].every(Number.isFinite)) return [];
    return [
      {
        ...columns({ x: positions(frame, "x", x), y: positions(frame, "y", y) }),
        mark: { type: "line", ...this.strokeMark(frame) },
        encoding: { x: quantity("x"), y: quantity("y") },
      },
    ];
  }

  override obstacles(frame: Frame) {
    const [x, y] = this.ends(frame);
    const line: [number[], number[]] = [
      x.map((value) => pixel(frame, "x", value)),
      y.map((value) => pixel(frame, "y", value)),
    ];
    return { lines: [line] as [ArrayLike<number>, ArrayLike<number>][] };
  }
}
