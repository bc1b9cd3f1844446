import { quantity, positions } from "../spec/data";
import { px } from "../spec/theme";
import { pixel, rangeOf, type Direction, type Frame, type Json } from "../model/artist";
import type { PolarPlane } from "../model/polar";
import { Line2D } from "./line";
import type { LineStyle } from "./lineStyle";

/** A line across the axes at one value. */
export class SpanningLine extends Line2D {
  constructor(
    /** The direction of the value. */
    readonly along: Direction,
    readonly value: number,
    /** Ends in the other direction, as shares of the axes. */
    readonly across: readonly [number, number],
    style: LineStyle,
    label = "",
  ) {
    super(along === "x" ? [value, value] : across, along === "x" ? across : [value, value], style, label);
  }

  override range(direction: Direction) {
    return direction === this.along ? rangeOf([this.value]) : undefined;
  }

  /** A circle, or a ray. */
  override projected(plane: PolarPlane) {
    const ends = [this.value, this.value];
    const { view } = this.along === "x" ? plane.r : plane.theta;
    const across = this.across.map((part) => view[0] + part * (view[1] - view[0]));
    const { x, y } = this.along === "x" ? plane.bent(ends, across) : plane.bent(across, ends);
    return new Line2D(x, y, this.style, "");
  }

  override layers(frame: Frame): Json[] {
    const other = this.along === "x" ? "y" : "x";
    const length = other === "x" ? frame.width : frame.height;
    const at = (part: number) => ({ value: px((other === "x" ? part : 1 - part) * length) });
    const [from, to] = this.across;
    return [
      {
        data: { values: [{ at: positions(frame, this.along, [this.value])[0] }] },
        mark: { ...this.strokeMark(frame), type: "rule" },
        encoding: { [this.along]: quantity("at"), [other]: at(from), [`${other}2`]: at(to) },
      },
    ];
  }

  override obstacles(frame: Frame) {
    const at = pixel(frame, this.along, this.value);
    const [from, to] = this.across;
    const line: [number[], number[]] =
      this.along === "x"
        ? [
            [at, at],
            [(1 - from) * frame.height, (1 - to) * frame.height],
          ]
        : [
            [from * frame.width, to * frame.width],
            [at, at],
          ];
    return { lines: [line] as [ArrayLike<number>, ArrayLike<number>][] };
  }
}
