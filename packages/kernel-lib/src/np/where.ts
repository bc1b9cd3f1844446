import { named } from "../array/named";
import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { elementwise } from "./elementwise";
import type { ndarray } from "../array/ndarray";
import { nonzero } from "./searching";

/** Chooses elementwise, or finds what is true. */
interface Where {
  (condition: ArrayLike): ndarray[];
  (condition: ArrayLike, x: ArrayLike, y: ArrayLike): ndarray;
}

const chosen: (...args: ArrayLike[]) => ndarray = elementwise({
  name: "where",
  inputs: ["condition?", "x", "y"],
  expression: e.where,
  computing: "any",
});

/**
 * Chooses elementwise: where the condition holds an element of `x`, elsewhere one of `y`. The derivative is that of
 * what is chosen. With the condition alone it finds the indices where that holds, as `nonzero` does.
 *
 * @param condition - Truth values; of numbers, any but 0.
 * @param x - What is taken where it is true.
 * @param y - What is taken where it is false.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.where.html
 * @example
 * np.where([true, false], [1, 2], 0).tolist(); // [1, 0]
 * np.where([false, true])[0].tolist(); // [1]
 */
export const where = Object.assign(
  named("where", (...args: ArrayLike[]) => (args.length === 1 ? nonzero(args[0]) : chosen(...args))),
  chosen,
) as unknown as Where;
