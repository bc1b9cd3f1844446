import { rangeOf, type Direction } from "../model/artist";
import { Line2D } from "./line";
import type { LineStyle } from "./lineStyle";

/** The median of a box, which stands in the middle of a place of its own that is one unit wide. */
export class MedianLine extends Line2D {
  constructor(
    /** The direction in which boxes stand beside each other. */
    readonly along: Direction,
    readonly at: number,
    x: ArrayLike<number>,
    y: ArrayLike<number>,
    style: LineStyle,
  ) {
    super(x, y, style, "_nolegend_");
  }

  override range(direction: Direction) {
    return direction === this.along ? rangeOf([this.at - 0.5, this.at + 0.5]) : super.range(direction);
  }

  override sticky(direction: Direction): readonly number[] {
    return direction === this.along ? [this.at - 0.5, this.at + 0.5] : [];
  }
}
