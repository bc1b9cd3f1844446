import type { ndarray } from "../array/ndarray";
import type { Mask } from "./combining";
import type { Rate, Schedule } from "./transformation";

/** How a rate is given by name: `optax.adam({ learningRate: 1e-3 })`. */
export interface LearningRate {
  /** The size of steps: a number, or a function of the number of the step. */
  learningRate?: Rate;
}

/** Options of the optimisers whose parameters shrink. */
export interface DecayOptions {
  /** Which share of the parameters is taken off: a number, or a schedule. */
  weightDecay?: number | ndarray | Schedule;
  /** Which parameters shrink, as for `optax.masked`. Default: all. */
  mask?: Mask;
}

export const decay = { weightDecay: 1e-4 as NonNullable<DecayOptions["weightDecay"]>, mask: null as Mask };
