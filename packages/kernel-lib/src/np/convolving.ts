import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { floatingType } from "../array/traits";
import { convolution } from "../ops/convolution";
import { reshape, reverse } from "../ops/layout";
import { convertType } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { combined } from "./operands";

/** How much of a result to give: all of it, as much as the longer array, or where both overlap wholly. */
export type ConvolveMode = "full" | "same" | "valid";

/** Options of {@link convolve} and {@link correlate}. */
export interface ConvolveOptions {
  /** How much of the result to give. */
  mode?: ConvolveMode;
}

function readPair(functionName: string, x: ArrayLike, y: ArrayLike): ndarray[] {
  const pair = combined(functionName, [x, y]);
  for (const one of pair) {
    if (one.ndim !== 1) {
      throw new RangeError(`${functionName}: expected arrays of one axis, got ${describe(one)}`);
    }
    if (one.size === 0) throw new RangeError(`${functionName}: expected elements, got none`);
  }
  return pair;
}

function readMode(functionName: string, given: unknown, fallback: ConvolveMode): ConvolveMode {
  const { mode } = readNamed<ConvolveOptions>(functionName, { mode: given }, undefined, { mode: fallback });
  if (mode === "full" || mode === "same" || mode === "valid") return mode;
  throw new TypeError(
    `${functionName}: expected mode to be "full", "same" or "valid", got ${describe(mode)}`,
  );
}

/** Moves a kernel, not turned round, over all places where it touches a row. */
function slid(row: ndarray, kernel: ndarray): ndarray {
  const dtype = floatingType(row.dtype);
  const [signal, weights] = [row, kernel].map((one) => convertType(one, dtype));
  const margin = kernel.size - 1;
  const result = convolution(reshape(signal, [1, row.size, 1]), reshape(weights, [kernel.size, 1, 1]), {
    strides: [1],
    padding: [[margin, margin]],
    lhsDilation: [1],
    rhsDilation: [1],
    featureGroups: 1,
    batchGroups: 1,
  });
  return reshape(result, [row.size + margin]);
}

/** The part of a whole result that is asked for. */
function partOf(whole: ndarray, mode: ConvolveMode, longer: number, shorter: number): ndarray {
  if (mode === "full") return whole;
  if (mode === "valid") return sliceAxis(whole, 0, shorter - 1, longer);
  const start = Math.floor((shorter - 1) / 2);
  return sliceAxis(whole, 0, start, start + longer);
}

/**
 * Convolves two rows: Σₖ xₖ · yₙ₋ₖ.
 *
 * @param x - The first row.
 * @param y - The second row.
 * @param mode - "full" for all, "same" for as much as the longer row, "valid" where both overlap wholly; or options.
 * Default: "full".
 * @returns A row in floating point; integers become float32.
 * @throws RangeError for more axes than one, or no elements; TypeError for an unknown mode.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.convolve.html
 * @example
 * np.convolve([1, 2, 3], [0, 1, 0.5]).tolist(); // [0, 1, 2.5, 4, 1.5]
 */
export function convolve(x: ArrayLike, y: ArrayLike, mode?: ConvolveMode | ConvolveOptions): ndarray {
  const part = readMode("convolve", mode, "full");
  const [a, b] = readPair("convolve", x, y);
  const [longer, shorter] = a.size >= b.size ? [a, b] : [b, a];
  return partOf(slid(longer, reverse(shorter, [0])), part, longer.size, shorter.size);
}

/**
 * Correlates two rows: Σₖ xₙ₊ₖ · yₖ.
 *
 * @param x - The first row.
 * @param y - The second row.
 * @param mode - "full" for all, "same" for as much as the longer row, "valid" where both overlap wholly; or options.
 * Default: "valid".
 * @returns A row in floating point; integers become float32.
 * @throws RangeError for more axes than one, or no elements; TypeError for an unknown mode.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.correlate.html
 * @example
 * np.correlate([1, 2, 3], [0, 1, 0.5]).tolist(); // [3.5]
 */
export function correlate(x: ArrayLike, y: ArrayLike, mode?: ConvolveMode | ConvolveOptions): ndarray {
  const part = readMode("correlate", mode, "valid");
  const [a, b] = readPair("correlate", x, y);
  if (a.size >= b.size) return partOf(slid(a, b), part, a.size, b.size);
  return reverse(partOf(slid(b, a), part, b.size, a.size), [0]);
}
