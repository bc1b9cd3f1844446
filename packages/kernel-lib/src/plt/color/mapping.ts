import { describe } from "../../array/options";
import { nonsingular, type Scale } from "../model/scale";
import { linearScale } from "../model/scales/linear";
import { logScale } from "../model/scales/log";
import { readColormap, type Colormap, type ColormapName } from "./colormap";
import { option, type OptionsOf, type ReadOf } from "../options/option";
import { given, scalarOf, type Scalar } from "../options/readers";

export const mappingOptions = {
  /** Default: "viridis". */
  cmap: option(given<ColormapName>()),
  /** "linear" or "log". Default: "linear". */
  norm: option(given<"linear" | "log">(), { default: "linear" }),
  /** The value that has the first colour. Default: the least. */
  vmin: option(given<Scalar>()),
  /** The value that has the last colour. Default: the largest. */
  vmax: option(given<Scalar>()),
};

/** Options of everything that is coloured by value. */
export type MappingOptions = OptionsOf<typeof mappingOptions>;

/** How values become colours: a colormap, and the values of its ends. */
export class ColorMapping {
  constructor(
    public colormap: Colormap,
    public vmin: number,
    public vmax: number,
    readonly scale: Scale = linearScale,
  ) {}

  /** The place of a value's colour in the colormap; undefined for what is not a number. */
  index(value: number): number | undefined {
    if (Number.isNaN(value)) return undefined;
    const { size } = this.colormap;
    const [from, to] = [this.scale.forward(this.vmin), this.scale.forward(this.vmax)];
    if (this.scale.name === "log" && value <= 0) return undefined;
    const share = to === from ? 0 : (this.scale.forward(value) - from) / (to - from);
    return Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  }

  /** The colour of a value as "#rrggbb"; undefined for what is not a number. */
  color(value: number): string | undefined {
    const index = this.index(value);
    if (index === undefined) return undefined;
    const rgb = this.colormap.rgba.subarray(4 * index, 4 * index + 3);
    return `#${Array.from(rgb, (part) => part.toString(16).padStart(2, "0")).join("")}`;
  }
}

/** Something drawn by whose colours values can be read: what a colorbar explains. Points are it only if given values. */
export interface Mappable {
  mapping: ColorMapping;
}

/** Tells whether something is coloured by value. */
export const isMappable = (value: unknown): value is Mappable =>
  typeof value === "object" && value !== null && (value as Partial<Mappable>).mapping instanceof ColorMapping;

/**
 * Makes the mapping that options ask for; its ends follow the values where the options do not say.
 *
 * @throws TypeError for an unknown colormap, or an invalid norm; RangeError for ends in the wrong order.
 */
export function readMapping(
  functionName: string,
  options: ReadOf<typeof mappingOptions>,
  values: ArrayLike<number>,
): ColorMapping {
  const { norm } = options;
  const vmin = scalarOf(options.vmin) as number | undefined;
  const vmax = scalarOf(options.vmax) as number | undefined;
  if (norm !== "linear" && norm !== "log") {
    throw new TypeError(`${functionName}: expected norm to be "linear" or "log", got ${describe(norm)}`);
  }
  for (const [name, end] of Object.entries({ vmin, vmax })) {
    if (
      end !== undefined &&
      !(typeof end === "number" && Number.isFinite(end) && (norm === "linear" || end > 0))
    ) {
      const what = norm === "log" ? "a number above 0" : "a finite number";
      throw new TypeError(`${functionName}: expected ${name} to be ${what}, got ${describe(end)}`);
    }
  }
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value) || (norm === "log" && value <= 0)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) [low, high] = norm === "log" ? [1, 10] : [0, 1];
  const ends = { low: vmin ?? low, high: vmax ?? high };
  if (ends.low > ends.high) {
    if (vmin !== undefined && vmax !== undefined) {
      throw new RangeError(`${functionName}: expected vmin below vmax, got ${vmin} and ${vmax}`);
    }
    if (vmin !== undefined) ends.high = ends.low;
    else ends.low = ends.high;
  }
  return new ColorMapping(
    readColormap(functionName, options.cmap),
    ends.low,
    ends.high,
    norm === "log" ? logScale : linearScale,
  );
}

/** The ends of a mapping as the limits of an axis, which an empty interval cannot be. */
export const mappingLimits = ({ vmin, vmax }: ColorMapping) => nonsingular([vmin, vmax], 0.1, 1e-15);
