import { columns, positions, quantity } from "../spec/data";
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
import { fillProperties, strokeProperties } from "./paints";
import { patchKey, type RectangleStyle } from "./rectangles";
import { Drawn } from "./drawn";

/** A filled shape with straight sides. */
export class Polygon extends Drawn implements Artist {
  zorder = 1;

  constructor(
    readonly x: readonly number[],
    readonly y: readonly number[],
    readonly style: RectangleStyle,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    return rangeOf(direction === "x" ? this.x : this.y);
  }

  layers(frame: Frame): Json[] {
    const { face, edge, linewidth } = this.style;
    const closed = (values: readonly number[]) => [...values, ...values.slice(0, 1)];
    return [
      {
        ...columns({
          x: positions(frame, "x", closed(this.x)),
          y: positions(frame, "y", closed(this.y)),
        }),
        mark: {
          type: "line",
          clip: true,
          strokeJoin: "miter",
          ...fillProperties(face[0]),
          ...strokeProperties(edge[0], px(linewidth * frame.pt)),
        },
        encoding: { x: quantity("x"), y: quantity("y") },
      },
    ];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(half, this.style.face[0], this.style.edge[0], this.style.linewidth * frame.pt);
  }

  obstacles(frame: Frame) {
    const along = (direction: Direction, values: readonly number[]) =>
      [...values, ...values.slice(0, 1)].map((value) => pixel(frame, direction, value));
    const line: [number[], number[]] = [along("x", this.x), along("y", this.y)];
    return { lines: [line] as [ArrayLike<number>, ArrayLike<number>][] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Polygon of ${this.x.length} corners>`;
  }
}
