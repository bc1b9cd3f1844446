import type { ArrayLike } from "../../array/asarray";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import { logSigmoid, sparsePlus } from "../../nn/exponential";
import { add, exp, log, maximum, multiply, negative, subtract } from "../../np/ufuncs";
import { where as choose } from "../../np/where";
import { convertType } from "../../ops/map";
import { checkFloats } from "./checks";
import { readLabels, type NamedLabels } from "./pairs";

/**
 * Cross-entropy of one yes-or-no question for each element: −y log σ(x) − (1 − y) log(1 − σ(x)).
 *
 * @param logits - Scores: floats of any shape; or all arguments by name.
 * @param labels - 0 or 1, or a probability, of the same shape.
 * @returns A loss for each element.
 * @throws TypeError if `logits` are not floats.
 * @see https://www.deeplearningbook.org/contents/prob.html
 * @example
 * optax.sigmoidBinaryCrossEntropy([0], [1]).item(); // 0.6931471824645996
 */
export function sigmoidBinaryCrossEntropy(logits: ArrayLike | NamedLabels, labels?: ArrayLike): ndarray {
  const [own, answers] = readLabels(logits, labels);
  const scores = checkFloats("sigmoidBinaryCrossEntropy", "logits", own);
  const truth = convertType(toArray("sigmoidBinaryCrossEntropy", answers), scores.dtype);
  const yes = multiply(negative(truth), logSigmoid(scores));
  return subtract(yes, multiply(subtract(1, truth), logSigmoid(negative(scores))));
}

/**
 * Focal loss: binary cross-entropy in which easy examples count less, by (1 − p)ᵞ.
 *
 * @param logits - Scores: floats of any shape.
 * @param labels - 0 or 1, of the same shape.
 * @param options - The weight of 1 beside 0 (`alpha`, default: none), how much less easy ones count (`gamma`, 2).
 * @returns A loss for each element.
 * @see https://arxiv.org/abs/1708.02002
 * @example
 * optax.sigmoidFocalLoss([0], [1], { gamma: 0 }).item(); // 0.6931471824645996
 */
export function sigmoidFocalLoss(
  logits: ArrayLike,
  labels: ArrayLike,
  options?: { alpha?: number | null; gamma?: number },
): ndarray {
  const { alpha, gamma } = readOptions("sigmoidFocalLoss", options, {
    alpha: null as number | null,
    gamma: 2,
  }) as {
    alpha: number | null;
    gamma: number;
  };
  const scores = checkFloats("sigmoidFocalLoss", "logits", logits);
  const truth = convertType(toArray("sigmoidFocalLoss", labels), scores.dtype);
  const [yes, no] = [logSigmoid(scores), logSigmoid(negative(scores))];
  const most = maximum(yes, no);
  const wrong = add(
    multiply(subtract(1, truth), exp(subtract(yes, most))),
    multiply(truth, exp(subtract(no, most))),
  );
  const weight = exp(multiply(gamma, add(log(wrong), most)));
  const loss = multiply(sigmoidBinaryCrossEntropy(scores, truth), weight);
  if (alpha === null) return loss;
  return multiply(add(multiply(alpha, truth), multiply(1 - alpha, subtract(1, truth))), loss);
}

/**
 * Hinge loss: max(0, 1 − prediction · target).
 *
 * @param predictorOutputs - Floats of any shape.
 * @param targets - −1 or 1, of the same shape.
 * @returns A loss for each element.
 * @see https://en.wikipedia.org/wiki/Hinge_loss
 * @example
 * optax.hingeLoss([0.5], [1]).item(); // 0.5
 */
export function hingeLoss(predictorOutputs: ArrayLike, targets: ArrayLike): ndarray {
  return maximum(0, subtract(1, multiply(predictorOutputs, targets)));
}

/**
 * Perceptron loss: max(0, −prediction · target).
 *
 * @param predictorOutputs - Floats of any shape.
 * @param targets - −1 or 1, of the same shape.
 * @returns A loss for each element.
 * @see https://en.wikipedia.org/wiki/Perceptron
 * @example
 * optax.perceptronLoss([0.5, -2], [1, 1]).tolist(); // [0, 2]
 */
export function perceptronLoss(predictorOutputs: ArrayLike, targets: ArrayLike): ndarray {
  return maximum(0, negative(multiply(predictorOutputs, targets)));
}

/**
 * Sparsemax loss of one yes-or-no question for each element.
 *
 * @param logits - Scores: floats of any shape.
 * @param labels - 0 or 1, of the same shape.
 * @returns A loss for each element.
 * @see https://arxiv.org/abs/1602.02068
 * @example
 * optax.sparsemaxLoss([0], [1]).item(); // 0.25
 */
export function sparsemaxLoss(logits: ArrayLike, labels: ArrayLike): ndarray {
  return sparsePlus(choose(labels, negative(logits), logits));
}
