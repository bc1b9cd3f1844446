import { readOptions, type ByName, type Spelled } from "../array/options";
import { positive, read } from "./scheduleArguments";
import {
  linearSchedule,
  type ExponentialDecayOptions,
  exponentialDecay,
  cosineDecaySchedule,
  joinSchedules,
} from "./schedules";
import type { Schedule } from "./transformation";

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
  initValue: number | ByName<{ initValue: number; peakValue: number; warmupSteps: number }>,
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
  initValue: number | ByName<WarmupCosineOptions>,
  peakValue?: number,
  warmupSteps?: number,
  decaySteps?: number,
  options?: Pick<WarmupCosineOptions, "endValue" | "exponent">,
): Schedule {
  const own = read(
    "warmupCosineDecaySchedule",
    { initValue, peakValue, warmupSteps, decaySteps },
    { initValue: NaN, peakValue: NaN, warmupSteps: 0, decaySteps: 0, endValue: 0, exponent: 1 },
    options,
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
