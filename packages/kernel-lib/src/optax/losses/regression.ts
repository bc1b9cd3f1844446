import type { ArrayLike } from "../../array/asarray";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import type { Axis } from "../../array/rows";
import { sum } from "../../np/reductions";
import {
  abs,
  add,
  divide,
  logaddexp,
  maximum,
  minimum,
  multiply,
  negative,
  sqrt,
  square,
  subtract,
} from "../../np/ufuncs";
import { checkFloats } from "./checks";
import { readTargets, type NamedTargets } from "./pairs";

/** The difference between predictions and targets. */
function errorsOf(name: string, predictions: ArrayLike, targets: ArrayLike | null | undefined): ndarray {
  const own = checkFloats(name, "predictions", predictions);
  return targets === null || targets === undefined ? own : subtract(own, targets);
}

/**
 * Squares the errors: (prediction − target)².
 *
 * @param predictions - Floats of any shape; or all arguments by name.
 * @param targets - Of the same shape. Default: zeros.
 * @returns A loss for each element.
 * @see https://optax.readthedocs.io/en/latest/api/losses.html
 * @example
 * optax.squaredError([3], [1]).tolist(); // [4]
 */
export function squaredError(predictions: ArrayLike | NamedTargets, targets?: ArrayLike | null): ndarray {
  const [own, truth] = readTargets(predictions, targets);
  return square(errorsOf("squaredError", own, truth));
}

/**
 * Takes half of the squared errors: ½(prediction − target)².
 *
 * @param predictions - Floats of any shape; or all arguments by name.
 * @param targets - Of the same shape. Default: zeros.
 * @returns A loss for each element.
 * @see https://optax.readthedocs.io/en/latest/api/losses.html
 * @example
 * optax.l2Loss([3], [1]).tolist(); // [2]
 */
export function l2Loss(predictions: ArrayLike | NamedTargets, targets?: ArrayLike | null): ndarray {
  const [own, truth] = readTargets(predictions, targets);
  return multiply(0.5, square(errorsOf("l2Loss", own, truth)));
}

/**
 * Squares small errors and takes large ones as they are: Huber's loss.
 *
 * @param predictions - Floats of any shape; or all arguments by name.
 * @param targets - Of the same shape. Default: zeros.
 * @param options - Up to which error it is a square (`delta`, default: 1).
 * @returns A loss for each element.
 * @see https://en.wikipedia.org/wiki/Huber_loss
 * @example
 * optax.huberLoss([0.5, 3], [0, 0]).tolist(); // [0.125, 2.5]
 */
export function huberLoss(
  predictions: ArrayLike | (NamedTargets & { delta?: number }),
  targets?: ArrayLike | null,
  options?: { delta?: number },
): ndarray {
  const [own, truth, rest] = readTargets(predictions, targets, options);
  const { delta } = readOptions("huberLoss", rest, { delta: 1 }) as { delta: number };
  const size = abs(errorsOf("huberLoss", own, truth));
  const quadratic = minimum(size, delta);
  return add(multiply(0.5, square(quadratic)), multiply(delta, subtract(size, quadratic)));
}

/**
 * Takes the logarithm of the hyperbolic cosine of errors: nearly a square where they are small, nearly straight where
 * they are large.
 *
 * @param predictions - Floats of any shape.
 * @param targets - Of the same shape. Default: zeros.
 * @returns A loss for each element.
 * @see https://optax.readthedocs.io/en/latest/api/losses.html
 * @example
 * optax.logCosh([0], [0]).tolist(); // [0]
 */
export function logCosh(predictions: ArrayLike, targets?: ArrayLike | null): ndarray {
  const errors = errorsOf("logCosh", predictions, targets);
  return subtract(logaddexp(errors, negative(errors)), Math.log(2));
}

/** Options of {@link cosineSimilarity} and {@link cosineDistance}. */
export interface CosineOptions {
  /** The least square of a length. Default: 0. */
  epsilon?: number;
  /** The axes of a vector. Default: -1. */
  axis?: Axis;
  /** Which elements count. Default: all. */
  where?: ArrayLike | null;
}

/**
 * Gives the cosine of the angle between vectors: 1 where they point the same way, −1 where they are opposed.
 *
 * @param predictions - Floats of any shape.
 * @param targets - Of the same shape.
 * @param options - See {@link CosineOptions}.
 * @see https://en.wikipedia.org/wiki/Cosine_similarity
 * @example
 * optax.cosineSimilarity([1, 0], [2, 0]).item(); // 1
 */
export function cosineSimilarity(
  predictions: ArrayLike,
  targets: ArrayLike,
  options?: CosineOptions,
): ndarray {
  const { epsilon, axis, where } = readOptions<Required<CosineOptions>>("cosineSimilarity", options, {
    epsilon: 0,
    axis: -1,
    where: null,
  });
  const [a, b] = [
    checkFloats("cosineSimilarity", "predictions", predictions),
    checkFloats("cosineSimilarity", "targets", targets),
  ];
  const unit = (x: ndarray): ndarray =>
    divide(x, sqrt(maximum(sum(square(x), { axis, where, keepdims: true }), epsilon)));
  return sum(multiply(unit(a), unit(b)), { axis, where });
}

/**
 * Gives 1 less the cosine of the angle between vectors.
 *
 * @param predictions - Floats of any shape.
 * @param targets - Of the same shape.
 * @param options - See {@link CosineOptions}.
 * @see https://en.wikipedia.org/wiki/Cosine_similarity
 * @example
 * optax.cosineDistance([1, 0], [0, 2]).item(); // 1
 */
export function cosineDistance(predictions: ArrayLike, targets: ArrayLike, options?: CosineOptions): ndarray {
  return subtract(1, cosineSimilarity(predictions, targets, options));
}
