import type { ArrayLike } from "../../array/asarray";
import { formatShape } from "../../array/broadcast";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import { readAxes, type Axis } from "../../array/rows";
import { sum } from "../../np/reductions";
import { where as choose } from "../../np/where";
import {
  add,
  divide,
  equal,
  exp,
  log,
  logicalAnd,
  logicalNot,
  maximum,
  multiply,
  negative,
  power,
  subtract,
} from "../../np/ufuncs";
import { max } from "../../np/reductions";
import { eye } from "../../np/creation";
import { concatenate } from "../../ops/concatenate";
import { reshape } from "../../ops/layout";
import { convertType, stopGradient } from "../../ops/map";
import { checkFloats, checkIntegers } from "./checks";
import { cosineSimilarity } from "./regression";

/** Options of {@link smoothLabels}. */
export interface SmoothOptions {
  /** The axis of the classes. Default: -1. */
  axis?: Axis;
}

/**
 * Gives every class a little of the probability: (1 − α) · label + α / number of classes.
 *
 * @param labels - Probabilities of classes.
 * @param alpha - How much is given away.
 * @param options - The axis of the classes.
 * @see https://arxiv.org/abs/1512.00567
 * @example
 * optax.smoothLabels([[1, 0]], 0.5).tolist(); // [[0.75, 0.25]]
 */
export function smoothLabels(labels: ArrayLike, alpha: number, options?: SmoothOptions): ndarray {
  const { axis } = readOptions<Required<SmoothOptions>>("smoothLabels", options, { axis: -1 });
  const own = checkFloats("smoothLabels", "labels", labels);
  const count = readAxes("smoothLabels", axis, own.ndim).reduce((product, i) => product * own.shape[i], 1);
  return add(multiply(1 - alpha, own), alpha / count);
}

/** Options of {@link tripletMarginLoss}. */
export interface TripletOptions {
  /** The axis of the vectors. Default: -1. */
  axis?: number;
  /** The degree of the norm. Default: 2. */
  normDegree?: number;
  /** By how much the negative is to be farther. Default: 1. */
  margin?: number;
  /** What is added to distances before the root. Default: 1e-6. */
  eps?: number;
}

/**
 * Triplet loss: how much a vector is nearer to one it differs from than to one it is like, beyond a margin.
 *
 * @param anchors - Vectors.
 * @param positives - One like each.
 * @param negatives - One that differs from each.
 * @param options - See {@link TripletOptions}.
 * @see https://arxiv.org/abs/1503.03832
 * @example
 * optax.tripletMarginLoss([[0, 0]], [[0, 0]], [[5, 0]]).tolist(); // [0]
 */
export function tripletMarginLoss(
  anchors: ArrayLike,
  positives: ArrayLike,
  negatives: ArrayLike,
  options?: TripletOptions,
): ndarray {
  const name = "tripletMarginLoss";
  const { axis, normDegree, margin, eps } = readOptions<Required<TripletOptions>>(name, options, {
    axis: -1,
    normDegree: 2,
    margin: 1,
    eps: 1e-6,
  });
  const own = checkFloats(name, "anchors", anchors);
  const distance = (other: ArrayLike): ndarray =>
    power(add(sum(power(subtract(own, other), normDegree), axis), eps), 1 / normDegree);
  return maximum(add(subtract(distance(positives), distance(negatives)), margin), 0);
}

/**
 * Contrastive loss: vectors of one label are to be alike, those of different labels not.
 *
 * @param embeddings - A vector for each example.
 * @param labels - A whole number for each example.
 * @param options - How sharp the comparison is (`temperature`, default: 0.07).
 * @returns One loss.
 * @throws RangeError unless there is a label for each vector.
 * @see https://arxiv.org/abs/2002.05709
 * @example
 * optax.ntxent(jnp.array([[1, 0], [1, 0], [0, 1], [0, 1]]), [0, 0, 1, 1], { temperature: 1 }).ndim; // 0
 */
export function ntxent(
  embeddings: ArrayLike,
  labels: ArrayLike,
  options?: { temperature?: number },
): ndarray {
  const { temperature } = readOptions("ntxent", options, { temperature: 0.07 }) as { temperature: number };
  const vectors = checkFloats("ntxent", "embeddings", embeddings);
  const classes = checkIntegers("ntxent", "labels", labels);
  const [count, length] = vectors.shape;
  if (classes.shape[0] !== count) {
    throw new RangeError(
      `ntxent: expected a label for each vector, got shapes ${formatShape(vectors.shape)} and ${formatShape(classes.shape)}`,
    );
  }
  const pairs = cosineSimilarity(reshape(vectors, [1, count, length]), reshape(vectors, [count, 1, length]), {
    epsilon: 2 ** -23,
  });
  const scores = divide(pairs, temperature);
  const same = equal(reshape(classes, [count, 1]), reshape(classes, [1, count]));
  const matches = logicalAnd(same, logicalNot(convertType(eye(count), "bool")));
  const [others, own] = [choose(same, -Infinity, scores), choose(matches, scores, -Infinity)];
  const most = stopGradient(max(concatenate([others, own], 1), { axis: 1, keepdims: true }));
  const [far, near] = [subtract(others, most), subtract(own, most)];
  const total = add(sum(exp(far), { axis: 1, keepdims: true }), exp(near));
  const chances = choose(matches, subtract(near, log(total)), 0);
  return divide(negative(sum(chances)), convertType(sum(convertType(matches, "int32")), "float32"));
}
