import { describe, type Spelled } from "../../array/options";
import { readArray, type Data } from "../data";
import { patchOptions, patchStyle } from "../options/patch";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag } from "../options/readers";
import { Patch } from "./patch";

const polygonOptions = {
  ...patchOptions,
  /** Whether its edge goes back to the first corner. Default: true. */
  closed: option(flag, { default: true }),
};

/** Options of {@link Polygon}. */
export type PolygonOptions = OptionsOf<typeof polygonOptions>;

/** Reads places: pairs of numbers, or an array of shape (n, 2). */
function readCorners(functionName: string, xy: unknown): { x: number[]; y: number[] } {
  const { shape, data } = readArray(functionName, "xy", xy);
  if (shape.length !== 2 || shape[1] !== 2) {
    throw new TypeError(`${functionName}: expected xy to be pairs of numbers, got ${describe(xy)}`);
  }
  const every = (from: 0 | 1) => Array.from({ length: shape[0] }, (_, k) => Number(data[2 * k + from]));
  return { x: every(0), y: every(1) };
}

/**
 * A shape with straight sides, by its corners; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Polygon.html
 * @example
 * plt.gca().addPatch(new plt.Polygon([[0.1, 0.1], [0.9, 0.2], [0.5, 0.8]], { facecolor: "C2", alpha: 0.5 }));
 */
export class Polygon extends Patch {
  constructor(xy: Data, options?: Spelled<PolygonOptions>) {
    const { x, y } = readCorners("Polygon", xy);
    const read = readTable("Polygon", options, polygonOptions);
    super(x, y, patchStyle("Polygon", read), read.label);
    this.zorder = read.zorder;
    this.closed = read.closed;
    this.setTransform(read.transform);
  }
}
