import type { Anything } from "../array/anything";
import { toArray } from "../array/coerce";
import { argumentsByName } from "../array/argumentsByName";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { cond } from "../lax/cond";
import { isfinite, isnan, maximum } from "../np/ufuncs";
import { where } from "../np/where";
import { valueAndGrad } from "../transform/grad";
import { get } from "./trees";
import { told, type UpdateExtra } from "./transformation";

/** What a search along a line is told: the loss and its gradient where it starts, and the function that gives the loss. */
export interface Objective {
  readonly value: ndarray;
  readonly grad: unknown;
  /** The loss of parameters. */
  readonly valueAt: (params: unknown) => ndarray;
  /** The loss of parameters, and its gradient. */
  readonly valueAndGradAt: (params: unknown) => [value: ndarray, grad: unknown];
}

const ownNames = new Set(["value", "grad", "valueFn", "gradFn", "objFn"]);

/** Reads what `update` was told of the loss. */
export function readObjective(name: string, extra: UpdateExtra): Objective {
  const f = told(name, extra, "valueFn");
  if (typeof f !== "function") {
    throw new TypeError(`${name}: expected valueFn to be a function of the parameters, got ${describe(f)}`);
  }
  const others = Object.fromEntries(Object.entries(extra).filter(([key]) => !ownNames.has(key)));
  const valueAt = (params: unknown): ndarray =>
    toArray(name, f(...(argumentsByName(name, f, [params], others) as [unknown])));
  return {
    value: toArray(name, told(name, extra, "value")),
    grad: told(name, extra, "grad"),
    valueAt,
    valueAndGradAt: (params) => valueAndGrad(valueAt as never)(params as never) as [ndarray, unknown],
  };
}

/** By how much something fails: 0 where it does not, infinite where it is not a number. */
export const errorOf = (failure: ndarray): ndarray => where(isnan(failure), Infinity, maximum(failure, 0));

/**
 * Makes of a loss a function that gives its value and its gradient, taken from the state of an optimiser where that has
 * them from a search along a line: they need not be computed again.
 *
 * @param valueFn - The loss: a function of the parameters, and of other arguments.
 * @returns A function of the parameters, the other arguments, and, last, `{ state }`.
 * @throws TypeError where there is no state, or none with a value and a gradient.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * const loss = (w: np.ndarray) => jnp.sum(jnp.square(w));
 * const tx = optax.lbfgs();
 * const w = jnp.array([3, 4]);
 * const [value, grad] = optax.valueAndGradFromState(loss)(w, { state: tx.init(w) });
 * [value.item(), grad.tolist()]; // [25, [6, 8]]
 */
export function valueAndGradFromState<P>(
  valueFn: (params: P, ...args: Anything[]) => ndarray,
): (params: P, ...args: Anything[]) => [value: ndarray, grad: P] {
  const name = "valueAndGradFromState";
  if (typeof valueFn !== "function") {
    throw new TypeError(`${name}: expected a function of the parameters, got ${describe(valueFn)}`);
  }
  return (params, ...args) => {
    const { state, ...others } = (args[args.length - 1] ?? {}) as { state?: unknown };
    if (state === undefined) {
      throw new TypeError(`${name}: expected { state } as last argument, the state of an optimiser`);
    }
    const [value, grad] = [get(state, "value"), get(state, "grad")];
    if (value === null || grad === null) {
      throw new TypeError(`${name}: expected a state with the value and the gradient of the loss`);
    }
    const rest = argumentsByName(name, valueFn, [params, ...args.slice(0, -1)], others).slice(1);
    const anew = (own: P): unknown => valueAndGrad(valueFn as never)(own as never, ...(rest as never[]));
    const kept = (): unknown => [value, grad];
    return cond(isfinite(value), kept as never, anew as never, params as never) as unknown as [ndarray, P];
  };
}
