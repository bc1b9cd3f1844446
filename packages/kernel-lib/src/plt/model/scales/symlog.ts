import { nonsingular, type Scale } from "../scale";

/** Where a scale is linear and where logarithmic. */
export interface SymlogShape {
  readonly base: number;
  /** Up to this distance from zero it is linear. */
  readonly linthresh: number;
  /** How many decades long each half of its linear part is. */
  readonly linscale: number;
  /** Multiples of powers of the base that have small ticks. */
  readonly subs: readonly number[];
}

/** A scale that is logarithmic on both sides of zero, and linear about it. */
export interface SymlogScale extends Scale, SymlogShape {
  readonly name: "symlog";
}

/**
 * Logarithmic on both sides of zero, and linear about it.
 *
 * @see https://matplotlib.org/stable/api/scale_api.html#matplotlib.scale.SymmetricalLogScale
 */
export function symlogScale(shape: SymlogShape): SymlogScale {
  const { base, linthresh, linscale } = shape;
  const slope = linscale / (1 - 1 / base);
  const log = Math.log(base);
  const turn = linthresh * slope;
  return {
    name: "symlog",
    ...shape,
    forward(value) {
      const size = Math.abs(value);
      if (size <= linthresh) return value * slope;
      return Math.sign(value) * linthresh * (slope + Math.log(size / linthresh) / log);
    },
    inverse(value) {
      const size = Math.abs(value);
      if (size <= turn) return value / slope;
      return Math.sign(value) * linthresh * Math.exp((size / linthresh - slope) * log);
    },
    holds: () => true,
    widened: (ends) => nonsingular(ends, 0.05, 1e-15),
    possible: (ends) => ends,
    warp: {
      forward: (x) =>
        `(abs(${x}) <= ${linthresh} ? (${x}) * ${slope} : (${x} < 0 ? -1 : 1) * ${linthresh} * (${slope} + log(abs(${x}) / ${linthresh}) / ${log}))`,
      inverse: (x) =>
        `(abs(${x}) <= ${turn} ? (${x}) / ${slope} : (${x} < 0 ? -1 : 1) * ${linthresh} * exp((abs(${x}) / ${linthresh} - ${slope}) * ${log}))`,
    },
  };
}
