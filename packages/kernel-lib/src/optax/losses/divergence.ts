import type { ArrayLike } from "../../array/asarray";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import { sum } from "../../np/reductions";
import { add, equal, exp, log, multiply, subtract } from "../../np/ufuncs";
import { where as choose } from "../../np/where";
import { checkFloats } from "./checks";
import { type ClassOptions, usual } from "./classOptions";

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
