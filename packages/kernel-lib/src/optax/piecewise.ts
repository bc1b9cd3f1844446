import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions, type ByName, type Spelled } from "../array/options";
import { add, cos, divide, greaterEqual, less, logicalAnd, multiply, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { steps, positive, read } from "./scheduleArguments";
import type { Schedule } from "./transformation";

/** The arguments of {@link piecewiseConstantSchedule}, by name. */
export interface PiecewiseArguments {
  /** The first value. */
  initValue: number;
  /** The factor at each of these steps. */
  boundariesAndScales?: Boundaries | null;
}

const piecewiseDefaults: Required<PiecewiseArguments> = { initValue: NaN, boundariesAndScales: null };

/** Steps at which a value is multiplied, by their number. */
export type Boundaries = Readonly<Record<number, number>>;

function boundariesOf(name: string, given: unknown): [at: number, scale: number][] {
  const pairs = Object.entries((given ?? {}) as Boundaries).map(([at, by]): [number, number] => [
    Number(at),
    by,
  ]);
  for (const [at, by] of pairs) {
    if (!Number.isInteger(at) || typeof by !== "number" || by < 0) {
      throw new RangeError(`${name}: expected steps and factors of at least 0, got ${at}: ${describe(by)}`);
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

/**
 * Makes a schedule that multiplies a value at certain steps.
 *
 * @param initValue - The first value; or all arguments by name.
 * @param boundariesAndScales - The factor at each of these steps: `{ 100: 0.1 }`.
 * @throws RangeError for a negative factor.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.piecewiseConstantSchedule(1, { 2: 0.5, 4: 0.5 })(4).item(); // 0.25
 */
export function piecewiseConstantSchedule(
  initValue: number | ByName<PiecewiseArguments>,
  boundariesAndScales?: Boundaries | null,
): Schedule {
  const name = "piecewiseConstantSchedule";
  const own = isPlainObject(initValue)
    ? read(name, { initValue }, piecewiseDefaults)
    : { initValue, boundariesAndScales };
  const pairs = boundariesOf(name, own.boundariesAndScales);
  return (count) => {
    const now = steps(count);
    return pairs.reduce<ndarray>(
      (value, [at, scale]) => where(less(now, at), value, multiply(scale, value)),
      toArray(name, own.initValue),
    );
  };
}

/** How to get from one value to the next. */
export type Interpolation = "linear" | "cosine";

/**
 * Makes a schedule that goes smoothly from one value to the next at certain steps.
 *
 * @param interpolateType - `"linear"` or `"cosine"`.
 * @param initValue - The first value.
 * @param boundariesAndScales - The factor at each of these steps.
 * @throws TypeError for another way.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.piecewiseInterpolateSchedule("linear", 1, { 4: 3 })(2).item(); // 2
 */
export function piecewiseInterpolateSchedule(
  interpolateType: Interpolation,
  initValue: number,
  boundariesAndScales?: Boundaries | null,
): Schedule {
  if (interpolateType !== "linear" && interpolateType !== "cosine") {
    const got = describe(interpolateType);
    throw new TypeError(`piecewiseInterpolateSchedule: expected "linear" or "cosine", got ${got}`);
  }
  const pairs = boundariesOf("piecewiseInterpolateSchedule", boundariesAndScales);
  const bounds = [0, ...pairs.map(([at]) => at)];
  const values = [initValue];
  for (const [, scale] of pairs) values.push(values[values.length - 1] * scale);
  return (count) => {
    const now = steps(count);
    let value: ndarray = toArray("piecewiseInterpolateSchedule", values[values.length - 1]);
    for (let i = pairs.length - 1; i >= 0; i--) {
      const part = divide(subtract(now, bounds[i]), Math.max(1, bounds[i + 1] - bounds[i]));
      const between =
        interpolateType === "linear"
          ? add(multiply(values[i + 1] - values[i], part), values[i])
          : add(
              values[i + 1],
              multiply((values[i] - values[i + 1]) / 2, add(cos(multiply(Math.PI, part)), 1)),
            );
      const isHere = logicalAnd(greaterEqual(now, bounds[i]), less(now, bounds[i + 1]));
      value = where(isHere, between, value);
    }
    return value;
  };
}

/** Options of the schedules of one cycle. */
export interface OnecycleOptions {
  /** Which share of the steps the rise takes. Default: 0.3. */
  pctStart?: number;
  /** Up to which share of the steps the fall to the first value takes (linear alone). Default: 0.85. */
  pctFinal?: number;
  /** By how much the first value is below the peak. Default: 25. */
  divFactor?: number;
  /** By how much the last value is below the first. Default: 1e4. */
  finalDivFactor?: number;
}

const onecycleDefaults: Required<OnecycleOptions> = {
  pctStart: 0.3,
  pctFinal: 0.85,
  divFactor: 25,
  finalDivFactor: 1e4,
};

/**
 * Makes a schedule of one cycle of straight lines: up, down to the first value, and down to nearly nothing.
 *
 * @param transitionSteps - How many steps it takes.
 * @param peakValue - The largest value.
 * @param options - See {@link OnecycleOptions}.
 * @see https://arxiv.org/abs/1708.07120
 * @example
 * optax.linearOnecycleSchedule(10, 1)(3).item(); // 1
 */
export function linearOnecycleSchedule(
  transitionSteps: number,
  peakValue: number,
  options?: Spelled<OnecycleOptions>,
): Schedule {
  const own = readOptions("linearOnecycleSchedule", options, onecycleDefaults) as Required<OnecycleOptions>;
  const all = positive("linearOnecycleSchedule", "transitionSteps", transitionSteps);
  return piecewiseInterpolateSchedule("linear", peakValue / own.divFactor, {
    [Math.trunc(own.pctStart * all)]: own.divFactor,
    [Math.trunc(own.pctFinal * all)]: 1 / own.divFactor,
    [all]: 1 / own.finalDivFactor,
  });
}

/**
 * Makes a schedule of one cycle along cosines: up, and down to nearly nothing.
 *
 * @param transitionSteps - How many steps it takes.
 * @param peakValue - The largest value.
 * @param options - See {@link OnecycleOptions}.
 * @see https://arxiv.org/abs/1708.07120
 * @example
 * optax.cosineOnecycleSchedule(10, 1)(3).item(); // 1
 */
export function cosineOnecycleSchedule(
  transitionSteps: number,
  peakValue: number,
  options?: Spelled<Omit<OnecycleOptions, "pctFinal">>,
): Schedule {
  const { pctStart, divFactor, finalDivFactor } = readOptions("cosineOnecycleSchedule", options, {
    pctStart: 0.3,
    divFactor: 25,
    finalDivFactor: 1e4,
  });
  const all = positive("cosineOnecycleSchedule", "transitionSteps", transitionSteps);
  return piecewiseInterpolateSchedule("cosine", peakValue / divFactor, {
    [Math.trunc(pctStart * all)]: divFactor,
    [all]: 1 / (divFactor * finalDivFactor),
  });
}
