import { positions, quantity } from "../spec/data";
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
import type { Corners, PolarPlane } from "../model/polar";
import { Drawn } from "./drawn";
import { edgeProperties, patchKey, type FilledStyle } from "./filled";
import { hatchLayers, hatchPaint } from "./hatched";
import { Outlines } from "./outlines";
import { fillProperties } from "./paints";

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
    readonly style: FilledStyle,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    return direction === this.along ? rangeOf([this.from, this.to]) : undefined;
  }

  /** A ring, or a slice of the circle. */
  projected(plane: PolarPlane): Artist {
    const ends = [this.from, this.to, this.to, this.from, this.from];
    const [low, high] = this.across;
    const other = this.along === "x" ? plane.r : plane.theta;
    const across = [low, low, high, high, low].map(
      (part) => other.view[0] + part * (other.view[1] - other.view[0]),
    );
    return new Outlines(
      [this.along === "x" ? plane.bent(ends, across) : plane.bent(across, ends)],
      this.style,
    );
  }

  /** Its corners in data. */
  private outline(frame: Frame): Corners {
    const { scale, view } = frame[this.along === "x" ? "y" : "x"];
    const [from, to] = view.map((end) => scale.forward(end));
    const [low, high] = this.across.map((part) => scale.inverse(from + part * (to - from)));
    const ends = Float64Array.of(this.from, this.to, this.to, this.from);
    const across = Float64Array.of(low, low, high, high);
    return this.along === "x" ? { x: ends, y: across } : { x: across, y: ends };
  }

  layers(frame: Frame): Json[] {
    const other = this.along === "x" ? "y" : "x";
    const length = other === "x" ? frame.width : frame.height;
    const at = (part: number) => ({ value: px((other === "x" ? part : 1 - part) * length) });
    const [from, to] = positions(frame, this.along, [this.from, this.to]);
    const { face, edge, hatch } = this.style;
    return [
      {
        data: { values: [{ from, to }] },
        mark: {
          type: "rect",
          clip: true,
          ...fillProperties(face[0]),
          ...edgeProperties(this.style, edge[0], frame),
        },
        encoding: {
          [this.along]: quantity("from"),
          [`${this.along}2`]: { field: "to" },
          [other]: at(this.across[0]),
          [`${other}2`]: at(this.across[1]),
        },
      },
      ...hatchLayers(frame, [this.outline(frame)], hatch?.[0], hatchPaint(edge[0], face[0])),
    ];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(frame, half, this.style);
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
