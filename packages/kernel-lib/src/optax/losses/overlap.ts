import type { ArrayLike } from "../../array/asarray";
import { formatShape, sameShape } from "../../array/broadcast";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { describe, readOptions, type Spelled } from "../../array/options";
import { sigmoid } from "../../nn/sigmoidal";
import { softmax } from "../../nn/softmax";
import { sum } from "../../np/reductions";
import { mean } from "../../np/statistics";
import { add, divide, multiply, square, subtract } from "../../np/ufuncs";
import { reshape } from "../../ops/layout";
import { convertType } from "../../ops/map";
import { sliceAxis } from "../../ops/slice";
import { checkFloats } from "./checks";

/** Options of {@link diceLoss}. */
export interface DiceOptions {
  /** The weights of classes. Default: null, all alike. */
  classWeights?: ArrayLike | null;
  /** What is added to both sides of the fraction. Default: 1. */
  smooth?: number;
  /** How much what is wrongly found counts. Default: 0.5. */
  alpha?: number;
  /** How much what is missed counts. Default: 0.5. */
  beta?: number;
  /** Whether predictions are scores, of which chances are made first. Default: true. */
  applySoftmax?: boolean;
  /** What is made of the losses of classes. Default: "mean". */
  reduction?: "mean" | "sum" | "none";
  /** Whether the first class is left out. Default: false. */
  ignoreBackground?: boolean;
  /** The axes of a picture. Default: null, all but the first and the last. */
  axis?: number | readonly number[] | null;
}

const usual: Required<DiceOptions> = {
  classWeights: null,
  smooth: 1,
  alpha: 0.5,
  beta: 0.5,
  applySoftmax: true,
  reduction: "mean",
  ignoreBackground: false,
  axis: null,
};

/** Scores and truths of one shape: a missing axis of classes is one class. */
function alike(name: string, predictions: ArrayLike, targets: ArrayLike): [ndarray, ndarray] {
  const scores = checkFloats(name, "predictions", predictions);
  const truths = convertType(toArray(name, targets), scores.dtype);
  const deeper = (x: ndarray, other: ndarray): ndarray =>
    x.ndim === other.ndim - 1 ? reshape(x, [...x.shape, 1]) : x;
  const both: [ndarray, ndarray] = [deeper(scores, truths), deeper(truths, scores)];
  if (sameShape(both[0].shape, both[1].shape)) return both;
  throw new RangeError(
    `${name}: expected targets of shape ${formatShape(scores.shape)}, got ${formatShape(truths.shape)}`,
  );
}

/**
 * Computes the Dice loss of segmented pictures: 1 − (overlap + s) / (overlap + α · false + β · missed + s), of each class.
 *
 * @param predictions - Scores of each pixel, of shape [batch, …, classes].
 * @param targets - 0 and 1 of the same shape.
 * @param options - See {@link DiceOptions}.
 * @returns A loss for each example; with `reduction: "none"` for each of its classes.
 * @throws TypeError if `predictions` are not floats; RangeError where shapes do not fit, or for another reduction.
 * @see https://arxiv.org/abs/1606.04797
 * @example
 * optax.losses.diceLoss([[[1], [0]]], [[[1], [0]]], { applySoftmax: false }).tolist(); // [0]
 */
export function diceLoss(
  predictions: ArrayLike,
  targets: ArrayLike,
  options?: Spelled<DiceOptions>,
): ndarray {
  return dice(
    "diceLoss",
    predictions,
    targets,
    readOptions<Required<DiceOptions>>("diceLoss", options, usual),
  );
}

function dice(name: string, predictions: ArrayLike, targets: ArrayLike, own: Required<DiceOptions>): ndarray {
  const { classWeights, smooth, alpha, beta, reduction } = own;
  const [scores, truths] = alike(name, predictions, targets);
  const classes = scores.shape[scores.ndim - 1];
  const chances = (): ndarray => (classes === 1 ? sigmoid(scores) : softmax(scores, -1)) as ndarray;
  const found = own.applySoftmax ? chances() : scores;
  const axis = own.axis ?? scores.shape.slice(2).map((_, i) => i + 1);
  const total = (x: ndarray): ndarray => sum(x, { axis });
  const overlap = total(multiply(found, truths));
  const wrong = subtract(total(found), overlap);
  const missed = subtract(total(truths), overlap);
  const all = add(add(overlap, multiply(alpha, wrong)), multiply(beta, missed));
  const lost = subtract(1, divide(add(overlap, smooth), add(all, smooth)));
  const weighed = classWeights === null ? lost : multiply(lost, classWeights);
  const kept =
    own.ignoreBackground && classes > 1 ? sliceAxis(weighed, weighed.ndim - 1, 1, classes) : weighed;
  if (reduction === "none") return kept;
  if (reduction === "sum") return sum(kept, -1);
  if (reduction === "mean") return mean(kept, -1);
  throw new RangeError(
    `${name}: expected reduction to be "mean", "sum" or "none", got ${describe(reduction)}`,
  );
}

/**
 * Computes the Dice loss of pictures with one class.
 *
 * @param predictions - Scores of each pixel, of shape [batch, …] or [batch, …, 1].
 * @param targets - 0 and 1 of the same shape.
 * @param options - What is added to both sides of the fraction (`smooth`, default: 1), whether predictions are scores
 * (`applySigmoid`, true).
 * @returns A loss for each example.
 * @throws TypeError if `predictions` are not floats; RangeError where shapes do not fit.
 * @see https://arxiv.org/abs/1606.04797
 * @example
 * optax.losses.binaryDiceLoss([[1, 0]], [[1, 0]], { applySigmoid: false }).tolist(); // [0]
 */
export function binaryDiceLoss(
  predictions: ArrayLike,
  targets: ArrayLike,
  options?: Spelled<{ smooth?: number; applySigmoid?: boolean }>,
): ndarray {
  const name = "binaryDiceLoss";
  const { smooth, applySigmoid } = readOptions(name, options, { smooth: 1, applySigmoid: true });
  const scores = checkFloats(name, "predictions", predictions);
  const truths = toArray(name, targets);
  const isFlat = scores.ndim === truths.ndim && scores.shape[scores.ndim - 1] !== 1;
  const deeper = (x: ndarray): ndarray => (isFlat ? reshape(x, [...x.shape, 1]) : x);
  return dice(name, deeper(scores), deeper(truths), { ...usual, smooth, applySoftmax: applySigmoid });
}

/**
 * Computes the Dice loss of several classes, of which rare ones weigh more.
 *
 * @param predictions - Scores of each pixel, of shape [batch, …, classes].
 * @param targets - 0 and 1 of the same shape.
 * @param options - What is added to both sides of the fraction (`smooth`, default: 1), whether predictions are scores
 * (`applySoftmax`, true), whether the first class is left out (`ignoreBackground`, false).
 * @returns One number.
 * @throws TypeError if `predictions` are not floats; RangeError where shapes do not fit.
 * @see https://arxiv.org/abs/1707.03237
 * @example
 * optax.losses.multiclassGeneralizedDiceLoss([[[9, -9]]], [[[1, 0]]]).shape; // []
 */
export function multiclassGeneralizedDiceLoss(
  predictions: ArrayLike,
  targets: ArrayLike,
  options?: Spelled<Pick<DiceOptions, "smooth" | "applySoftmax" | "ignoreBackground">>,
): ndarray {
  const name = "multiclassGeneralizedDiceLoss";
  const own = readOptions(name, options, { smooth: 1, applySoftmax: true, ignoreBackground: false });
  const [scores, truths] = alike(name, predictions, targets);
  const counts = sum(truths, { axis: truths.shape.slice(1).map((_, i) => i) });
  const rarity = divide(1, add(square(counts), 1e-7));
  const classWeights = multiply(divide(rarity, sum(rarity)), counts.size);
  return mean(dice(name, scores, truths, { ...usual, ...own, classWeights, reduction: "none" }));
}
