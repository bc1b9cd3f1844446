import { checkInteger } from "../array/checks";
import type { ndarray } from "../array/ndarray";
import { readNamed, readOptions, type Spelled } from "../array/options";
import { scan } from "../lax/scan";
import { arange } from "../np/ranges";
import { add, divide, equal, greater, minimum, multiply, negative, remainder, subtract } from "../np/ufuncs";
import { where as choose } from "../np/where";
import { zeros } from "../np/creation";
import { scalar } from "../ops/map";
import { map as mapTrees } from "../transform/treeFunctions";
import { chain } from "./combining";
import { identity, scale as scaledBy, scaleByLearningRate } from "./scaling";
import { addScale, norm, scale, sub, vdot, where, zerosLike } from "./trees";
import {
  needed,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
  type Rate,
} from "./transformation";
import { scaleByZoomLinesearch } from "./zoomLinesearch";

/** Options of {@link scaleByLbfgs}. */
export interface LbfgsOptions {
  /** How many steps are remembered. Default: 10. */
  memorySize?: number;
  /** Whether the guess before the first of them has the curvature of the last step. Default: true. */
  scaleInitPrecond?: boolean;
}

/** The state of {@link scaleByLbfgs}. */
interface LbfgsState {
  readonly count: ndarray;
  readonly params: unknown;
  readonly updates: unknown;
  readonly diffParamsMemory: unknown;
  readonly diffUpdatesMemory: unknown;
  readonly weightsMemory: ndarray;
}

const name = "scaleByLbfgs";

/** What was remembered at a place. */
const recalled = (memory: unknown, place: ndarray): unknown => overTrees(name, (x) => x.at(place), memory);

/** Multiplies updates by the estimate of the inverse Hessian: both loops of the method. */
function preconditioned(updates: unknown, state: LbfgsState, initial: ndarray | number, places: ndarray) {
  const { diffParamsMemory, diffUpdatesMemory, weightsMemory } = state;
  type Step = [vector: unknown, alpha: ndarray];
  const back = ((vector: unknown, place: ndarray): Step => {
    const [moved, changed] = [recalled(diffParamsMemory, place), recalled(diffUpdatesMemory, place)];
    const alpha = multiply(weightsMemory.at(place), vdot(moved, vector));
    return [addScale(vector, negative(alpha), changed), alpha];
  }) as never;
  const [turned, alphas] = scan(back, updates, places, { reverse: true }) as unknown as Step;
  const forth = ((vector: unknown, [place, alpha]: [ndarray, ndarray]): Step => {
    const [moved, changed] = [recalled(diffParamsMemory, place), recalled(diffUpdatesMemory, place)];
    const beta = multiply(weightsMemory.at(place), vdot(changed, vector));
    return [addScale(vector, subtract(alpha, beta), moved), beta];
  }) as never;
  const [result] = scan(forth, scale(initial, turned), [places, alphas] as never) as unknown as Step;
  return result;
}

/**
 * Multiplies updates by an estimate of the inverse Hessian, made of how parameters and gradients changed over the last
 * steps: the L-BFGS direction.
 *
 * @param options - See {@link LbfgsOptions}.
 * @throws RangeError for a memory of less than one step.
 * @see https://users.iems.northwestern.edu/~nocedal/PDFfiles/limited-memory.pdf
 * @example
 * const tx = optax.scaleByLbfgs({ memorySize: 3 });
 * tx.init(jnp.array([1, 2])).weightsMemory.shape; // [3]
 */
export function scaleByLbfgs(options?: Spelled<LbfgsOptions>): GradientTransformation {
  const own = readOptions(name, options, { memorySize: 10, scaleInitPrecond: true });
  const size = checkInteger(name, "memorySize", own.memorySize, 1);
  const stacked = (params: unknown): unknown =>
    overTrees(name, (x) => zeros([size, ...x.shape], x.dtype), params);
  return transformation(
    name,
    (params): LbfgsState => ({
      count: noSteps(),
      params: zerosLike(params),
      updates: zerosLike(params),
      diffParamsMemory: stacked(params),
      diffUpdatesMemory: stacked(params),
      weightsMemory: zeros([size]),
    }),
    (updates, state: LbfgsState, given) => {
      const params = needed(name, given);
      const { count } = state;
      const isLater = greater(count, 0);
      const before = remainder(subtract(count, scalar(1, "int32")), scalar(size, "int32"));
      const moved = sub(params, state.params) as unknown;
      const changed = sub(updates, state.updates) as unknown;
      const product = vdot(changed, moved);
      const weight = choose(equal(product, 0), 0, divide(1, product));
      const kept = (memory: unknown, value: unknown): unknown =>
        mapTrees(
          (old: ndarray, one: ndarray) => old.with(before, one),
          memory as never,
          where(isLater, value, zerosLike(value)) as never,
        );
      const next: LbfgsState = {
        count: nextStep(count),
        params,
        updates,
        diffParamsMemory: kept(state.diffParamsMemory, moved),
        diffUpdatesMemory: kept(state.diffUpdatesMemory, changed),
        weightsMemory: kept(state.weightsMemory, weight) as ndarray,
      };
      // At first, no step is longer than 1.
      const initial = (): ndarray => {
        const square = norm(changed, { squared: true });
        const curvature = choose(greater(square, 0), divide(product, square), 1);
        return choose(isLater, curvature, minimum(1, divide(1, norm(updates))));
      };
      const places = remainder(add(count, arange(size, { dtype: "int32" })), scalar(size, "int32"));
      return [preconditioned(updates, next, own.scaleInitPrecond ? initial() : 1, places), next];
    },
  );
}

/**
 * L-BFGS: steps of Newton's method with an estimate of the Hessian, as long as a search along the line finds best.
 * `update` is to be told the loss, its gradient and its function; `optax.valueAndGradFromState` takes the first two from
 * the state where the search has computed them.
 *
 * @param learningRate - A factor of all steps, a number or a schedule (default: null, none); or all options by name.
 * @param options - See {@link LbfgsOptions}, and the search (`linesearch`, default:
 * `optax.scaleByZoomLinesearch(20, { initialGuessStrategy: "one" })`; null for none).
 * @see https://users.iems.northwestern.edu/~nocedal/PDFfiles/limited-memory.pdf
 * @example
 * const loss = (w: np.ndarray) => jnp.sum(jnp.square(jnp.subtract(w, 3)));
 * const tx = optax.lbfgs();
 * let w = jnp.array([1, 2]);
 * let state = tx.init(w);
 * const valueAndGrad = optax.valueAndGradFromState(loss);
 * for (let i = 0; i < 3; i++) {
 *   const [value, grad] = valueAndGrad(w, { state });
 *   const [updates, next] = tx.update(grad, state, w, { value, grad, valueFn: loss });
 *   [w, state] = [optax.applyUpdates(w, updates), next];
 * }
 * w.tolist(); // [3, 3]
 */
export function lbfgs(
  learningRate?: Rate | null | Spelled<LbfgsAll>,
  options?: Spelled<LbfgsAll>,
): GradientTransformation {
  const usual: Required<LbfgsAll> = {
    learningRate: null,
    memorySize: 10,
    scaleInitPrecond: true,
    linesearch: scaleByZoomLinesearch(20, { initialGuessStrategy: "one" }),
  };
  const rate = learningRate === null ? undefined : learningRate;
  const {
    linesearch,
    learningRate: own,
    ...rest
  } = readNamed("lbfgs", { learningRate: rate }, options, usual);
  return chain(
    scaleByLbfgs(rest),
    own === null ? scaledBy(-1) : scaleByLearningRate(own),
    linesearch ?? identity(),
  );
}

/** Options of {@link lbfgs}. */
export interface LbfgsAll extends LbfgsOptions {
  /** A factor of all steps. Default: null, none. */
  learningRate?: Rate | null;
  /** What makes the steps long enough, null for nothing. Default: a search by intervals. */
  linesearch?: GradientTransformation | null;
}
