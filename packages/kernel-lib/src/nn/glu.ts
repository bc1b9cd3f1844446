import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType, Storage } from "../array/dtype";
import { elementwise } from "../np/elementwise";
import { elementsOf, ndarray } from "../array/ndarray";
import { runCopier } from "../array/runs";
import { readAxisOr } from "../array/rows";
import { isFloating, makeStorage } from "../array/traits";
import * as e from "../expr";
import { front } from "../ops/layout";
import { bind, bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { sliceAxis } from "../ops/slice";
import type { Activation } from "./activation";
import { defineAxiswise } from "./define";

/** Options of {@link glu}. */
export interface GluOptions {
  /** The axis that is halved. Default: -1. */
  axis?: number;
}

/**
 * Gated linear unit: the first half of an axis, let through as far as the sigmoid of the second half says.
 *
 * Formula: a · sigmoid(b) for x = [a, b].
 *
 * @param x - Floats, whose axis has an even length.
 * @param options - The axis, or options. Default: the last axis.
 * @returns An array whose axis has half the length.
 * @throws RangeError if the axis has an odd length, TypeError for integers and truth values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.glu.html
 * @see https://arxiv.org/abs/1612.08083
 * @example
 * nn.glu([1, 2, 0, 0]).tolist(); // [0.5, 1]
 */
export const glu: Activation<(x: ArrayLike, options?: number | GluOptions) => ndarray> = defineAxiswise(
  {
    name: "glu",
    summary:
      "Gated linear unit: the first half of an axis, let through as far as the sigmoid of the second half says.",
    signature: "glu(x, { axis = -1 })",
    latex: "\\mathrm{glu}([a, b]) = a \\otimes \\sigma(b) = \\frac{a}{1 + e^{-b}}",
    source: "https://arxiv.org/abs/1612.08083",
  },
  (x: ArrayLike, options?: number | GluOptions): ndarray => {
    const given = readAxisOr<GluOptions>("glu", options, { axis: -1 }).axis;
    const from = toArray("glu", x);
    const { shape, dtype, ndim } = from;
    const axis = checkAxis("glu", given, ndim);
    if (!isFloating(dtype)) throw new TypeError(`glu: expected floats, got ${dtype}`);
    if (shape[axis] % 2 !== 0) {
      const where = ndim > 1 ? ` (shape ${formatShape(shape)})` : "";
      throw new RangeError(`glu: axis ${axis} has odd size ${shape[axis]}${where}`);
    }
    return bindOne(gluPrimitive, [from], { axis });
  },
);

/** A primitive of its own so that halves need not be copied; derivatives are those of its body. */
const gluPrimitive: Primitive<{ readonly axis: number }> = {
  name: "glu",
  shape: ([x], { axis }) => [{ shape: halved(x.shape, axis), dtype: x.dtype }],
  run: ([x], { axis }) => {
    const { shape, dtype } = x;
    const data = elementsOf(x);
    const half = halved(shape, axis);
    const block = half.slice(axis).reduce((product, size) => product * size, 1);
    return [gated(halfOf(data, block, 0, half, dtype), halfOf(data, block, 1, half, dtype))];
  },
  jvp: "body",
  transpose: "none",
  batch: ([x], [own], _, { axis }) => ({
    outputs: bind(gluPrimitive, [front(x, own)], { axis: axis + 1 }),
    axes: [0],
  }),
  body: ([x], { axis }) => {
    const length = x.shape[axis] / 2;
    return [gated(sliceAxis(x, axis, 0, length), sliceAxis(x, axis, length, 2 * length))];
  },
};

const halved = (shape: readonly number[], axis: number): number[] =>
  shape.map((size, i) => (i === axis ? size / 2 : size));

/** a · sigmoid(b), as one kernel. */
const gated = elementwise<(a: ndarray, b: ndarray) => ndarray>({
  name: "glu",
  inputs: ["a", "b"],
  expression: (a, b) => e.multiply(a, e.logistic(b)),
});

/** Every other block of elements: the even ones, or with `which` 1 the odd ones. Nothing is copied where there are two. */
function halfOf(data: Storage, block: number, which: 0 | 1, shape: readonly number[], dtype: DType): ndarray {
  const size = data.length / 2;
  if (size === block) return new ndarray(data.subarray(which * block, (which + 1) * block), shape, dtype);
  const out = makeStorage(dtype, size);
  const copy = runCopier(data, out);
  for (let at = 0; at < size; at += block) copy(2 * at + which * block, at, block);
  return new ndarray(out, shape, dtype);
}
