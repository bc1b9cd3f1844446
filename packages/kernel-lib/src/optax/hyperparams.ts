import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import {
  nextStep,
  noSteps,
  transformation,
  type GradientTransformation,
  type OptState,
  type Schedule,
} from "./transformation";

/**
 * Makes an optimiser whose numbers stand in its state, where they can be read and changed: a learning rate that a
 * training loop sets, for example. Schedules are evaluated there at every step.
 *
 * @param innerFactory - A function that makes the optimiser of options: `optax.adam`.
 * @returns A function of the same options, all by name.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * const tx = optax.injectHyperparams(optax.sgd)({ learningRate: 0.5 });
 * tx.init([jnp.array([0])]).hyperparams.learningRate.item(); // 0.5
 */
export function injectHyperparams<O extends object>(
  innerFactory: (options: O) => GradientTransformation,
): (options: O) => GradientTransformation & { init(params: unknown): HyperparamsState } {
  const name = "injectHyperparams";
  if (typeof innerFactory !== "function") {
    throw new TypeError(
      `${name}: expected a function that makes an optimiser, got ${describe(innerFactory)}`,
    );
  }
  return (options) => {
    if (!isPlainObject(options)) {
      throw new TypeError(`${name}: expected options by name, got ${describe(options)}`);
    }
    const entries = Object.entries(options as Record<string, unknown>);
    const schedules = entries.filter(([, value]) => typeof value === "function") as [string, Schedule][];
    const numbers = entries.filter(([, value]) => typeof value === "number" || isArray(value));
    const others = entries.filter(
      ([, value]) => !(typeof value === "function" || typeof value === "number" || isArray(value)),
    );
    const make = (hyperparams: Record<string, ndarray>): GradientTransformation =>
      innerFactory({ ...Object.fromEntries(others), ...hyperparams } as O);
    const scheduled = (count: ndarray): Record<string, ndarray> =>
      Object.fromEntries(schedules.map(([key, schedule]) => [key, schedule(count)]));
    return transformation(
      name,
      (params): HyperparamsState => {
        const count = noSteps();
        const fixed = Object.fromEntries(numbers.map(([key, value]) => [key, toArray(name, value)]));
        const hyperparams = { ...fixed, ...scheduled(count) };
        return { count, hyperparams, innerState: make(hyperparams).init(params) };
      },
      (updates, state: HyperparamsState, params, extra) => {
        const hyperparams = { ...state.hyperparams, ...scheduled(state.count) };
        const [changed, innerState] = make(hyperparams).update(updates, state.innerState, params, extra);
        return [changed, { count: nextStep(state.count), hyperparams, innerState }];
      },
    ) as never;
  };
}

const isArray = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Array.isArray((value as { shape?: unknown }).shape);

/** The state of {@link injectHyperparams}. */
export interface HyperparamsState {
  readonly count: ndarray;
  /** The numbers, which may be replaced between steps. */
  hyperparams: Record<string, ndarray>;
  readonly innerState: OptState;
}
