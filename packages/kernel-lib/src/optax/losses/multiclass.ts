import type { ArrayLike } from "../../array/asarray";
import type { ndarray } from "../../array/ndarray";
import { oneHot } from "../../nn/oneHot";
import { max, sum } from "../../np/reductions";
import { add, multiply, subtract } from "../../np/ufuncs";
import { checkClasses, checkFloats, checkIntegers } from "./checks";

/** 1 for the right class of each example, 0 for the others. */
function right(name: string, scores: ndarray, labels: ArrayLike): ndarray {
  const classes = scores.shape[scores.ndim - 1];
  const own = checkIntegers(name, "labels", labels);
  checkClasses(name, own, classes);
  return oneHot(own, classes) as ndarray;
}

/**
 * Hinge loss of classes: how far the best wrong score comes within 1 of the right one.
 *
 * @param scores - Scores of classes, along the last axis.
 * @param labels - The number of the right class of each example.
 * @returns A loss for each example.
 * @throws TypeError if `scores` are not floats or `labels` not whole numbers; RangeError for a label that is not a
 * class.
 * @see https://en.wikipedia.org/wiki/Hinge_loss
 * @example
 * optax.multiclassHingeLoss([[2, 0]], [1]).tolist(); // [3]
 */
export function multiclassHingeLoss(scores: ArrayLike, labels: ArrayLike): ndarray {
  const own = checkFloats("multiclassHingeLoss", "scores", scores);
  const classes = right("multiclassHingeLoss", own, labels);
  return subtract(max(subtract(add(own, 1), classes), -1), sum(multiply(own, classes), -1));
}

/**
 * Perceptron loss of classes: how far the best score is above the right one.
 *
 * @param scores - Scores of classes, along the last axis.
 * @param labels - The number of the right class of each example.
 * @returns A loss for each example.
 * @throws TypeError if `scores` are not floats or `labels` not whole numbers; RangeError for a label that is not a
 * class.
 * @see https://en.wikipedia.org/wiki/Perceptron
 * @example
 * optax.multiclassPerceptronLoss([[2, 0]], [1]).tolist(); // [2]
 */
export function multiclassPerceptronLoss(scores: ArrayLike, labels: ArrayLike): ndarray {
  const own = checkFloats("multiclassPerceptronLoss", "scores", scores);
  return subtract(max(own, -1), sum(multiply(own, right("multiclassPerceptronLoss", own, labels)), -1));
}
