import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readAxisOr } from "../array/rows";
import { concatenate } from "../ops/concatenate";
import { moveAxis, reshape } from "../ops/layout";
import { scalar } from "../ops/map";
import { pad, sliceAxis } from "../ops/slice";
import { alongAxes, contraction } from "./contraction";
import { combined } from "./operands";
import { multiply, subtract } from "./ufuncsArithmetic";

/**
 * Multiplies two arrays element by element, whatever their shape, and adds up: Σ xᵢ yᵢ.
 *
 * @param x - The first array, read as one row.
 * @param y - The second array, read as one row.
 * @throws RangeError if they have different numbers of elements.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.vdot.html
 * @example
 * np.vdot([[1, 2], [3, 4]], [[1, 1], [1, 1]]).item(); // 10
 */
export function vdot(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = combined("vdot", [x, y]);
  if (a.size !== b.size) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(`vdot: expected as many elements on both sides, got shapes ${shapes}`);
  }
  return alongAxes("vdot", reshape(a, [a.size]), reshape(b, [b.size]), [0], [0]);
}

/**
 * Multiplies along the last axes of both arrays and adds up: rᵢⱼ = Σ xᵢₖ yⱼₖ. By a number: elementwise.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @throws RangeError if the last axes differ in length.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.inner.html
 * @example
 * np.inner([[1, 2], [3, 4]], [10, 1]).tolist(); // [12, 34]
 */
export function inner(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = combined("inner", [x, y]);
  if (a.ndim === 0 || b.ndim === 0) return multiply(a, b);
  return alongAxes("inner", a, b, [a.ndim - 1], [b.ndim - 1]);
}

/** Multiplies stacks of matrices and vectors whose own axes have names; the stacks broadcast. */
function stacked(
  functionName: string,
  x: ArrayLike,
  y: ArrayLike,
  own: readonly [readonly string[], readonly string[]],
  output: readonly string[],
): ndarray {
  const arrays = combined(functionName, [x, y]);
  arrays.forEach(({ shape }, i) => {
    if (shape.length >= own[i].length) return;
    const wanted = own[i].length === 1 ? "a vector" : "a matrix";
    throw new RangeError(
      `${functionName}: expected ${wanted} as ${["first", "second"][i]} argument, got shape ${formatShape(shape)}`,
    );
  });
  const stacks = arrays.map(({ shape }, i) => shape.slice(0, shape.length - own[i].length));
  const names = broadcastShapes(functionName, ...stacks).map((_, axis) => `stack ${axis}`);
  for (const name of own[0].filter((one) => own[1].includes(one))) {
    const lengths = arrays.map(({ shape }, i) => shape[shape.length - own[i].length + own[i].indexOf(name)]);
    if (lengths[0] === lengths[1]) continue;
    const shapes = arrays.map(({ shape }) => formatShape(shape)).join(" and ");
    throw new RangeError(
      `${functionName}: shapes ${shapes} do not fit: lengths ${lengths[0]} and ${lengths[1]} differ`,
    );
  }
  const terms = arrays.map((one, i) => ({
    x: one,
    labels: [...names.slice(names.length - stacks[i].length), ...own[i]],
  }));
  return contraction(functionName, terms, [...names, ...output]);
}

/**
 * Multiplies matrices with vectors, or stacks of them: (…, m, n) by (…, n) gives (…, m).
 *
 * @param x - The matrix, or a stack of them.
 * @param y - The vector, or a stack of them.
 * @throws RangeError if the lengths differ or the stacks do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.matvec.html
 * @example
 * np.matvec([[1, 2], [3, 4]], [10, 1]).tolist(); // [12, 34]
 */
export function matvec(x: ArrayLike, y: ArrayLike): ndarray {
  return stacked("matvec", x, y, [["row", "column"], ["column"]], ["row"]);
}

/**
 * Multiplies vectors with matrices, or stacks of them: (…, n) by (…, n, m) gives (…, m).
 *
 * @param x - The vector, or a stack of them.
 * @param y - The matrix, or a stack of them.
 * @throws RangeError if the lengths differ or the stacks do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.vecmat.html
 * @example
 * np.vecmat([10, 1], [[1, 2], [3, 4]]).tolist(); // [13, 24]
 */
export function vecmat(x: ArrayLike, y: ArrayLike): ndarray {
  return stacked("vecmat", x, y, [["row"], ["row", "column"]], ["column"]);
}

/** Options of {@link vecdot}. */
export interface VecdotOptions {
  /** The axis along which the vectors lie. Default: -1, the last. */
  axis?: number;
}

/**
 * Multiplies vectors with vectors and adds up: Σ xᵢ yᵢ along an axis, the others broadcast.
 *
 * @param x - The first vectors.
 * @param y - The second vectors.
 * @param options - The axis, or options.
 * @throws RangeError if the lengths along the axis differ or the others do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.vecdot.html
 * @example
 * np.vecdot([[1, 2], [3, 4]], [[5, 6], [7, 8]]).tolist(); // [17, 53]
 */
export function vecdot(x: ArrayLike, y: ArrayLike, options?: number | VecdotOptions): ndarray {
  const { axis } = readAxisOr<VecdotOptions>("vecdot", options, { axis: -1 });
  const [a, b] = [x, y].map((one) => {
    const array = toArray("vecdot", one);
    return moveAxis(array, checkAxis("vecdot", axis, array.ndim), array.ndim - 1);
  });
  return stacked("vecdot", a, b, [["inner"], ["inner"]], []);
}

/**
 * Makes the Kronecker product: a block y · xᵢⱼ in the place of each element xᵢⱼ.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.kron.html
 * @example
 * np.kron([1, 10], [1, 2, 3]).tolist(); // [1, 2, 3, 10, 20, 30]
 */
export function kron(x: ArrayLike, y: ArrayLike): ndarray {
  const arrays = combined("kron", [x, y]);
  const rank = Math.max(...arrays.map(({ ndim }) => ndim));
  const [a, b] = arrays.map(({ shape }) => [...new Array<number>(rank - shape.length).fill(1), ...shape]);
  const blocks = multiply(
    reshape(
      arrays[0],
      a.flatMap((length) => [length, 1]),
    ),
    reshape(
      arrays[1],
      b.flatMap((length) => [1, length]),
    ),
  );
  return reshape(
    blocks,
    a.map((length, axis) => length * b[axis]),
  );
}

/** Options of {@link cross}. */
export interface CrossOptions {
  /** The axis of `x` along which its vectors lie. Default: -1, the last. */
  axisa?: number;
  /** The axis of `y` along which its vectors lie. Default: -1, the last. */
  axisb?: number;
  /** The axis of the result along which its vectors lie. Default: -1, the last. */
  axisc?: number;
  /** All three of them. Default: none. */
  axis?: number | null;
}

/**
 * Makes the cross product of vectors of three numbers, or of two, whose third is 0. Of two vectors of two numbers it
 * gives the third number alone: x₀ y₁ − x₁ y₀.
 *
 * @param x - The first vectors.
 * @param y - The second vectors; all other axes broadcast.
 * @param options - The axes along which the vectors lie.
 * @throws RangeError if vectors have neither two nor three numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cross.html
 * @example
 * np.cross([1, 0, 0], [0, 1, 0]).tolist(); // [0, 0, 1]
 */
export function cross(x: ArrayLike, y: ArrayLike, options?: CrossOptions): ndarray {
  const read = readAxisOr<CrossOptions>("cross", options, { axisa: -1, axisb: -1, axisc: -1, axis: null });
  const { axisa, axisb, axisc } =
    typeof read.axis === "number" ? { axisa: read.axis, axisb: read.axis, axisc: read.axis } : read;
  const arrays = combined("cross", [x, y]);
  const [a, b] = arrays.map((one, i) => {
    const last = moveAxis(one, checkAxis("cross", [axisa, axisb][i], one.ndim), one.ndim - 1);
    const length = last.shape[last.ndim - 1];
    if (length === 2 || length === 3) return last;
    throw new RangeError(
      `cross: expected vectors of two or three numbers, got shape ${formatShape(one.shape)}`,
    );
  });
  const part = (v: ndarray, i: number): ndarray => sliceAxis(v, v.ndim - 1, i, i + 1);
  const component = (u: ndarray, v: ndarray, i: number, k: number): ndarray =>
    subtract(multiply(part(u, i), part(v, k)), multiply(part(u, k), part(v, i)));
  if (a.shape[a.ndim - 1] === 2 && b.shape[b.ndim - 1] === 2) {
    const third = component(a, b, 0, 1);
    return reshape(third, third.shape.slice(0, -1));
  }
  const [u, v] = [a, b].map(withThird);
  const result = concatenate(
    [component(u, v, 1, 2), component(u, v, 2, 0), component(u, v, 0, 1)],
    Math.max(u.ndim, v.ndim) - 1,
  );
  return moveAxis(result, result.ndim - 1, checkAxis("cross", axisc, result.ndim));
}

/** A vector of two numbers with a third one, 0. */
function withThird(v: ndarray): ndarray {
  const none = v.shape.map(() => 0);
  return pad(v, scalar(0, v.dtype), {
    low: none,
    high: v.shape.map((_, axis) => (axis === v.ndim - 1 ? 3 - v.shape[axis] : 0)),
    interior: none,
  });
}
