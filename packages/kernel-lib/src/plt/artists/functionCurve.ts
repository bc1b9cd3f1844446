import type { Control } from "../explorable";
import { quantity } from "../spec/data";
import type { Direction, Frame, Json, Range } from "../model/artist";
import { Line2D } from "./line";
import type { LineStyle } from "./lineStyle";

/** Where a function is drawn, and at how many points. */
export interface Domain {
  from: number;
  to: number;
  points: number;
}

/** A control, and the name of the Vega parameter that it sets. */
export interface Bound extends Control {
  param: string;
}

/** Maps points to scales that Vega does not have. */
const warps = (frame: Frame): Json[] =>
  (["x", "y"] as const).flatMap((direction) => {
    const { warp } = frame[direction].scale;
    return typeof warp === "object" ? [{ calculate: warp.forward(`datum.${direction}`), as: direction }] : [];
  });

/** The curve of a function that the figure itself computes, from parameters which the reader may move. */
export class FunctionCurve extends Line2D {
  /**
   * @param expression - The function of `datum.x` and parameters, in Vega's expression language.
   * @param data - The curve at the parameters' first values.
   * @param reach - The least and the largest value over the parameters' ranges.
   * @param controls - The parameters that this curve brings to the figure.
   */
  constructor(
    readonly expression: string,
    readonly domain: Domain,
    data: { x: ArrayLike<number>; y: ArrayLike<number> },
    readonly reach: Range,
    readonly controls: readonly Bound[],
    style: LineStyle,
    label: string,
  ) {
    super(data.x, data.y, style, label);
  }

  override range(direction: Direction): Range | undefined {
    return direction === "x" ? super.range("x") : this.reach;
  }

  /** Parameters of the figure, with sliders and boxes where a reader may move them. */
  params(interactive: boolean): Json[] {
    return this.controls.map(({ name, param, value, slider }) => ({
      name: param,
      value,
      ...(interactive &&
        (slider
          ? { bind: { input: "range", name: `${name} `, ...slider } }
          : typeof value === "boolean" && { bind: { input: "checkbox", name: `${name} ` } })),
    }));
  }

  override layers(frame: Frame): Json[] {
    // A function of which Vega has no formula is drawn through its points.
    if ([frame.x, frame.y].some(({ scale }) => scale.warp === "unwritten")) return super.layers(frame);
    const { from, to, points } = this.domain;
    const last = points - 1;
    return [
      {
        data: { sequence: { start: 0, stop: points, as: "k" } },
        transform: [
          // Counted from both ends, so that a domain about zero has zero itself.
          { calculate: `(${from} * (${last} - datum.k) + ${to} * datum.k) / ${last}`, as: "x" },
          { calculate: this.expression, as: "y" },
          ...warps(frame),
        ],
        mark: { type: "line", ...this.strokeMark(frame) },
        encoding: { x: quantity("x"), y: quantity("y") },
      },
    ];
  }
}
