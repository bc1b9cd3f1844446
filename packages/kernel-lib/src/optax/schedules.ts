import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed, readOptions, type Spelled } from "../array/options";
import { where } from "../np/where";
import {
  add,
  cos,
  divide,
  floor,
  greaterEqual,
  less,
  lessEqual,
  logicalAnd,
  maximum,
  minimum,
  multiply,
  power,
  subtract,
} from "../np/ufuncs";
import { convertType } from "../ops/map";
import type { Schedule } from "./transformation";

/** The number of a step as a number to reckon with. */
const steps = (count: ndarray | number): ndarray => convertType(toArray("schedule", count), "float32");

function positive(name: string, what: string, value: unknown): number {
  if (typeof value === "number" && value > 0) return value;
  throw new RangeError(`${name}: expected ${what} to be a number above 0, got ${describe(value)}`);
}

/** Reads arguments that are given in their places, or by name in one object. */
function read<T extends object>(name: string, args: Partial<T> | object, defaults: T): T {
  return readNamed(name, args as Record<string, unknown>, undefined, defaults);
}

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
  initValue: number | Spelled<PolynomialScheduleOptions>,
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
  initValue: number | Spelled<Omit<PolynomialScheduleOptions, "power">>,
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
 * @param initValue - The first value.
 * @param boundariesAndScales - The factor at each of these steps: `{ 100: 0.1 }`.
 * @throws RangeError for a negative factor.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.piecewiseConstantSchedule(1, { 2: 0.5, 4: 0.5 })(4).item(); // 0.25
 */
export function piecewiseConstantSchedule(
  initValue: number,
  boundariesAndScales?: Boundaries | null,
): Schedule {
  const pairs = boundariesOf("piecewiseConstantSchedule", boundariesAndScales);
  return (count) => {
    const now = steps(count);
    return pairs.reduce<ndarray>(
      (value, [at, scale]) => where(less(now, at), value, multiply(scale, value)),
      toArray("piecewiseConstantSchedule", initValue),
    );
  };
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
    | Spelled<{ initValue: number; transitionSteps: number; decayRate: number } & ExponentialDecayOptions>,
  transitionSteps?: number,
  decayRate?: number,
  options?: Spelled<ExponentialDecayOptions>,
): Schedule {
  const own = readNamed("exponentialDecay", { initValue, transitionSteps, decayRate }, options, {
    initValue: NaN,
    transitionSteps: 0,
    decayRate: 0,
    transitionBegin: 0,
    staircase: false,
    endValue: null as number | null,
  });
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
  initValue: number | Spelled<{ initValue: number; decaySteps: number } & CosineDecayOptions>,
  decaySteps?: number,
  options?: Spelled<CosineDecayOptions>,
): Schedule {
  const own = readNamed("cosineDecaySchedule", { initValue, decaySteps }, options, {
    initValue: NaN,
    decaySteps: 0,
    alpha: 0,
    exponent: 1,
  });
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
 * @param schedules - The schedules.
 * @param boundaries - The steps at which the second, third, … begins.
 * @throws RangeError unless there is one boundary fewer than schedules.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.joinSchedules([optax.constantSchedule(1), optax.linearSchedule(0, 1, 2)], [10])(11).item(); // 0.5
 */
export function joinSchedules(schedules: readonly Schedule[], boundaries: readonly number[]): Schedule {
  if (schedules.length !== boundaries.length + 1) {
    throw new RangeError(
      `joinSchedules: expected one boundary fewer than ${schedules.length} schedules, got ${boundaries.length}`,
    );
  }
  return (count) =>
    schedules
      .slice(1)
      .reduce<ndarray>(
        (value, schedule, i) =>
          where(less(steps(count), boundaries[i]), value, schedule(subtract(steps(count), boundaries[i]))),
        schedules[0](count),
      );
}

/**
 * Makes a schedule that rises in a straight line and then stays.
 *
 * @param initValue - The first value; or all of this by name.
 * @param peakValue - The value that stays.
 * @param warmupSteps - How many steps the rise takes.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * optax.warmupConstantSchedule(0, 1, 4)(2).item(); // 0.5
 */
export function warmupConstantSchedule(
  initValue: number | Spelled<{ initValue: number; peakValue: number; warmupSteps: number }>,
  peakValue?: number,
  warmupSteps?: number,
): Schedule {
  const own = read(
    "warmupConstantSchedule",
    { initValue, peakValue, warmupSteps },
    { initValue: NaN, peakValue: NaN, warmupSteps: 0 },
  );
  return linearSchedule(own.initValue, own.peakValue, own.warmupSteps);
}

/** Options of {@link warmupCosineDecaySchedule}. */
export interface WarmupCosineOptions {
  /** The first value. */
  initValue: number;
  /** The value after the rise. */
  peakValue: number;
  /** How many steps the rise takes. */
  warmupSteps: number;
  /** How many steps rise and fall take together. */
  decaySteps: number;
  /** The last value. Default: 0. */
  endValue?: number;
  /** The exponent of the cosine. Default: 1. */
  exponent?: number;
}

/**
 * Makes a schedule that rises in a straight line and then falls along half a cosine.
 *
 * @param initValue - The first value; or all of this by name.
 * @param peakValue - The value after the rise.
 * @param warmupSteps - How many steps the rise takes.
 * @param decaySteps - How many steps rise and fall take together.
 * @param options - The last value (`endValue`, default: 0), the exponent of the cosine (`exponent`, 1).
 * @see https://arxiv.org/abs/1608.03983
 * @example
 * optax.warmupCosineDecaySchedule(0, 1, 2, 12)(1).item(); // 0.5
 */
export function warmupCosineDecaySchedule(
  initValue: number | Spelled<WarmupCosineOptions>,
  peakValue?: number,
  warmupSteps?: number,
  decaySteps?: number,
  options?: Pick<WarmupCosineOptions, "endValue" | "exponent">,
): Schedule {
  const own = readNamed(
    "warmupCosineDecaySchedule",
    { initValue, peakValue, warmupSteps, decaySteps },
    options,
    { initValue: NaN, peakValue: NaN, warmupSteps: 0, decaySteps: 0, endValue: 0, exponent: 1 },
  );
  const alpha = own.peakValue === 0 ? 0 : own.endValue / own.peakValue;
  return joinSchedules(
    [
      linearSchedule(own.initValue, own.peakValue, own.warmupSteps),
      cosineDecaySchedule(own.peakValue, own.decaySteps - own.warmupSteps, { alpha, exponent: own.exponent }),
    ],
    [own.warmupSteps],
  );
}

/** Options of {@link warmupExponentialDecaySchedule}. */
export interface WarmupExponentialOptions extends ExponentialDecayOptions {
  /** The first value. */
  initValue: number;
  /** The value after the rise. */
  peakValue: number;
  /** How many steps the rise takes. */
  warmupSteps: number;
  /** After how many steps of the fall the rate is reached. */
  transitionSteps: number;
  /** The rate. */
  decayRate: number;
}

/**
 * Makes a schedule that rises in a straight line and then falls exponentially.
 *
 * @param options - See {@link WarmupExponentialOptions}.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * const options = { initValue: 0, peakValue: 1, warmupSteps: 2, transitionSteps: 1, decayRate: 0.5 };
 * optax.warmupExponentialDecaySchedule(options)(3).item(); // 0.5
 */
export function warmupExponentialDecaySchedule(options: Spelled<WarmupExponentialOptions>): Schedule {
  const { initValue, peakValue, warmupSteps, ...decay } = readOptions(
    "warmupExponentialDecaySchedule",
    options,
    {
      initValue: NaN,
      peakValue: NaN,
      warmupSteps: 0,
      transitionSteps: 0,
      decayRate: 0,
      transitionBegin: 0,
      staircase: false,
      endValue: null as number | null,
    },
  );
  return joinSchedules(
    [linearSchedule(initValue, peakValue, warmupSteps), exponentialDecay({ initValue: peakValue, ...decay })],
    [warmupSteps],
  );
}

/**
 * Makes a schedule of several rises and falls, one after the other.
 *
 * @param cosineKwargs - For each what {@link warmupCosineDecaySchedule} takes.
 * @see https://arxiv.org/abs/1608.03983
 * @example
 * const once = { initValue: 0, peakValue: 1, warmupSteps: 2, decaySteps: 4 };
 * optax.sgdrSchedule([once, once])(6).item(); // 1
 */
export function sgdrSchedule(cosineKwargs: readonly Spelled<WarmupCosineOptions>[]): Schedule {
  const ends: number[] = [];
  for (const { decaySteps, decay_steps } of cosineKwargs) {
    ends.push((ends.at(-1) ?? 0) + positive("sgdrSchedule", "decaySteps", decaySteps ?? decay_steps));
  }
  return joinSchedules(
    cosineKwargs.map((one) => warmupCosineDecaySchedule(one)),
    ends.slice(0, -1),
  );
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
