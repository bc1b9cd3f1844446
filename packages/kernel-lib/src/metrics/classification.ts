import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { concatenate } from "../np/joining";
import { matmul } from "../np/products";
import { sum } from "../np/reductions";
import { argmax, mean } from "../np/statistics";
import { reshape } from "../np/shaping";
import { unique } from "../np/unique";
import { divide, equal, maximum } from "../np/ufuncs";
import { convertType } from "../ops/map";

/** Options of {@link confusionMatrix}. */
export interface ConfusionOptions {
  /** The classes, in the order of rows and columns. Default: those that occur, sorted. */
  labels?: ArrayLike | null;
  /**
   * What counts are divided by: those of each true class (`"true"`), of each predicted class (`"pred"`), or all
   * (`"all"`). Default: nothing.
   */
  normalize?: "true" | "pred" | "all" | null;
}

/** True classes and predicted ones; scores of classes along a last axis stand for the class of the highest. */
function classesOf(functionName: string, yTrue: ArrayLike, yPred: ArrayLike): [ndarray, ndarray] {
  const truth = toArray(functionName, yTrue);
  const given = toArray(functionName, yPred);
  const isScores = given.ndim === truth.ndim + 1;
  const predicted = isScores ? argmax(given, { axis: -1 }) : given;
  if (sameShape(truth.shape, predicted.shape)) return [truth, predicted];
  throw new RangeError(
    `${functionName}: expected a prediction for each class, got shapes ${formatShape(truth.shape)} and ${formatShape(given.shape)}`,
  );
}

/**
 * Gives the part of predictions that are right.
 *
 * @param yTrue - The true classes.
 * @param yPred - The predicted classes; or scores with one axis more, of which the highest counts.
 * @returns An array of no axes, from 0 to 1.
 * @throws RangeError unless there is a prediction for each class.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.accuracy_score.html
 * @example
 * metrics.accuracy([0, 1, 2, 2], [0, 1, 1, 2]).item(); // 0.75
 */
export function accuracy(yTrue: ArrayLike, yPred: ArrayLike): ndarray {
  const [truth, predicted] = classesOf("accuracy", yTrue, yPred);
  return mean(convertType(equal(truth, predicted), "float32"));
}

/**
 * Counts how often examples of one class were taken for another: the rows are the true classes, the columns the
 * predicted ones. `plt.matshow` draws it.
 *
 * @param yTrue - The true classes.
 * @param yPred - The predicted classes; or scores with one axis more, of which the highest counts.
 * @param options - The classes, and what counts are divided by.
 * @returns An array of shape `[classes, classes]`: int32, or float32 where counts are divided.
 * @throws RangeError unless there is a prediction for each class; TypeError for an unknown option.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
 * @example
 * metrics.confusionMatrix([0, 1, 2, 2], [0, 1, 1, 2]).tolist(); // [[1, 0, 0], [0, 1, 0], [0, 1, 1]]
 */
export function confusionMatrix(yTrue: ArrayLike, yPred: ArrayLike, options?: ConfusionOptions): ndarray {
  const name = "confusionMatrix";
  const { labels, normalize } = readOptions<ConfusionOptions>(name, options, {
    labels: null,
    normalize: null,
  });
  const [truth, predicted] = classesOf(name, yTrue, yPred).map((x) => reshape(x, [-1]));
  if (normalize !== null && normalize !== undefined && !["true", "pred", "all"].includes(normalize)) {
    throw new TypeError(
      `${name}: expected normalize to be "true", "pred" or "all", got ${describe(normalize)}`,
    );
  }
  const classes =
    labels === null || labels === undefined ? unique(concatenate([truth, predicted])) : toArray(name, labels);
  if (classes.ndim !== 1) throw new RangeError(`${name}: expected labels in a row, got ${describe(classes)}`);
  const isOf = (x: ndarray): ndarray =>
    convertType(equal(reshape(classes, [-1, 1]), reshape(x, [1, -1])), "float32");
  const counts = matmul(isOf(truth), isOf(predicted).T);
  if (normalize === null || normalize === undefined) return convertType(counts, "int32");
  const axis = { true: 1, pred: 0, all: null }[normalize];
  return divide(counts, maximum(sum(counts, { axis, keepdims: true }), 1));
}
