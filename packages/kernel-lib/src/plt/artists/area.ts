import { paint, type Color, type Paint } from "../color/color";
import { faded } from "../options/looks";
import { notNegative, share } from "../options/readers";
import { addSnakeNames } from "../../array/snakeMembers";
import { column, columns, positions, quantity } from "../spec/data";
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
import type { Corners, PolarPlane } from "../model/polar";
import { edgeProperties, patchKey, type FilledStyle } from "./filled";
import { hatchLayers, hatchPaint } from "./hatched";
import { fillProperties } from "./paints";
import { Outlines } from "./outlines";
import { Drawn } from "./drawn";

/** The looks of an area: lists of one. */
export interface AreaStyle extends FilledStyle {
  /** How neighbouring points are joined: "linear", "step-before", "step-after" or "step". */
  interpolate?: string;
}

/** Runs of places where something holds. */
function runs(holds: readonly boolean[]): number[][] {
  const found: number[][] = [];
  holds.forEach((here, i) => {
    if (here && holds[i - 1]) found[found.length - 1].push(i);
    else if (here) found.push([i]);
  });
  return found;
}

/** What lies between two curves; a value that is not finite divides it. */
export class FillBetween extends Drawn implements Artist {
  zorder = 1;

  /** The same as {@link setFacecolor}. */
  declare set_facecolor: FillBetween["setFacecolor"];
  /** The same as {@link setEdgecolor}. */
  declare set_edgecolor: FillBetween["setEdgecolor"];
  /** The same as {@link setColor}. */
  declare set_color: FillBetween["setColor"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: FillBetween["setLinewidth"];
  /** The same as {@link setAlpha}. */
  declare set_alpha: FillBetween["setAlpha"];

  constructor(
    /** The direction along which the curves run. */
    readonly along: Direction,
    readonly at: ArrayLike<number>,
    readonly from: ArrayLike<number>,
    readonly to: ArrayLike<number>,
    public style: AreaStyle,
    public label = "",
  ) {
    super();
  }

  /** Sets the colour inside. */
  setFacecolor(color: Color): void {
    this.style = { ...this.style, face: [faded(paint("setFacecolor", color), this.style.opacity)] };
  }

  /** Sets the colour of the edge. */
  setEdgecolor(color: Color): void {
    this.style = { ...this.style, edge: [faded(paint("setEdgecolor", color), this.style.opacity)] };
  }

  /** Sets the colour inside and that of the edge. */
  setColor(color: Color): void {
    this.setFacecolor(color);
    this.setEdgecolor(color);
  }

  /** Sets the width of the edge in points. */
  setLinewidth(width: number): void {
    this.style = { ...this.style, linewidth: notNegative("setLinewidth", "width", width) };
  }

  /** Sets the opacity from 0 to 1. */
  setAlpha(alpha: number): void {
    const opacity = share("setAlpha", "alpha", alpha);
    const all = (paints: readonly Paint[]) => paints.map((each) => faded(each, opacity));
    this.style = { ...this.style, face: all(this.style.face), edge: all(this.style.edge), opacity };
  }

  range(direction: Direction) {
    const finite = Float64Array.from(this.at, (value, i) => value + this.from[i] + this.to[i]);
    return direction === this.along
      ? rangeOf(this.at, finite)
      : unite(rangeOf(this.from, finite), rangeOf(this.to, finite));
  }

  /** A value that no margin is added beyond, such as what the lowest of several areas stands on. */
  foot?: number;

  sticky(direction: Direction): readonly number[] {
    return direction === this.along || this.foot === undefined ? [] : [this.foot];
  }

  /** Its outlines, one to each piece without a gap. */
  private outlines(place: (x: number[], y: number[]) => Corners): Corners[] {
    const pieces = runs(Array.from(this.at, (at, i) => Number.isFinite(at + this.from[i] + this.to[i])));
    return pieces.map((piece) => {
      const [there, back] = [piece, [...piece].reverse()];
      const at = [...there, ...back].map((i) => this.at[i]);
      const ends = [...there.map((i) => this.from[i]), ...back.map((i) => this.to[i])];
      return this.along === "x" ? place(at, ends) : place(ends, at);
    });
  }

  projected(plane: PolarPlane): Artist {
    return new Outlines(
      this.outlines((x, y) => plane.places(x, y)),
      this.style,
    );
  }

  layers(frame: Frame): Json[] {
    const other = this.along === "x" ? "y" : "x";
    const from = positions(frame, other, this.from);
    const to = positions(frame, other, this.to);
    const at = positions(frame, this.along, this.at);
    const whole = at.map((value, i) => value !== null && from[i] !== null && to[i] !== null);
    const or = (values: (number | null)[]) => values.map((value, i) => (whole[i] ? value : null));
    const { face, edge, hatch, interpolate } = this.style;
    return [
      {
        ...columns({ at: column(this.at), from: or(from), to: or(to) }),
        mark: {
          type: "area",
          clip: true,
          orient: this.along === "x" ? "vertical" : "horizontal",
          ...fillProperties(face[0]),
          ...edgeProperties(this.style, edge[0], frame),
          ...(interpolate && { interpolate }),
        },
        encoding: {
          [this.along]: quantity("at"),
          [other]: { ...quantity("from"), stack: null },
          [`${other}2`]: { field: "to" },
        },
      },
      ...(hatch
        ? hatchLayers(
            frame,
            this.outlines((x, y) => ({ x: Float64Array.from(x), y: Float64Array.from(y) })),
            hatch[0],
            hatchPaint(edge[0], face[0]),
          )
        : []),
    ];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(frame, half, this.style);
  }

  obstacles(frame: Frame) {
    const other = this.along === "x" ? "y" : "x";
    const there = Array.from(this.at, (value) => pixel(frame, this.along, value));
    const low = Array.from(this.from, (value) => pixel(frame, other, value));
    const high = Array.from(this.to, (value) => pixel(frame, other, value));
    const along = [...there, ...there.reverse()];
    const across = [...low, ...high.reverse()];
    const line: [number[], number[]] = this.along === "x" ? [along, across] : [across, along];
    return { lines: [line] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<FillBetween of ${this.at.length} points>`;
  }
}

addSnakeNames(FillBetween.prototype);
