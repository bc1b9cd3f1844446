import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { where } from "../np/where";
import { add, equal, multiply, remainder, subtract } from "../np/ufuncs";
import { convertType } from "../ops/map";
import { flatten, leavesLike, unflatten } from "../transform/tree";
import { overTrees } from "./transformation";

/**
 * Adds updates to parameters. The results keep the dtypes of the parameters; where there is no update (null), a
 * parameter stays.
 *
 * @param params - A tree of parameters.
 * @param updates - Updates, built like them, as an optimiser gives them.
 * @returns The new parameters; nothing is changed in place.
 * @throws TypeError or RangeError where the trees or shapes do not fit.
 * @see https://optax.readthedocs.io/en/latest/api/apply_updates.html
 * @example
 * optax.applyUpdates({ w: jnp.array([1, 2]) }, { w: jnp.array([0.5, -1]) }).w.tolist(); // [1.5, 1]
 */
export function applyUpdates<P>(params: P, updates: unknown): P {
  const [leaves, structure] = flatten(params);
  const changes = leavesLike("applyUpdates", updates, structure);
  const present = changes.map((change) => change !== null && change !== undefined);
  const [own, theirs] = [leaves, changes].map((all) => all.filter((_, i) => present[i]));
  const moved = overTrees(
    "applyUpdates",
    (p, u) => convertType(add(p, u), p.dtype),
    own,
    theirs,
  ) as ndarray[];
  let at = 0;
  return unflatten(
    structure,
    leaves.map((leaf, i) => (present[i] ? moved[at++] : leaf)),
  ) as P;
}

/**
 * Moves parameters part of the way towards others: stepSize · new + (1 − stepSize) · old.
 *
 * @param newTensors - Where to go: a tree of arrays.
 * @param oldTensors - Where to start, built like it.
 * @param stepSize - Which part of the way.
 * @see https://optax.readthedocs.io/en/latest/api/apply_updates.html
 * @example
 * optax.incrementalUpdate([jnp.array([1])], [jnp.array([0])], 0.25)[0].item(); // 0.25
 */
export function incrementalUpdate<P>(newTensors: P, oldTensors: unknown, stepSize: number | ndarray): P {
  return overTrees(
    "incrementalUpdate",
    (a, b) => add(multiply(stepSize, a), multiply(subtract(1, stepSize), b)),
    newTensors,
    oldTensors,
  ) as P;
}

/**
 * Replaces parameters every so many steps, and keeps them in between.
 *
 * @param newTensors - What to take: a tree of arrays.
 * @param oldTensors - What to keep, built like it.
 * @param steps - The number of the step.
 * @param updatePeriod - How many steps lie between two replacements.
 * @see https://optax.readthedocs.io/en/latest/api/apply_updates.html
 * @example
 * optax.periodicUpdate([jnp.array([1])], [jnp.array([0])], 3, 2)[0].item(); // 0
 */
export function periodicUpdate<P>(
  newTensors: P,
  oldTensors: unknown,
  steps: number | ndarray,
  updatePeriod: number,
): P {
  const isTime = equal(remainder(toArray("periodicUpdate", steps), updatePeriod), 0);
  return overTrees("periodicUpdate", (a, b) => where(isTime, a, b), newTensors, oldTensors) as P;
}
