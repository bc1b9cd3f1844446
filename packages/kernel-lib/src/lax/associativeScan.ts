import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { concatenate } from "../ops/concatenate";
import { reshape, reverse as reversed } from "../ops/layout";
import { stack } from "../ops/stack";
import { sliceAxis } from "../ops/slice";
import { arraysOf, type Strict } from "../transform/arguments";
import { flatten } from "../transform/tree";

/** Options of {@link associativeScan}. */
export interface AssociativeScanOptions {
  /** Whether to begin at the end. Default: false. */
  reverse?: boolean;
  /** The axis to go along. Default: 0. */
  axis?: number;
}

/**
 * Combines each element with all before it along an axis, by a function of two for which brackets do not matter. Halves
 * are combined at once, so that it takes as many steps as the length has digits in base two.
 *
 * @param f - A function of two trees of arrays, which are built like `elems`.
 * @param elems - A tree of arrays of one length along the axis.
 * @param options - Whether to begin at the end, and the axis.
 * @throws TypeError if `f` is not a function; RangeError if the lengths differ.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.associative_scan.html
 * @example
 * jax.lax.associativeScan((x, y) => x.mul(y), [1, 2, 3, 4]).tolist(); // [1, 2, 6, 24]
 */
export function associativeScan<T = ndarray>(
  f: (a: Strict<T>, b: Strict<T>) => unknown,
  elems: T,
  options?: AssociativeScanOptions,
): Strict<T> {
  const name = "associativeScan";
  if (typeof f !== "function") throw new TypeError(`${name}: expected a function, got ${describe(f)}`);
  const read = readOptions<AssociativeScanOptions>(name, options, { reverse: false, axis: 0 });
  const { arrays, rebuild } = arraysOf(name, elems);
  if (arrays.length === 0) throw new TypeError(`${name}: expected arrays, got ${describe(elems)}`);
  const axes = arrays.map((x) => checkAxis(name, read.axis ?? 0, x.ndim));
  const lengths = arrays.map((x, i) => x.shape[axes[i]]);
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`${name}: expected arrays of one length, got ${lengths.join(" and ")}`);
  }
  const turned = (xs: readonly ndarray[]): ndarray[] =>
    read.reverse ? xs.map((x, i) => reversed(x, [axes[i]])) : [...xs];
  const both = (a: readonly ndarray[], b: readonly ndarray[]): ndarray[] => {
    const [leaves] = flatten(f(rebuild(a) as Strict<T>, rebuild(b) as Strict<T>));
    if (leaves.length === a.length) return leaves.map((leaf) => toArray(name, leaf));
    throw new TypeError(`${name}: expected the function to give ${a.length} arrays, got ${leaves.length}`);
  };
  const part = (xs: readonly ndarray[], start: number, stop: number, stride = 1): ndarray[] =>
    xs.map((x, i) => sliceAxis(x, axes[i], start, stop, stride));
  /** Pairs are combined, what comes of them is scanned, and gives every second element; the others follow from it. */
  const scanned = (xs: readonly ndarray[]): readonly ndarray[] => {
    const length = xs[0].shape[axes[0]];
    if (length < 2) return xs;
    const even = length - (length % 2);
    const odd = scanned(both(part(xs, 0, even, 2), part(xs, 1, even, 2)));
    const half = even / 2;
    const later =
      length > 2 ? both(part(odd, 0, Math.ceil(length / 2) - 1), part(xs, 2, length, 2)) : part(xs, 0, 0);
    const first = part(xs, 0, 1);
    return xs.map((_, i) => {
      const evens = concatenate([first[i], later[i]], axes[i]);
      const paired = interleaved(sliceAxis(evens, axes[i], 0, half), odd[i], axes[i]);
      return length % 2 ? concatenate([paired, sliceAxis(evens, axes[i], half, half + 1)], axes[i]) : paired;
    });
  };
  return rebuild(turned(scanned(turned(arrays)))) as Strict<T>;
}

/** Elements of two arrays in turn along an axis. */
function interleaved(a: ndarray, b: ndarray, axis: number): ndarray {
  const shape = [...a.shape];
  shape[axis] *= 2;
  return reshape(stack([a, b], axis + 1), shape);
}
