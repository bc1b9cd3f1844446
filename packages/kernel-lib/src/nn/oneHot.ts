import type { ArrayLike } from "../array/asarray";
import { checkAxis, checkInteger } from "../array/checks";
import { sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { checkDType, makeStorage } from "../array/traits";
import { front } from "../ops/layout";
import { bind, bindOne, noTangent } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import type { Activation } from "./activation";
import { defineAxiswise } from "./define";

/** Options of {@link oneHot}. */
export interface OneHotOptions {
  /** The dtype of the result. Default: float32. */
  dtype?: DType;
  /** Where the new axis is in the result. Default: -1. */
  axis?: number;
}

/** How {@link oneHot} is called. */
export type OneHot = (x: ArrayLike, numClasses: number, options?: OneHotOptions) => ndarray;

/**
 * One-hot encoding: turns each number of a class into a row that is 1 at that place and 0 elsewhere.
 *
 * Formula: 1 where x = j, else 0, for j = 0, 1, …, n − 1.
 *
 * @param x - Numbers of classes; those out of range give zeros.
 * @param numClasses - How many classes there are.
 * @param options - Where the new axis is, and the dtype.
 * @returns An array with one axis more, of length `numClasses`.
 * @throws RangeError if `numClasses` is no whole number of at least 0, or for an axis that the result does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.one_hot.html
 * @example
 * nn.oneHot([0, 2], 3).tolist(); // [[1, 0, 0], [0, 0, 1]]
 */
export const oneHot: Activation<OneHot> = defineAxiswise(
  {
    name: "oneHot",
    summary:
      "One-hot encoding: turns each number of a class into a row that is 1 at that place and 0 elsewhere.",
    signature: "oneHot(x, numClasses, { dtype = float32, axis = -1 })",
    latex: "\\mathrm{one\\_hot}(x)_j = \\begin{cases} 1, & x = j \\\\ 0, & x \\ne j \\end{cases}",
    source: "https://en.wikipedia.org/wiki/One-hot",
  },
  (x: ArrayLike, numClasses: number, options?: OneHotOptions): ndarray => {
    const read = readOptions<OneHotOptions>("oneHot", options, { dtype: "float32", axis: -1 });
    const given = toArray("oneHot", x);
    const classes = checkInteger("oneHot", "numClasses", numClasses, 0);
    const dtype = checkDType("oneHot", read.dtype, "float32");
    const axis = checkAxis("oneHot", read.axis, given.ndim + 1);
    sizeOf("oneHot", encodedShape(given.shape, axis, classes));
    return bindOne(oneHotPrimitive, [given], { axis, classes, dtype });
  },
);

interface OneHotParams {
  readonly axis: number;
  readonly classes: number;
  readonly dtype: DType;
}

const encodedShape = (shape: readonly number[], axis: number, classes: number): number[] => [
  ...shape.slice(0, axis),
  classes,
  ...shape.slice(axis),
];

/** A primitive of its own, since all but one element in each row are zeros. */
const oneHotPrimitive: Primitive<OneHotParams> = {
  name: "oneHot",
  shape: ([x], { axis, classes, dtype }) => [{ shape: encodedShape(x.shape, axis, classes), dtype }],
  run: ([x], { axis, classes, dtype }) => {
    const { shape } = x;
    const data = elementsOf(x);
    const result = encodedShape(shape, axis, classes);
    const out = makeStorage(dtype, sizeOf("oneHot", result));
    const inner = shape.slice(axis).reduce((product, length) => product * length, 1);
    for (let i = 0; i < data.length; i++) {
      const place = data[i];
      if (Number.isInteger(place) && place >= 0 && place < classes) {
        out[(Math.floor(i / inner) * classes + place) * inner + (i % inner)] = 1;
      }
    }
    return [new ndarray(out, result, dtype)];
  },
  jvp: noTangent(() => oneHotPrimitive),
  transpose: "none",
  batch: ([x], [own], _, { axis, ...rest }) => ({
    outputs: bind(oneHotPrimitive, [front(x, own)], { axis: axis + 1, ...rest }),
    axes: [0],
  }),
};
