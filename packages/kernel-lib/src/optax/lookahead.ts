import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions, type Spelled } from "../array/options";
import { add, equal, multiply, remainder, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { scalar } from "../ops/map";
import { either } from "./either";
import {
  needed,
  nextStep,
  overTrees,
  transformation,
  type GradientTransformation,
  type OptState,
} from "./transformation";

/**
 * Fast parameters that an optimiser moves, and slow ones that follow now and then.
 *
 * @see https://arxiv.org/abs/1907.08610
 * @example
 * Object.keys(optax.LookaheadParams.initSynced([1])); // ["fast", "slow"]
 */
export const LookaheadParams = {
  /** Both the same, to begin with. */
  initSynced: <P>(params: P): { fast: P; slow: P } => ({ fast: params, slow: params }),
};

/**
 * Lets an optimiser run ahead for some steps, then goes part of the way there and starts again from that point.
 *
 * @param fastOptimizer - The optimiser that runs ahead.
 * @param syncPeriod - For how many steps.
 * @param slowStepSize - Which part of the way is gone.
 * @param options - Whether the optimiser forgets its state then (`resetState`, default: false).
 * @returns A transformation of `{ fast, slow }`, see `optax.LookaheadParams.initSynced(params)`.
 * @see https://arxiv.org/abs/1907.08610
 * @example
 * const tx = optax.lookahead(optax.sgd(1), 1, 0.5);
 * const params = optax.LookaheadParams.initSynced([jnp.array([0])]);
 * const [updates] = tx.update([jnp.array([-2])], tx.init(params), params);
 * [updates.fast[0].item(), updates.slow[0].item()]; // [1, 1]
 */
export function lookahead(
  fastOptimizer: GradientTransformation,
  syncPeriod: number,
  slowStepSize: number,
  options?: Spelled<{ resetState?: boolean }>,
): {
  update<P>(updates: P, state: OptState, params: unknown): [updates: { fast: P; slow: P }, state: OptState];
} & GradientTransformation {
  const name = "lookahead";
  const { resetState } = readOptions(name, options, { resetState: false });
  if (!(Number.isInteger(syncPeriod) && syncPeriod >= 1)) {
    throw new RangeError(`${name}: expected syncPeriod to be at least 1, got ${describe(syncPeriod)}`);
  }
  const fastOf = (params: unknown): unknown =>
    isPlainObject(params) && "fast" in params && "slow" in params ? params.fast : params;
  return transformation(
    name,
    (params) => ({ fastState: fastOptimizer.init(fastOf(params)), stepsSinceSync: scalar(0, "int32") }),
    (updates, state: { fastState: OptState; stepsSinceSync: ndarray }, given, extra) => {
      const { fast, slow } = needed(name, given) as { fast: unknown; slow: unknown };
      const [ahead, next] = fastOptimizer.update(updates, state.fastState, fast, extra);
      const isDue = equal(state.stepsSinceSync, syncPeriod - 1);
      const distance = overTrees(name, (f, u, s) => subtract(add(f, u), s), fast, ahead, slow);
      const moved = {
        fast: overTrees(
          name,
          (u, d) => where(isDue, subtract(u, multiply(1 - slowStepSize, d)), u),
          ahead,
          distance,
        ),
        slow: overTrees(name, (d) => where(isDue, multiply(slowStepSize, d), 0), distance),
      };
      const fastState = resetState ? either(name, isDue, fastOptimizer.init(fast), next) : next;
      const stepsSinceSync = remainder(nextStep(state.stepsSinceSync), scalar(syncPeriod, "int32"));
      return [moved, { fastState, stepsSinceSync }];
    },
  ) as never;
}
