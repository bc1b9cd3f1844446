import { checkInteger } from "../array/checks";
import type { ndarray } from "../array/ndarray";
import { readNamed, type Spelled } from "../array/options";
import { cond } from "../lax/cond";
import { whileLoop } from "../lax/loops";
import {
  add,
  equal,
  greater,
  isinf,
  lessEqual,
  logicalAnd,
  logicalNot,
  logicalOr,
  minimum,
  multiply,
  subtract,
} from "../np/ufuncs";
import { where } from "../np/where";
import { scalar } from "../ops/map";
import { grad as gradientOf } from "../transform/grad";
import { errorOf, readObjective } from "./lineSearch";
import { addScale, scale, vdot, zerosLike } from "./trees";
import { needed, transformation, type GradientTransformation } from "./transformation";

/** Options of {@link scaleByBacktrackingLinesearch}. */
export interface BacktrackingOptions {
  /** How many times the step becomes smaller at most. */
  maxBacktrackingSteps?: number;
  /** Which part of the decrease that the slope promises is enough. Default: 1e-4. */
  slopeRtol?: number;
  /** By what the step is multiplied each time. Default: 0.8. */
  decreaseFactor?: number;
  /** By what the last step is multiplied for the first guess of the next; Infinity begins with the largest. Default: 1.5. */
  increaseFactor?: number;
  /** The largest step. Default: 1. */
  maxLearningRate?: number;
  /** How much the loss may be too large. Default: 0. */
  atol?: number;
  /** How much, relative to the loss. Default: 0. */
  rtol?: number;
  /** Whether the gradient at the end is computed and kept for the next step. Default: false. */
  storeGrad?: boolean;
}

const usual: Required<BacktrackingOptions> = {
  maxBacktrackingSteps: NaN,
  slopeRtol: 1e-4,
  decreaseFactor: 0.8,
  increaseFactor: 1.5,
  maxLearningRate: 1,
  atol: 0,
  rtol: 0,
  storeGrad: false,
};

/** The state of {@link scaleByBacktrackingLinesearch}. */
interface BacktrackingState {
  readonly learningRate: ndarray;
  readonly value: ndarray;
  readonly grad: unknown;
  readonly info: { readonly numLinesearchSteps: ndarray; readonly decreaseError: ndarray };
}

/**
 * Makes steps smaller until the loss is small enough there: f(w + η u) ≤ f(w) + c η ⟨u, ∇f(w)⟩. `update` is to be told
 * `{ value, grad, valueFn }`, and by their names the arguments that `valueFn` takes after the parameters.
 *
 * @param maxBacktrackingSteps - How many times the step becomes smaller at most; or options.
 * @param options - See {@link BacktrackingOptions}.
 * @throws TypeError without a number of steps; `update`: TypeError for what it was not told.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const loss = (w: np.ndarray) => jnp.sum(jnp.square(w));
 * const tx = optax.chain(optax.sgd(1), optax.scaleByBacktrackingLinesearch(15));
 * const w = jnp.array([1, 2, 3]);
 * const [value, grad] = jax.valueAndGrad(loss)(w);
 * const [updates] = tx.update(grad, tx.init(w), w, { value, grad, valueFn: loss });
 * loss(optax.applyUpdates(w, updates)).item() < loss(w).item(); // true
 */
export function scaleByBacktrackingLinesearch(
  maxBacktrackingSteps: number | Spelled<BacktrackingOptions>,
  options?: Spelled<BacktrackingOptions>,
): GradientTransformation {
  const name = "scaleByBacktrackingLinesearch";
  const own = readNamed(name, { maxBacktrackingSteps }, options, usual);
  const most = checkInteger(name, "maxBacktrackingSteps", own.maxBacktrackingSteps, 0);
  return transformation(
    name,
    (params): BacktrackingState => ({
      learningRate: scalar(1, "float32"),
      value: scalar(Infinity, "float32"),
      grad: own.storeGrad ? zerosLike(params) : null,
      info: { numLinesearchSteps: scalar(0, "int32"), decreaseError: scalar(Infinity, "float32") },
    }),
    (updates, state: BacktrackingState, given, extra) => {
      const params = needed(name, given);
      const objective = readObjective(name, extra);
      const slope = vdot(updates, objective.grad);
      const errorAt = (rate: ndarray, value: ndarray): ndarray =>
        errorOf(
          subtract(
            subtract(value, multiply(1 + own.rtol, objective.value)),
            multiply(multiply(rate, own.slopeRtol), slope),
          ),
        );
      const isEnough = (error: ndarray): ndarray => lessEqual(error, own.atol);
      type Search = { rate: ndarray; value: ndarray; grad: unknown; error: ndarray; count: ndarray };
      const step = (search: Search): Search => {
        const { rate: before, count } = search;
        const rate = where(greater(count, 0), multiply(own.decreaseFactor, before), before);
        const there = addScale(params, rate, updates) as unknown;
        const value = objective.valueAt(there);
        const error = errorAt(rate, value);
        const isLast = logicalOr(isEnough(error), equal(count, most));
        const grad = own.storeGrad
          ? cond(isLast, gradientOf(objective.valueAt as never) as never, (() => search.grad) as never, there)
          : search.grad;
        return { rate, value, grad, error, count: add(count, scalar(1, "int32")) };
      };
      const { learningRate } = state;
      const found = whileLoop(
        ({ error, count }) => logicalAnd(logicalNot(isEnough(error)), lessEqual(count, most)),
        step as never,
        {
          rate: minimum(multiply(own.increaseFactor, learningRate), own.maxLearningRate),
          value: objective.value,
          grad: own.storeGrad ? zerosLike(params) : null,
          error: scalar(Infinity, "float32"),
          count: scalar(0, "int32"),
        },
      ) as unknown as Search;
      const rate = where(isinf(found.error), 0, found.rate);
      const next: BacktrackingState = {
        learningRate: rate,
        value: found.value,
        grad: found.grad,
        info: { numLinesearchSteps: found.count, decreaseError: found.error },
      };
      return [scale(rate, updates), next];
    },
  );
}
