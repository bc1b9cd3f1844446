/** The scales that axes may have. */
export type ScaleName = "linear" | "log" | "symlog" | "logit" | "function";

/** How data map to the length of an axis. */
export interface Scale {
  readonly name: ScaleName;
  /** Data to the space in which distances on the axis are equal. */
  forward(value: number): number;
  inverse(value: number): number;
  /** Whether a value has a place on it. */
  holds(value: number): boolean;
  /**
   * Makes an interval of what may be none: no data, a single value, or nothing that the scale has.
   *
   * @param positive - The least of the data above zero.
   */
  widened(ends: Interval, positive: number): Interval;
  /** Ends that it can show in place of those that it cannot. */
  possible(ends: Interval, positive: number): Interval;
  /**
   * Its formulas in Vega's expression language, or none where there are no such, of a scale that Vega does not have: what
   * is written into specs is mapped by `forward` then, and Vega's scale is linear.
   */
  readonly warp?: Warp | "unwritten";
}

/** A scale's formulas in Vega's expression language. */
export interface Warp {
  forward(value: string): string;
  inverse(value: string): string;
}

/** A closed interval; the first end may be the larger one where an axis is inverted. */
export type Interval = readonly [number, number];

/** A power of ten without the rounding of `10 ** n`. */
export const powerOfTen = (exponent: number): number => Number(`1e${exponent}`);

/** Quotient rounded down and remainder of the divisor's sign, as Python has them. */
export function floorDivide(a: number, b: number): [quotient: number, remainder: number] {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) {
    remainder += b;
    quotient -= 1;
  }
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
}

/** Whether a number is whole but for rounding. */
export const isWhole = (x: number): boolean => Math.abs(x - Math.round(x)) <= 1e-9 * Math.max(Math.abs(x), 1);

/** Limits beyond these, or what lies far beyond such limits, have distances that are no numbers any more. */
const largestLimit = 1e290;

/** Keeps an interval within what has a distance; ends that are infinite stay so. */
export const measurable = ([from, to]: Interval): Interval => {
  const nearer = (end: number) =>
    Number.isFinite(end) ? Math.max(-largestLimit, Math.min(largestLimit, end)) : end;
  return [nearer(from), nearer(to)];
};

/** Widens an interval that is empty, or too narrow for floating point; keeps the order of its ends. */
export function nonsingular(ends: Interval, expander: number, tiny: number): Interval {
  const swapped = ends[1] < ends[0];
  let [low, high] = swapped ? [ends[1], ends[0]] : ends;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [-expander, expander];
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest < (1e6 / tiny) * 2.2250738585072014e-308) {
    low = -expander;
    high = expander;
  } else if (high - low <= largest * tiny) {
    if (high === 0 && low === 0) {
      low = -expander;
      high = expander;
    } else {
      low -= expander * Math.abs(low);
      high += expander * Math.abs(high);
    }
  }
  return swapped ? [high, low] : [low, high];
}
