import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readNamed, type Spelled } from "../array/options";
import { isFloating } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { convertType, full } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { median } from "./quantiles";
import { max, min } from "./reductions";
import { mean } from "./statistics";
import { flip } from "./arranging";
import { reflected, type Folding } from "./reflecting";
import { add, floor, multiply, rint, subtract } from "./ufuncs";

const modes = [
  "constant",
  "edge",
  "reflect",
  "symmetric",
  "wrap",
  "empty",
  "linear_ramp",
  "maximum",
  "mean",
  "median",
  "minimum",
] as const;

/** What stands around an array; see {@link pad}. */
export type PadMode = (typeof modes)[number];

/** One number for all sides, two for before and behind, or such a pair for each axis. */
export type Sides =
  | number
  | readonly [around: number]
  | readonly [before: number, behind: number]
  | readonly (readonly [before: number, behind: number])[];

/** Options of {@link pad}. */
export interface PadOptions {
  /** What stands around the array, where it is not the third argument. Default: "constant". */
  mode?: PadMode;
  /** The constants of mode "constant". Default: 0. */
  constantValues?: Sides;
  /** Where the ramps of mode "linear_ramp" end. Default: 0. */
  endValues?: Sides;
  /** How many elements at the end the modes "maximum", "mean", "median" and "minimum" look at. Default: all. */
  statLength?: Sides | null;
  /** Whether "reflect" and "symmetric" mirror at the edge, or through the point there as well. Default: "even". */
  reflectType?: "even" | "odd";
}

const defaults: PadOptions = {
  mode: "constant",
  constantValues: 0,
  endValues: 0,
  statLength: null,
  reflectType: "even",
};

/** Reads a pair for each axis. */
function sidesOf(what: string, given: Sides, ndim: number): [number, number][] {
  const wrong = (): RangeError =>
    new RangeError(
      `pad: expected ${what} to be a number, a pair, or a pair for each of ${ndim} axes, got ${describe(given)}`,
    );
  const values = (given instanceof ndarray ? given.tolist() : given) as unknown;
  const pairOf = (one: unknown): [number, number] => {
    if (typeof one === "number") return [one, one];
    if (!Array.isArray(one) || one.length < 1 || one.length > 2) throw wrong();
    const [before, behind = before] = one as unknown[];
    if (typeof before !== "number" || typeof behind !== "number") throw wrong();
    return [before, behind];
  };
  const isNested = Array.isArray(values) && values.some((one) => Array.isArray(one));
  const pairs = isNested ? (values as unknown[]).map(pairOf) : [pairOf(values)];
  if (pairs.length !== 1 && pairs.length !== ndim) throw wrong();
  return Array.from({ length: ndim }, (_, axis) => pairs[pairs.length === 1 ? 0 : axis]);
}

const statistics = { maximum: max, mean, median, minimum: min } as const;

/** What one end of an axis gets in front of it, so many elements. */
type Side = (x: ndarray, axis: number, count: number, axisSide: 0 | 1) => ndarray;

/** Elements of one value along an axis. */
function repeated(value: ndarray, x: ndarray, axis: number, count: number): ndarray {
  return broadcast(
    convertType(value, x.dtype),
    x.shape.map((length, i) => (i === axis ? count : length)),
  );
}

const edgeOf = (x: ndarray, axis: number, side: 0 | 1): ndarray =>
  side === 0 ? sliceAxis(x, axis, 0, 1) : sliceAxis(x, axis, x.shape[axis] - 1, x.shape[axis]);

/** A ramp from a value (not included in what stands outside the array) towards the edge. */
function ramp(end: number, x: ndarray, axis: number, count: number, side: 0 | 1): ndarray {
  const shares = new ndarray(
    Float32Array.from({ length: count }, (_, i) => i / count),
    x.shape.map((_, i) => (i === axis ? count : 1)),
    "float32",
  );
  const along = side === 0 ? shares : flip(shares, axis);
  const edge = edgeOf(x, axis, side);
  const steps = add(multiply(subtract(edge, end), along), end);
  return convertType(isFloating(x.dtype) ? steps : floor(steps), x.dtype);
}

function sideOf(options: PadOptions, ndim: number): Side | undefined {
  const mode = options.mode as PadMode;
  if (mode === "constant" || mode === "empty") {
    const values = sidesOf("constantValues", mode === "empty" ? 0 : (options.constantValues ?? 0), ndim);
    return (x, axis, count, side) => repeated(full(values[axis][side], [], x.dtype), x, axis, count);
  }
  if (mode === "edge") return (x, axis, count, side) => repeated(edgeOf(x, axis, side), x, axis, count);
  if (mode === "linear_ramp") {
    const ends = sidesOf("endValues", options.endValues ?? 0, ndim);
    return (x, axis, count, side) => ramp(ends[axis][side], x, axis, count, side);
  }
  if (!(mode in statistics)) return undefined;
  const lengths = options.statLength == null ? undefined : sidesOf("statLength", options.statLength, ndim);
  return (x, axis, count, side) => {
    const length = x.shape[axis];
    const looked = Math.min(length, lengths?.[axis][side] ?? length);
    const part = side === 0 ? sliceAxis(x, axis, 0, looked) : sliceAxis(x, axis, length - looked, length);
    const value = statistics[mode as keyof typeof statistics](part, { axis, keepdims: true });
    return repeated(isFloating(x.dtype) ? value : rint(value), x, axis, count);
  };
}

/**
 * Puts elements around an array.
 *
 * @param x - The array.
 * @param width - How many: one number for all sides, two for before and behind, or such a pair for each axis.
 * @param mode - What they are, or options. "constant" values; the "edge" element; the array mirrored at its edge, which
 * stands once ("reflect") or twice ("symmetric"); the array over again ("wrap"); a "linear_ramp" towards a value; the
 * "maximum", "mean", "median" or "minimum" of the axis; "empty", anything. Default: "constant".
 * @param options - The constants, ramps and lengths.
 * @throws RangeError for widths that are negative, or not one pair for each axis; TypeError for an unknown mode.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.pad.html
 * @example
 * np.pad([1, 2, 3], 1).tolist(); // [0, 1, 2, 3, 0]
 * np.pad([1, 2, 3], [2, 0], "reflect").tolist(); // [3, 2, 1, 2, 3]
 */
export function pad(
  x: ArrayLike,
  width: Sides,
  mode?: PadMode | Spelled<PadOptions>,
  options?: Spelled<PadOptions>,
): ndarray {
  const read = readNamed<PadOptions>("pad", { mode }, options, defaults);
  if (!modes.includes(read.mode as PadMode)) {
    throw new TypeError(`pad: expected mode to be one of ${modes.join(", ")}, got ${describe(read.mode)}`);
  }
  const from = toArray("pad", x);
  const widths = sidesOf("width", width, from.ndim);
  for (const one of widths.flat()) checkInteger("pad", "width", one, 0);
  sizeOf(
    "pad",
    from.shape.map((length, i) => length + widths[i][0] + widths[i][1]),
  );
  const isMade = read.mode === "constant" || read.mode === "empty";
  widths.forEach(([before, behind], axis) => {
    if (isMade || from.shape[axis] > 0 || before + behind === 0) return;
    throw new RangeError(`pad: expected elements along axis ${axis} for mode ${read.mode}, got none`);
  });
  const side = sideOf(read, from.ndim);
  return widths.reduce((result, [before, behind], axis) => {
    if (before === 0 && behind === 0) return result;
    if (side === undefined) {
      return reflected(result, axis, before, behind, read.mode as Folding, read.reflectType === "odd");
    }
    // Both ends are made of the array as it was.
    return concatenate([side(result, axis, before, 0), result, side(result, axis, behind, 1)], axis);
  }, from);
}
