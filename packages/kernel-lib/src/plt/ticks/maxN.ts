import { floorDivide, nonsingular, powerOfTen, type Interval } from "../model/scale";

/** Options of {@link maxNTicks}. */
export interface MaxNOptions {
  /** The most intervals between ticks. */
  bins: number;
  /** Multiples of a power of ten that a step may be, from 1 to 10. Default: 1, 2, 2.5, 5, 10. */
  steps?: readonly number[];
  /** The fewest ticks inside the view. Default: 2. */
  minimum?: number;
  /** Whether ticks stay on whole numbers. Default: false. */
  integer?: boolean;
}

const niceSteps = [1, 2, 2.5, 5, 10];

/**
 * Places ticks at multiples of a nice step, at most `bins` intervals: matplotlib's MaxNLocator.
 *
 * The first and the last tick may lie just outside the view.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.MaxNLocator
 */
export function maxNTicks(view: Interval, options: MaxNOptions): number[] {
  const { bins, steps = niceSteps, minimum = 2, integer = false } = options;
  const ends = nonsingular([Math.min(...view), Math.max(...view)], 1e-13, 1e-14);
  const span = ends[1] - ends[0];
  const middle = (ends[0] + ends[1]) / 2;
  const offset =
    Math.abs(middle) / span < 100
      ? 0
      : Math.sign(middle) * powerOfTen(Math.floor(Math.log10(Math.abs(middle))));
  const scale = powerOfTen(Math.floor(Math.log10(span / bins)));
  const low = ends[0] - offset;
  const high = ends[1] - offset;
  const staircase = [...steps.slice(0, -1).map((step) => 0.1 * step), ...steps, 10 * steps[1]]
    .map((step) => step * scale)
    .filter((step) => !integer || step < 1 || Math.abs(step - Math.round(step)) < 0.001);
  const rawStep = (high - low) / bins;
  const first = staircase.findIndex((step) => step >= rawStep);
  let ticks: number[] = [];
  for (let i = first < 0 ? staircase.length - 1 : first; i >= 0; i--) {
    const whole = integer && Math.floor(high) - Math.ceil(low) >= minimum - 1;
    const step = whole ? Math.max(1, staircase[i]) : staircase[i];
    const start = floorDivide(low, step)[0] * step;
    const from = lastEdge(low - start, step, offset);
    const to = firstEdge(high - start, step, offset);
    ticks = Array.from({ length: to - from + 1 }, (_, k) => (from + k) * step + start);
    if (ticks.filter((tick) => tick >= low && tick <= high).length >= minimum) break;
  }
  return ticks.map((tick) => tick + offset);
}

/** Tolerance in steps, larger where a large offset has cost digits. */
const slack = (step: number, offset: number) =>
  offset === 0 ? 1e-10 : Math.min(0.4999, Math.max(1e-10, 10 ** (Math.log10(Math.abs(offset) / step) - 12)));

/** The largest number of steps that is at most `x`. */
function lastEdge(x: number, step: number, offset: number): number {
  const [quotient, remainder] = floorDivide(x, step);
  return Math.abs(remainder / step - 1) < slack(step, offset) ? quotient + 1 : quotient;
}

/** The smallest number of steps that is at least `x`. */
function firstEdge(x: number, step: number, offset: number): number {
  const [quotient, remainder] = floorDivide(x, step);
  return Math.abs(remainder / step) < slack(step, offset) ? quotient : quotient + 1;
}
