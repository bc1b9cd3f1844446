import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { add, divide, multiply, power, sqrt } from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { PRNGKey, split } from "../random/keys";
import { normal } from "../random/normal";
import { flatten, unflatten } from "../transform/tree";
import { masked, type Mask } from "./combining";
import {
  leavesOf,
  like,
  needed,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
  type Schedule,
} from "./transformation";

/**
 * Adds a share of the parameters to gradients, so that they shrink: weight decay.
 *
 * @param weightDecay - The share: a number, or a schedule.
 * @param mask - Which parameters shrink, as for `optax.masked`. Default: all.
 * @see https://arxiv.org/abs/1711.05101
 * @example
 * const tx = optax.addDecayedWeights(0.5);
 * tx.update([jnp.array([1])], tx.init([]), [jnp.array([4])])[0][0].item(); // 3
 */
export function addDecayedWeights(
  weightDecay: number | ndarray | Schedule = 0,
  mask?: Mask,
): GradientTransformation {
  const name = "addDecayedWeights";
  const tx = transformation(
    name,
    () => (typeof weightDecay === "function" ? { count: noSteps() } : {}),
    (updates, state: { count: ndarray }, params) => {
      const own = needed(name, params);
      const isSchedule = typeof weightDecay === "function";
      const next = isSchedule ? { count: nextStep(state.count) } : state;
      if (weightDecay === 0) return [updates, next];
      const share = isSchedule ? weightDecay(state.count) : weightDecay;
      return [overTrees(name, (g, p) => add(g, multiply(like(share, p), p)), updates, own), next];
    },
  );
  return mask === undefined || mask === null ? tx : masked(tx, mask);
}

/**
 * Adds noise to gradients that becomes less with every step: standard deviation √(η / stepᵞ).
 *
 * @param eta - The variance at the first step.
 * @param gamma - How quickly it falls.
 * @param key - A key, or the number of one.
 * @see https://arxiv.org/abs/1511.06807
 * @example
 * const tx = optax.addNoise(0, 0.55, 42);
 * tx.update([jnp.array([1])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function addNoise(eta: number, gamma: number, key: number | ndarray): GradientTransformation {
  const name = "addNoise";
  return transformation(
    name,
    () => ({ count: noSteps(), rngKey: typeof key === "number" ? PRNGKey(key) : toArray(name, key) }),
    (updates, state: { count: ndarray; rngKey: ndarray }) => {
      const count = nextStep(state.count);
      const deviation = sqrt(divide(eta, power(convertType(count, "float32"), gamma)));
      const [rngKey, own] = keysOf(state.rngKey, 2);
      const [leaves, structure] = flatten(updates);
      const keys = keysOf(own, leaves.length);
      const noisy = leavesOf(name, updates).map((g, i) =>
        add(g, multiply(like(deviation, g), normal(keys[i], g.shape))),
      );
      return [unflatten(structure, noisy), { count, rngKey }];
    },
  );
}

/** As many keys as asked for. */
function keysOf(key: ndarray, count: number): ndarray[] {
  const all = split(key, count);
  return Array.from({ length: count }, (_, i) => reshape(sliceAxis(all, 0, i, i + 1), [2]));
}
