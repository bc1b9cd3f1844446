import type { ArrayLike } from "../../array/asarray";
import { formatShape, sameShape } from "../../array/broadcast";
import { checkAxis } from "../../array/checks";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import { logsumexp } from "../../nn/logsumexp";
import { logSoftmax, softmax } from "../../nn/softmax";
import { sum } from "../../np/reductions";
import { add, multiply, negative, notEqual, subtract } from "../../np/ufuncs";
import { where as choose } from "../../np/where";
import { takeAlong } from "../../ops/gather";
import { reshape } from "../../ops/layout";
import { convertType } from "../../ops/map";
import { checkClasses, checkFloats, checkIntegers } from "./checks";
import { type ClassOptions, usual } from "./classOptions";
import { readLabels, type NamedLabels } from "./pairs";

/**
 * Cross-entropy of classes with given probabilities: −Σ yᵢ log softmax(x)ᵢ.
 *
 * @param logits - Scores of classes; or all arguments by name.
 * @param labels - Their probabilities, of the same shape.
 * @param options - See {@link ClassOptions}.
 * @returns A loss for each example.
 * @throws TypeError if `logits` are not floats.
 * @see https://en.wikipedia.org/wiki/Cross-entropy
 * @example
 * optax.softmaxCrossEntropy([[0, 0]], [[1, 0]]).tolist(); // [0.6931471824645996]
 */
export function softmaxCrossEntropy(
  logits: ArrayLike | (NamedLabels & ClassOptions),
  labels?: ArrayLike,
  options?: ClassOptions,
): ndarray {
  const [own, truth, rest] = readLabels(logits, labels, options);
  const { axis, where } = readOptions<Required<ClassOptions>>("softmaxCrossEntropy", rest, usual);
  const scores = checkFloats("softmaxCrossEntropy", "logits", own);
  const chances = logSoftmax(scores, { axis, where });
  return negative(sum(multiply(truth, chances), { axis, where }));
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
 * @param logits - Scores of classes; or all arguments by name.
 * @param labels - The number of the right class of each example: whole numbers, with one axis less.
 * @param options - See {@link ClassOptions}; one axis.
 * @returns A loss for each example.
 * @throws TypeError if `logits` are not floats or `labels` not whole numbers; RangeError for shapes that do not fit, or
 * a label that is not a class, also while a compiled program runs.
 * @see https://en.wikipedia.org/wiki/Cross-entropy
 * @example
 * optax.softmaxCrossEntropyWithIntegerLabels([[0, 0]], [1]).tolist(); // [0.6931471824645996]
 */
export function softmaxCrossEntropyWithIntegerLabels(
  logits: ArrayLike | (NamedLabels & { axis?: number; where?: ArrayLike | null }),
  labels?: ArrayLike,
  options?: { axis?: number; where?: ArrayLike | null },
): ndarray {
  const name = "softmaxCrossEntropyWithIntegerLabels";
  const [all, truth, rest] = readLabels(logits, labels, options);
  const { axis: given, where } = readOptions(name, rest, { axis: -1, where: null as ArrayLike | null });
  const scores = checkFloats(name, "logits", all);
  const axis = checkAxis(name, given, scores.ndim);
  const classes = checkLabels(name, truth, scores, axis);
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
  checkClasses(name, classes, scores.shape[axis]);
  return classes;
}

/**
 * Cross-entropy with a further term: ε times the probability of wrong classes.
 *
 * @param logits - Scores of classes; or all arguments by name.
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
