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
import { patchKey, type FilledStyle } from "./filled";
import type { PolarPlane } from "../model/polar";
import { Drawn } from "./drawn";
import { paint, type Color, type Paint } from "../color/color";
import { faded } from "../options/looks";
import { notNegative, share } from "../options/readers";
import { addSnakeNames } from "../../array/snakeMembers";

/** A filled shape with straight sides. */
export class Polygon extends Drawn implements Artist {
  zorder = 1;

  /** The same as {@link setFacecolor}. */
  declare set_facecolor: Polygon["setFacecolor"];
  /** The same as {@link setEdgecolor}. */
  declare set_edgecolor: Polygon["setEdgecolor"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: Polygon["setLinewidth"];
  /** The same as {@link setAlpha}. */
  declare set_alpha: Polygon["setAlpha"];

  constructor(
    readonly x: readonly number[],
    readonly y: readonly number[],
    public style: FilledStyle,
    public label = "",
  ) {
    super();
  }

  /** Sets the colour inside. */
  setFacecolor(color: Color): void {
    this.style = { ...this.style, face: [paint("setFacecolor", color)] };
  }

  /** Sets the colour of the edge. */
  setEdgecolor(color: Color): void {
    this.style = { ...this.style, edge: [paint("setEdgecolor", color)] };
  }

  /** Sets the width of the edge in points. */
  setLinewidth(width: number): void {
    this.style = { ...this.style, linewidth: notNegative("setLinewidth", "width", width) };
  }

  /** Sets the opacity from 0 to 1. */
  setAlpha(alpha: number): void {
    const opacity = share("setAlpha", "alpha", alpha);
    const { face, edge } = this.style;
    const all = (paints: readonly Paint[]) => paints.map((each) => faded(each, opacity));
    this.style = { ...this.style, face: all(face), edge: all(edge) };
  }

  range(direction: Direction) {
    return rangeOf(direction === "x" ? this.x : this.y);
  }

  projected(plane: PolarPlane): Artist {
    const { x, y } = plane.places(this.x, this.y);
    return new Polygon([...x], [...y], this.style);
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

addSnakeNames(Polygon.prototype);
