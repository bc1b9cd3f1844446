import { checkInteger } from "../../array/checks";
import type { ndarray } from "../../array/ndarray";
import { describe, readOptions, type Spelled } from "../../array/options";
import {
  add,
  divide,
  equal,
  greater,
  less,
  logicalAnd,
  logicalNot,
  maximum,
  multiply,
  subtract,
} from "../../np/ufuncs";
import { where as choose } from "../../np/where";
import { scalar } from "../../ops/map";
import { scale, where } from "../trees";
import { nextStep, noSteps, told, transformation, type GradientTransformation } from "../transformation";

/** Options of {@link reduceOnPlateau}. */
export interface PlateauOptions {
  /** By what updates are multiplied each time. Default: 0.1. */
  factor?: number;
  /** After how many values that are no better. Default: 10. */
  patience?: number;
  /** How much better a value must be, relative to the best. Default: 1e-4. */
  rtol?: number;
  /** How much better besides. Default: 0. */
  atol?: number;
  /** For how many values afterwards nothing is counted. Default: 0. */
  cooldown?: number;
  /** How many losses are averaged to one value. Default: 1. */
  accumulationSize?: number;
  /** The least factor. Default: 0. */
  minScale?: number;
}

const usual: Required<PlateauOptions> = {
  factor: 0.1,
  patience: 10,
  rtol: 1e-4,
  atol: 0,
  cooldown: 0,
  accumulationSize: 1,
  minScale: 0,
};

/** The state of {@link reduceOnPlateau}. */
interface PlateauState {
  readonly scale: ndarray;
  readonly bestValue: ndarray;
  readonly plateauCount: ndarray;
  readonly cooldownCount: ndarray;
  readonly count: ndarray;
  readonly avgValue: ndarray;
}

/**
 * Makes updates smaller when the loss has become no better for some time. `update` is to be told the loss:
 * `tx.update(grads, state, params, { value: loss })`.
 *
 * @param options - See {@link PlateauOptions}.
 * @throws RangeError for a factor that is not between 0 and 1, and for tolerances that are none; `update`: TypeError
 * without `{ value }`.
 * @see https://optax.readthedocs.io/en/latest/api/contrib.html
 * @example
 * const tx = optax.contrib.reduceOnPlateau({ patience: 1, factor: 0.5 });
 * const g = [jnp.array([1])];
 * let state = tx.init(g);
 * for (const value of [2, 2]) [, state] = tx.update(g, state, g, { value });
 * state.scale.item(); // 0.5
 */
export function reduceOnPlateau(options?: Spelled<PlateauOptions>): GradientTransformation {
  const name = "reduceOnPlateau";
  const own = readOptions<Required<PlateauOptions>>(name, options, usual);
  const { factor, rtol, atol, minScale } = own;
  if (!(factor > 0 && factor < 1)) {
    throw new RangeError(`${name}: expected factor to lie between 0 and 1, got ${describe(factor)}`);
  }
  if (!(rtol >= 0 && rtol <= 1 && atol >= 0 && rtol + atol > 0)) {
    throw new RangeError(
      `${name}: expected rtol from 0 to 1 and atol of at least 0, not both 0, got ${rtol} and ${atol}`,
    );
  }
  const [patience, cooldown, size] = (["patience", "cooldown", "accumulationSize"] as const).map((key) =>
    scalar(checkInteger(name, key, own[key], 0), "int32"),
  );
  const judged = (state: PlateauState): PlateauState => {
    const { avgValue, bestValue, cooldownCount } = state;
    const isBetter = less(avgValue, subtract(multiply(1 - rtol, bestValue), atol));
    const counted = choose(isBetter, noSteps(), nextStep(state.plateauCount));
    const isCooling = greater(cooldownCount, 0);
    const isDue = logicalAnd(equal(counted, patience), logicalNot(isCooling));
    const lowered = maximum(choose(isDue, multiply(state.scale, factor), state.scale), minScale);
    const waiting = choose(isDue, cooldown, noSteps());
    return {
      scale: choose(isCooling, state.scale, lowered),
      bestValue: choose(isBetter, avgValue, bestValue),
      plateauCount: choose(isCooling, noSteps(), choose(isDue, noSteps(), counted)),
      cooldownCount: choose(isCooling, subtract(cooldownCount, scalar(1, "int32")), waiting),
      count: noSteps(),
      avgValue: scalar(0, "float32"),
    };
  };
  return transformation(
    name,
    (): PlateauState => ({
      scale: scalar(1, "float32"),
      bestValue: scalar(Infinity, "float32"),
      plateauCount: noSteps(),
      cooldownCount: noSteps(),
      count: noSteps(),
      avgValue: scalar(0, "float32"),
    }),
    (updates, state: PlateauState, _, extra) => {
      const count = nextStep(state.count);
      const sum = add(multiply(state.count, state.avgValue), told(name, extra, "value"));
      const next = { ...state, count, avgValue: divide(sum, count) };
      const isFull = equal(count, size);
      const settled = where(isFull, judged(next), next) as PlateauState;
      return [scale(settled.scale, updates), settled];
    },
  );
}
