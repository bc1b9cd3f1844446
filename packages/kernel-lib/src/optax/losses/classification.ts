import type { ArrayLike } from "../../array/asarray";
import { formatShape, sameShape } from "../../array/broadcast";
import { checkAxis } from "../../array/checks";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import type { Axis } from "../../array/rows";
import { max, sum } from "../../np/reductions";
import { where as choose } from "../../np/where";
import { add, equal, exp, log, maximum, multiply, negative, notEqual, subtract } from "../../np/ufuncs";
import { takeAlong } from "../../ops/gather";
import { reshape } from "../../ops/layout";
import { convertType } from "../../ops/map";
import { isTracer } from "../../ops/tracer";
import { logsumexp } from "../../nn/logsumexp";
import { oneHot } from "../../nn/oneHot";
import { logSigmoid } from "../../nn/exponential";
import { sparsePlus } from "../../nn/exponential";
import { logSoftmax, softmax } from "../../nn/softmax";
import { checkFloats, checkIntegers } from "./checks";

/** Options of the losses over classes. */
export interface ClassOptions {
  /** The axis of the classes. Default: -1. */
  axis?: Axis;
  /** Which classes take part. Default: all. */
  where?: ArrayLike | null;
}

const usual: Required<ClassOptions> = { axis: -1, where: null };

/**
 * Cross-entropy of one yes-or-no question for each element: −y log σ(x) − (1 − y) log(1 − σ(x)).
 *
 * @param logits - Scores: floats of any shape.
 * @param labels - 0 or 1, or a probability, of the same shape.
 * @returns A loss for each element.
 * @throws TypeError if `logits` are not floats.
 * @see https://www.deeplearningbook.org/contents/prob.html
 * @example
 * optax.sigmoidBinaryCrossEntropy([0], [1]).item(); // 0.6931471824645996
 */
export function sigmoidBinaryCrossEntropy(logits: ArrayLike, labels: ArrayLike): ndarray {
  const scores = checkFloats("sigmoidBinaryCrossEntropy", "logits", logits);
  const truth = convertType(toArray("sigmoidBinaryCrossEntropy", labels), scores.dtype);
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
 * Cross-entropy of classes with given probabilities: −Σ yᵢ log softmax(x)ᵢ.
 *
 * @param logits - Scores of classes.
 * @param labels - Their probabilities, of the same shape.
 * @param options - See {@link ClassOptions}.
 * @returns A loss for each example.
 * @throws TypeError if `logits` are not floats.
 * @see https://en.wikipedia.org/wiki/Cross-entropy
 * @example
 * optax.softmaxCrossEntropy([[0, 0]], [[1, 0]]).tolist(); // [0.6931471824645996]
 */
export function softmaxCrossEntropy(logits: ArrayLike, labels: ArrayLike, options?: ClassOptions): ndarray {
  const { axis, where } = readOptions<Required<ClassOptions>>("softmaxCrossEntropy", options, usual);
  const scores = checkFloats("softmaxCrossEntropy", "logits", logits);
  const chances = logSoftmax(scores, { axis, where });
  return negative(sum(multiply(labels, chances), { axis, where }));
}

/**
 * As {@link softmaxCrossEntropy}, but a class of probability 0 does not count even where its score is −∞.
 *
 * @param logits - Scores of classes, along the last axis.
 * @param labels - Their probabilities, of the same shape.
 * @see https://optax.readthedocs.io/en/latest/api/losses.html
 * @example
 * optax.safeSoftmaxCrossEntropy([[0, 0, -Infinity]], [[1, 0, 0]]).tolist(); // [0.6931471824645996]
 */
export function safeSoftmaxCrossEntropy(logits: ArrayLike, labels: ArrayLike): ndarray {
  const scores = checkFloats("safeSoftmaxCrossEntropy", "logits", logits);
  const chances = choose(notEqual(labels, 0), multiply(labels, logSoftmax(scores)), 0);
  return negative(sum(chances, -1));
}

/**
 * Cross-entropy of classes of which one is right: −log softmax(x)ₖ.
 *
 * @param logits - Scores of classes.
 * @param labels - The number of the right class of each example: whole numbers, with one axis less.
 * @param options - See {@link ClassOptions}; one axis.
 * @returns A loss for each example.
 * @throws TypeError if `logits` are not floats or `labels` not whole numbers; RangeError for a label that is no class,
 * where labels are known, or shapes that do not fit.
 * @see https://en.wikipedia.org/wiki/Cross-entropy
 * @example
 * optax.softmaxCrossEntropyWithIntegerLabels([[0, 0]], [1]).tolist(); // [0.6931471824645996]
 */
export function softmaxCrossEntropyWithIntegerLabels(
  logits: ArrayLike,
  labels: ArrayLike,
  options?: { axis?: number; where?: ArrayLike | null },
): ndarray {
  const name = "softmaxCrossEntropyWithIntegerLabels";
  const { axis: given, where } = readOptions(name, options, { axis: -1, where: null as ArrayLike | null });
  const scores = checkFloats(name, "logits", logits);
  const axis = checkAxis(name, given, scores.ndim);
  const classes = checkLabels(name, labels, scores, axis);
  const wide = reshape(classes, [...classes.shape.slice(0, axis), 1, ...classes.shape.slice(axis)]);
  const own = reshape(takeAlong(scores, convertType(wide, "int32"), axis, "fill"), classes.shape);
  return subtract(logsumexp(scores, { axis, where }) as ndarray, own);
}

/** Checks that there is a label for each example, and that it is one of the classes. */
function checkLabels(name: string, labels: ArrayLike, scores: ndarray, axis: number): ndarray {
  const classes = checkIntegers(name, "labels", labels);
  const wanted = scores.shape.filter((_, i) => i !== axis);
  if (!sameShape(classes.shape, wanted)) {
    throw new RangeError(
      `${name}: expected labels of shape ${formatShape(wanted)} for logits of shape ${formatShape(scores.shape)}, ` +
        `got ${formatShape(classes.shape)}`,
    );
  }
  if (!isTracer(classes)) {
    const wrong = classes.data.find((label: number) => label < 0 || label >= scores.shape[axis]);
    if (wrong !== undefined) {
      throw new RangeError(`${name}: expected labels from 0 to ${scores.shape[axis] - 1}, got ${wrong}`);
    }
  }
  return classes;
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

const right = (scores: ndarray, labels: ArrayLike): ndarray =>
  oneHot(labels, scores.shape[scores.ndim - 1]) as ndarray;

/**
 * Hinge loss of classes: how far the best wrong score comes within 1 of the right one.
 *
 * @param scores - Scores of classes, along the last axis.
 * @param labels - The number of the right class of each example.
 * @returns A loss for each example.
 * @see https://en.wikipedia.org/wiki/Hinge_loss
 * @example
 * optax.multiclassHingeLoss([[2, 0]], [1]).tolist(); // [3]
 */
export function multiclassHingeLoss(scores: ArrayLike, labels: ArrayLike): ndarray {
  const own = checkFloats("multiclassHingeLoss", "scores", scores);
  const classes = right(own, labels);
  return subtract(max(subtract(add(own, 1), classes), -1), sum(multiply(own, classes), -1));
}

/**
 * Perceptron loss of classes: how far the best score is above the right one.
 *
 * @param scores - Scores of classes, along the last axis.
 * @param labels - The number of the right class of each example.
 * @returns A loss for each example.
 * @see https://en.wikipedia.org/wiki/Perceptron
 * @example
 * optax.multiclassPerceptronLoss([[2, 0]], [1]).tolist(); // [2]
 */
export function multiclassPerceptronLoss(scores: ArrayLike, labels: ArrayLike): ndarray {
  const own = checkFloats("multiclassPerceptronLoss", "scores", scores);
  return subtract(max(own, -1), sum(multiply(own, right(own, labels)), -1));
}

/**
 * Cross-entropy with a further term: ε times the probability of wrong classes.
 *
 * @param logits - Scores of classes.
 * @param labels - Their probabilities, of the same shape.
 * @param options - See {@link ClassOptions}; the factor (`epsilon`, default: 2).
 * @returns A loss for each example.
 * @see https://arxiv.org/abs/2204.12511
 * @example
 * optax.polyLossCrossEntropy([[0, 0]], [[1, 0]], { epsilon: 0 }).tolist(); // [0.6931471824645996]
 */
export function polyLossCrossEntropy(
  logits: ArrayLike,
  labels: ArrayLike,
  options?: ClassOptions & { epsilon?: number },
): ndarray {
  const { epsilon, axis, where } = readOptions("polyLossCrossEntropy", options, { ...usual, epsilon: 2 });
  const scores = checkFloats("polyLossCrossEntropy", "logits", logits);
  const wrong = sum(multiply(labels, subtract(1, softmax(scores, { axis, where }))), { axis, where });
  return add(softmaxCrossEntropy(scores, labels, { axis, where }), multiply(epsilon as number, wrong));
}

/**
 * Kullback–Leibler divergence of predicted from true probabilities: Σ p (log p − log q).
 *
 * @param logPredictions - Logarithms of the predicted probabilities q.
 * @param targets - The true probabilities p, of the same shape.
 * @param options - See {@link ClassOptions}.
 * @returns A loss for each example.
 * @see https://en.wikipedia.org/wiki/Kullback%E2%80%93Leibler_divergence
 * @example
 * optax.klDivergence(jnp.log([[0.5, 0.5]]), [[0.5, 0.5]]).tolist(); // [0]
 */
export function klDivergence(logPredictions: ArrayLike, targets: ArrayLike, options?: ClassOptions): ndarray {
  const { axis, where } = readOptions<Required<ClassOptions>>("klDivergence", options, usual);
  const [q, p] = [
    checkFloats("klDivergence", "logPredictions", logPredictions),
    checkFloats("klDivergence", "targets", targets),
  ];
  const own = choose(equal(p, 0), 0, log(p));
  return sum(multiply(p, subtract(own, q)), { axis, where });
}

/**
 * As {@link klDivergence}, with logarithms of both.
 *
 * @param logPredictions - Logarithms of the predicted probabilities.
 * @param logTargets - Logarithms of the true ones, of the same shape.
 * @param options - See {@link ClassOptions}.
 * @see https://en.wikipedia.org/wiki/Kullback%E2%80%93Leibler_divergence
 * @example
 * optax.klDivergenceWithLogTargets(jnp.log([[0.5, 0.5]]), jnp.log([[0.5, 0.5]])).tolist(); // [0]
 */
export function klDivergenceWithLogTargets(
  logPredictions: ArrayLike,
  logTargets: ArrayLike,
  options?: ClassOptions,
): ndarray {
  const { axis, where } = readOptions<Required<ClassOptions>>("klDivergenceWithLogTargets", options, usual);
  const q = checkFloats("klDivergenceWithLogTargets", "logPredictions", logPredictions);
  const p = checkFloats("klDivergenceWithLogTargets", "logTargets", logTargets);
  return sum(multiply(exp(p), subtract(p, q)), { axis, where });
}

/**
 * Divergence of weights that need not sum to 1: Σ p (log p − log q) + Σ (q − p).
 *
 * @param logPredictions - Logarithms of the predicted weights q.
 * @param targets - The true weights p, of the same shape.
 * @param options - See {@link ClassOptions}.
 * @see https://en.wikipedia.org/wiki/Kullback%E2%80%93Leibler_divergence
 * @example
 * optax.generalizedKlDivergence(jnp.log([[0.5, 0.5]]), [[0.5, 0.5]]).tolist(); // [0]
 */
export function generalizedKlDivergence(
  logPredictions: ArrayLike,
  targets: ArrayLike,
  options?: ClassOptions,
): ndarray {
  const read = readOptions<Required<ClassOptions>>("generalizedKlDivergence", options, usual);
  return add(
    klDivergence(logPredictions, targets, read),
    sum(subtract(exp(logPredictions), targets), { axis: read.axis, where: read.where }),
  );
}

/** The same as {@link generalizedKlDivergence}. */
export const convexKlDivergence = generalizedKlDivergence;
