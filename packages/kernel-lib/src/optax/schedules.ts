import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, type ByName, type Spelled } from "../array/options";
import {
  add,
  cos,
  divide,
  floor,
  less,
  lessEqual,
  maximum,
  minimum,
  multiply,
  power,
  subtract,
} from "../np/ufuncs";
import { where } from "../np/where";
import { steps, positive, read } from "./scheduleArguments";
import type { Schedule } from "./transformation";

/**
 * Makes a schedule that is always the same.
 *
 * @param value - The value.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.constantSchedule(0.5)(7).item(); // 0.5
 */
export function constantSchedule(value: number | { value: number }): Schedule {
  const { value: own } = read("constantSchedule", { value }, { value: undefined as unknown as number });
  return () => toArray("constantSchedule", own);
}

/** Options of {@link polynomialSchedule}. */
export interface PolynomialScheduleOptions {
  /** The first value. */
  initValue: number;
  /** The last value. */
  endValue: number;
  /** The exponent of what is left of the way. */
  power: number;
  /** How many steps the way takes; where it is 0, the first value stays. */
  transitionSteps: number;
  /** At which step the way begins. Default: 0. */
  transitionBegin?: number;
}

/**
 * Makes a schedule that goes from one value to another along a power: (init − end)(1 − t)ᵖ + end.
 *
 * @param initValue - The first value; or all of this by name.
 * @param endValue - The last value.
 * @param power - The exponent.
 * @param transitionSteps - How many steps the way takes.
 * @param transitionBegin - At which step it begins. Default: 0.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.polynomialSchedule(1, 0, 2, 10)(5).item(); // 0.25
 */
export function polynomialSchedule(
  initValue: number | ByName<PolynomialScheduleOptions>,
  endValue?: number,
  power_?: number,
  transitionSteps?: number,
  transitionBegin?: number,
): Schedule {
  const own = read<Required<PolynomialScheduleOptions>>(
    "polynomialSchedule",
    { initValue, endValue, power: power_, transitionSteps, transitionBegin },
    { initValue: NaN, endValue: NaN, power: 1, transitionSteps: 0, transitionBegin: 0 },
  );
  if (own.transitionSteps <= 0) return constantSchedule(own.initValue);
  const begin = Math.max(0, own.transitionBegin);
  return (count) => {
    const gone = minimum(maximum(subtract(steps(count), begin), 0), own.transitionSteps);
    const left = subtract(1, divide(gone, own.transitionSteps));
    const share = own.power === 1 ? left : power(left, own.power);
    return add(multiply(own.initValue - own.endValue, share), own.endValue);
  };
}

/**
 * Makes a schedule that goes from one value to another in a straight line.
 *
 * @param initValue - The first value; or all of this by name.
 * @param endValue - The last value.
 * @param transitionSteps - How many steps the way takes.
 * @param transitionBegin - At which step it begins. Default: 0.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.linearSchedule(0, 1, 4)(1).item(); // 0.25
 */
export function linearSchedule(
  initValue: number | ByName<Omit<PolynomialScheduleOptions, "power">>,
  endValue?: number,
  transitionSteps?: number,
  transitionBegin?: number,
): Schedule {
  const own = read(
    "linearSchedule",
    { initValue, endValue, transitionSteps, transitionBegin },
    { initValue: NaN, endValue: NaN, transitionSteps: 0, transitionBegin: 0 },
  );
  return polynomialSchedule({ ...own, power: 1 });
}

/** Options of {@link exponentialDecay}. */
export interface ExponentialDecayOptions {
  /** At which step the decay begins. Default: 0. */
  transitionBegin?: number;
  /** Whether to stay until `transitionSteps` more steps are done. Default: false. */
  staircase?: boolean;
  /** The value at which the decay ends. Default: none. */
  endValue?: number | null;
}

/**
 * Makes a schedule that is multiplied by a rate every so many steps: init · rate^(t / steps).
 *
 * @param initValue - The first value; or all of this by name.
 * @param transitionSteps - After how many steps the rate is reached.
 * @param decayRate - The rate.
 * @param options - See {@link ExponentialDecayOptions}.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.exponentialDecay(1, 2, 0.25)(1).item(); // 0.5
 */
export function exponentialDecay(
  initValue:
    | number
    | ByName<{ initValue: number; transitionSteps: number; decayRate: number } & ExponentialDecayOptions>,
  transitionSteps?: number,
  decayRate?: number,
  options?: Spelled<ExponentialDecayOptions>,
): Schedule {
  const own = read(
    "exponentialDecay",
    { initValue, transitionSteps, decayRate },
    {
      initValue: NaN,
      transitionSteps: 0,
      decayRate: 0,
      transitionBegin: 0,
      staircase: false,
      endValue: null as number | null,
    },
    options,
  );
  if (own.transitionSteps <= 0 || own.decayRate === 0) return constantSchedule(own.initValue);
  const begin = Math.max(0, own.transitionBegin);
  const bound = own.decayRate < 1 ? maximum : minimum;
  return (count) => {
    const gone = subtract(steps(count), begin);
    const part = divide(gone, own.transitionSteps);
    const decayed = multiply(own.initValue, power(own.decayRate, own.staircase ? floor(part) : part));
    const value = where(lessEqual(gone, 0), own.initValue, decayed);
    return own.endValue === null ? value : bound(value, own.endValue);
  };
}

/** Options of {@link cosineDecaySchedule}. */
export interface CosineDecayOptions {
  /** The last value, as a share of the first. Default: 0. */
  alpha?: number;
  /** The exponent of the cosine. Default: 1. */
  exponent?: number;
}

/**
 * Makes a schedule that goes down along half a cosine: init ((1 − α)(½(1 + cos πt))ᵉ + α).
 *
 * @param initValue - The first value; or all of this by name.
 * @param decaySteps - How many steps the way takes.
 * @param options - See {@link CosineDecayOptions}.
 * @throws RangeError unless `decaySteps` is above 0.
 * @see https://arxiv.org/abs/1608.03983
 * @example
 * optax.cosineDecaySchedule(1, 10)(0).item(); // 1
 */
export function cosineDecaySchedule(
  initValue: number | ByName<{ initValue: number; decaySteps: number } & CosineDecayOptions>,
  decaySteps?: number,
  options?: Spelled<CosineDecayOptions>,
): Schedule {
  const own = read(
    "cosineDecaySchedule",
    { initValue, decaySteps },
    {
      initValue: NaN,
      decaySteps: 0,
      alpha: 0,
      exponent: 1,
    },
    options,
  );
  const all = positive("cosineDecaySchedule", "decaySteps", own.decaySteps);
  return (count) => {
    const gone = minimum(steps(count), all);
    const wave = multiply(0.5, add(1, cos(divide(multiply(Math.PI, gone), all))));
    const share = own.exponent === 1 ? wave : power(wave, own.exponent);
    return multiply(own.initValue, add(multiply(1 - own.alpha, share), own.alpha));
  };
}

/**
 * Makes a schedule of several, one after the other, each of which begins at its own step 0.
 *
 * @param schedules - The schedules; or both arguments by name.
 * @param boundaries - The steps at which the second, third, … begins.
 * @throws RangeError unless there is one boundary fewer than schedules.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.joinSchedules([optax.constantSchedule(1), optax.linearSchedule(0, 1, 2)], [10])(11).item(); // 0.5
 */
export function joinSchedules(
  schedules: readonly Schedule[] | { schedules: readonly Schedule[]; boundaries: readonly number[] },
  boundaries?: readonly number[],
): Schedule {
  const [all, ends] = isPlainObject(schedules)
    ? [schedules.schedules, schedules.boundaries]
    : [schedules, boundaries ?? []];
  if (all.length !== ends.length + 1) {
    throw new RangeError(
      `joinSchedules: expected one boundary fewer than ${all.length} schedules, got ${ends.length}`,
    );
  }
  return (count) =>
    all
      .slice(1)
      .reduce<ndarray>(
        (value, schedule, i) =>
          where(less(steps(count), ends[i]), value, schedule(subtract(steps(count), ends[i]))),
        all[0](count),
      );
}
