import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { broadcast } from "../ops/broadcast";
import { moveAxis, reshape } from "../ops/layout";
import { vmap } from "../transform/vmap";
import { expandDims } from "./shaping";

function checkFunction(functionName: string, f: unknown): void {
  if (typeof f !== "function")
    throw new TypeError(`${functionName}: expected a function, got ${describe(f)}`);
}

type OfArrays = (...x: ndarray[]) => ArrayLike;

/** A function over so many leading axes. */
function over(f: OfArrays, axes: number): OfArrays {
  let result = f;
  for (let i = 0; i < axes; i++) result = vmap(result as (x: ndarray) => ndarray) as unknown as OfArrays;
  return result;
}

/**
 * Applies a function to each row of an array along an axis.
 *
 * @param f - A function of an array of one axis.
 * @param axis - The axis.
 * @param x - The array.
 * @returns An array in which the axis is replaced by the axes of the function's results.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.apply_along_axis.html
 * @example
 * np.applyAlongAxis((row) => np.sum(row), 1, [[1, 2], [3, 4]]).tolist(); // [3, 7]
 */
export function applyAlongAxis(f: (row: ndarray) => ArrayLike, axis: number, x: ArrayLike): ndarray {
  checkFunction("applyAlongAxis", f);
  const from = toArray("applyAlongAxis", x);
  const at = checkAxis("applyAlongAxis", axis, from.ndim);
  const rows = moveAxis(from, at, from.ndim - 1);
  let result = toArray("applyAlongAxis", over(f, from.ndim - 1)(rows));
  // The axes of the results go where the axis was.
  for (let i = from.ndim - 1; i < result.ndim; i++) result = moveAxis(result, i, at + i - (from.ndim - 1));
  return result;
}

/**
 * Applies a function of an array and an axis along several axes, one after the other.
 *
 * @param f - A function that reduces an axis, or keeps it with any length.
 * @param x - The array.
 * @param axes - The axes.
 * @returns An array with as many axes as `x` has.
 * @throws RangeError if the function changes the number of axes by more than the one it reduces.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.apply_over_axes.html
 * @example
 * np.applyOverAxes(np.sum, [[1, 2], [3, 4]], [0, 1]).tolist(); // [[10]]
 */
export function applyOverAxes(
  f: (x: ndarray, axis: number) => ndarray,
  x: ArrayLike,
  axes: number | readonly number[],
): ndarray {
  checkFunction("applyOverAxes", f);
  let result = toArray("applyOverAxes", x);
  if (typeof axes !== "number" && !Array.isArray(axes)) {
    throw new TypeError(`applyOverAxes: expected an axis or a list of axes, got ${describe(axes)}`);
  }
  for (const given of typeof axes === "number" ? [axes] : axes) {
    const axis = checkAxis("applyOverAxes", given, result.ndim);
    const next = toArray("applyOverAxes", f(result, axis));
    if (next.ndim !== result.ndim && next.ndim !== result.ndim - 1) {
      throw new RangeError(
        `applyOverAxes: expected the function to keep or reduce one axis of ${formatShape(result.shape)}, got ${formatShape(next.shape)}`,
      );
    }
    result = next.ndim === result.ndim ? next : expandDims(next, axis);
  }
  return result;
}

/** Options of {@link vectorize}. */
export interface VectorizeOptions {
  /** Which axes of its arguments the function itself takes, such as "(n),(n)->()". Default: none. */
  signature?: string | null;
  /** Which arguments it takes as they are, by their number. Default: none. */
  excluded?: readonly number[];
}

/** How many axes each argument has that the function takes itself. */
function ranksOf(signature: string | null | undefined, count: number): number[] {
  if (signature === null || signature === undefined) return Array<number>(count).fill(0);
  const core = /^\s*((?:\([^()]*\)\s*,?\s*)*)->/.exec(signature)?.[1];
  const ranks = core?.match(/\([^()]*\)/g)?.map((one) => one.match(/\w+/g)?.length ?? 0);
  if (ranks === undefined) {
    throw new RangeError(`vectorize: expected a signature such as "(n),(n)->()", got ${describe(signature)}`);
  }
  if (ranks.length !== count) {
    throw new RangeError(
      `vectorize: expected ${ranks.length} arrays, as the signature ${signature} says, got ${count}`,
    );
  }
  return ranks;
}

/**
 * Makes a function of arrays of any shape from one of single numbers, or of what a signature says; its arguments are
 * broadcast.
 *
 * @param f - The function, of arrays of no axes where there is no signature.
 * @param options - The signature, and which arguments are given as they are.
 * @throws RangeError if the arguments do not broadcast, or do not fit the signature.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.vectorize.html
 * @example
 * const ramp = np.vectorize((x, y) => np.where(x.less(y), x, y));
 * ramp([[1], [5]], [2, 3]).tolist(); // [[1, 1], [2, 3]]
 */
export function vectorize(f: OfArrays, options?: VectorizeOptions): (...args: ArrayLike[]) => ndarray {
  checkFunction("vectorize", f);
  const read = readOptions<VectorizeOptions>("vectorize", options, { signature: null, excluded: [] });
  const excluded = new Set(read.excluded);
  return (...args) => {
    const mapped = args.map((_, i) => i).filter((i) => !excluded.has(i));
    const arrays = mapped.map((i) => toArray("vectorize", args[i]));
    const ranks = ranksOf(read.signature, mapped.length);
    arrays.forEach((x, i) => {
      if (x.ndim >= ranks[i]) return;
      throw new RangeError(
        `vectorize: expected at least ${ranks[i]} axes for argument ${mapped[i]}, got shape ${formatShape(x.shape)}`,
      );
    });
    const outer = arrays.map((x, i) => x.shape.slice(0, x.ndim - ranks[i]));
    const common = broadcastShapes("vectorize", ...outer);
    const full = arrays.map((x, i) => {
      const core = x.shape.slice(x.ndim - ranks[i]);
      const ones = Array<number>(common.length - outer[i].length).fill(1);
      return broadcast(reshape(x, [...ones, ...x.shape]), [...common, ...core]);
    });
    const inner: OfArrays = (...given) => {
      const all = [...args] as ndarray[];
      mapped.forEach((place, i) => (all[place] = given[i]));
      return f(...all);
    };
    return toArray("vectorize", over(inner, common.length)(...full));
  };
}
