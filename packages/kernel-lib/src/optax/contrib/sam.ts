import { checkInteger } from "../../array/checks";
import type { ndarray } from "../../array/ndarray";
import { readOptions, type Spelled } from "../../array/options";
import { add, equal, divide, negative, remainder, subtract } from "../../np/ufuncs";
import { scalar } from "../../ops/map";
import { norm, scale, where } from "../trees";
import {
  needed,
  noSteps,
  overTrees,
  stateless,
  told,
  transformation,
  type GradientTransformation,
  type OptState,
} from "../transformation";
import { applyUpdates } from "../update";

/**
 * Scales updates to length 1, all of them together as one vector.
 *
 * @see https://optax.readthedocs.io/en/latest/api/contrib.html
 * @example
 * optax.contrib.normalize().update([jnp.array([3, 4])], {})[0][0].tolist(); // [0.6000000238418579, 0.800000011920929]
 */
export function normalize(): GradientTransformation {
  return stateless("normalize", (updates) => scale(divide(1, norm(updates)), updates));
}

/** Options of {@link sam}. */
export interface SamOptions {
  /** How many gradients a step takes: the last one moves the parameters, those before look around. Default: 2. */
  syncPeriod?: number;
  /** Whether the optimiser that looks around forgets its state after a step. Default: true. */
  resetState?: boolean;
  /** Whether one call of `update` is a whole step; it is then told `{ gradFn }`. Default: false. */
  opaqueMode?: boolean;
}

/** The state of {@link sam}. */
interface SamState {
  readonly stepsSinceSync: ndarray;
  readonly optState: OptState;
  readonly advState: OptState;
  readonly cache: unknown;
}

/**
 * Sharpness-aware minimisation: goes uphill first, and then from where it began along the gradient found there, so that
 * minima are flat.
 *
 * @param optimizer - What moves the parameters.
 * @param advOptimizer - What goes uphill: `optax.chain(optax.contrib.normalize(), optax.sgd(0.05))`.
 * @param options - See {@link SamOptions}.
 * @throws RangeError for a period of less than 1.
 * @see https://arxiv.org/abs/2010.01412
 * @example
 * const tx = optax.contrib.sam(optax.sgd(0.1), optax.sgd(0.05));
 * const w = [jnp.array([2])];
 * tx.update([jnp.array([4])], tx.init(w), w)[0][0].item(); // 0.20000000298023224
 */
export function sam(
  optimizer: GradientTransformation,
  advOptimizer: GradientTransformation,
  options?: Spelled<SamOptions>,
): GradientTransformation {
  const name = "sam";
  const usual: Required<SamOptions> = { syncPeriod: 2, resetState: true, opaqueMode: false };
  const { syncPeriod, resetState, opaqueMode } = readOptions<Required<SamOptions>>(name, options, usual);
  const period = checkInteger(name, "syncPeriod", syncPeriod, 1);
  const uphill = (grads: unknown, state: OptState, params: unknown): [unknown, OptState] => {
    const [updates, next] = advOptimizer.update(grads, state, params);
    return [overTrees(name, negative, updates), next];
  };
  const init = (params: unknown): SamState => ({
    stepsSinceSync: noSteps(),
    optState: optimizer.init(params),
    advState: advOptimizer.init(params),
    cache: opaqueMode ? null : params,
  });
  if (opaqueMode) {
    return transformation(name, init, (grads, state: SamState, given, extra) => {
      const params = needed(name, given);
      const gradFn = told(name, extra, "gradFn");
      let [there, around, advState] = [params, grads, state.advState];
      for (let i = 0; i < period - 1; i++) {
        const [updates, next] = uphill(around, advState, there);
        there = applyUpdates(there, updates);
        around = gradFn(there, i);
        advState = next;
      }
      const [updates, optState] = optimizer.update(around, state.optState, params, extra);
      const kept = resetState ? advOptimizer.init(params) : advState;
      return [updates, { stepsSinceSync: noSteps(), optState, advState: kept, cache: null }];
    });
  }
  return transformation(name, init, (grads, state: SamState, given, extra) => {
    const params = needed(name, given);
    const { stepsSinceSync, optState, advState } = state;
    const isFirst = equal(stepsSinceSync, 0);
    const isLast = equal(stepsSinceSync, period - 1);
    const [climb, climbed] = uphill(grads, advState, params);
    const [moved, next] = optimizer.update(grads, optState, state.cache, extra);
    const back = overTrees(name, (c, p, u) => add(subtract(c, p), u), state.cache, params, moved);
    const reset = resetState ? advOptimizer.init(params) : advState;
    return [
      where(isLast, back, climb),
      {
        stepsSinceSync: remainder(add(stepsSinceSync, scalar(1, "int32")), scalar(period, "int32")),
        optState: where(isLast, next, optState),
        advState: where(isLast, reset, climbed),
        cache: where(isFirst, params, state.cache),
      },
    ];
  });
}
