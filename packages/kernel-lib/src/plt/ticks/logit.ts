import { isWhole, powerOfTen, type Interval } from "../model/scale";
import { logitScale } from "../model/scales/logit";
import { superscript } from "../text/superscript";
import { maxNTicks } from "./maxN";

/** The ticks one would have by number: …, 0.01, 0.1, a half, 0.9, 0.99, …; the half is the zeroth. */
const ideal = (k: number) => (k < 0 ? powerOfTen(k) : k > 0 ? 1 - powerOfTen(-k) : 0.5);

/** How many ticks may lie between two ideal ones for some of them to be labelled, and how many these are. */
const fewMinor = 25;
const labelledMinor = 6;

const sequence = (first: number, end: number) => Array.from({ length: end - first }, (_, i) => first + i);

/** Small ticks after an ideal one, at multiples of a power of ten from 0 or from 1. */
function between(k: number): number[] {
  if (k < -1) return sequence(2, 10).map((digit) => digit * powerOfTen(k));
  if (k === -1) return sequence(2, 5).map((digit) => digit / 10);
  if (k === 0) return sequence(6, 9).map((digit) => digit / 10);
  return sequence(2, 10)
    .reverse()
    .map((digit) => 1 - digit * powerOfTen(-k - 1));
}

/**
 * Places ticks at powers of ten from 0 and from 1, and at a half: matplotlib's LogitLocator.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.LogitLocator
 */
export function logitTicks(view: Interval, space: number): { major: number[]; minor: number[] } {
  const [low, high] = logitScale.widened(view, NaN);
  const first = low < 0.5 ? Math.floor(Math.log10(low)) : low < 0.9 ? 0 : -Math.ceil(Math.log10(1 - low));
  const last =
    high <= 0.5 ? Math.ceil(Math.log10(high)) : high <= 0.9 ? 1 : -Math.floor(Math.log10(1 - high));
  const between_ = last - first - 1;
  const bins = Math.max(2, space);
  if (between_ < 2) {
    const major = maxNTicks([low, high], { bins, steps: [1, 2, 5, 10] });
    return { major, minor: [] };
  }
  const all = sequence(first, last + 1);
  const stride = Math.ceil(between_ / bins);
  if (stride > 1) {
    const [major, minor] = [true, false].map((labelled) =>
      all.filter((k) => (k % stride === 0) === labelled).map(ideal),
    );
    return { major, minor };
  }
  return { major: all.map(ideal), minor: all.slice(0, -1).flatMap(between) };
}

const isPower = (x: number) => Math.abs(Math.log10(x) - Math.round(Math.log10(x))) < 1e-7;
const isIdeal = (x: number) => x === 0.5 || isPower(x) || isPower(1 - x);

/** Writes a number by digits that tell it from the one nearest to it, as a multiple of a power of ten or in full. */
function digits(x: number, others: readonly number[], scientific: boolean): string {
  const exponent = scientific ? Math.floor(Math.log10(x)) : 0;
  const least = scientific ? 0 : 1;
  const [, nearest] = others.map((other) => Math.abs(other - x)).sort((a, b) => a - b);
  const exact = nearest === undefined ? least : exponent - Math.log10(nearest);
  const precision = Math.max(least, isWhole(exact) ? Math.round(exact) : Math.ceil(exact));
  const mantissa = (x / powerOfTen(exponent)).toFixed(precision);
  return scientific ? `${mantissa}·10${superscript(exponent)}` : mantissa;
}

/** The minor ticks that have most room: only these are labelled. */
function roomiest(minor: readonly number[]): ReadonlySet<number> {
  if (minor.every(isIdeal) || minor.length >= fewMinor) return new Set();
  if (minor.length < labelledMinor) return new Set(minor);
  const at = minor.map(logitScale.forward);
  const gaps = at.slice(1).map((place, i) => place - at[i]);
  const before = (i: number) => gaps[i - 1] as number | undefined;
  const after = (i: number) => gaps[i] as number | undefined;
  const least = (i: number) => Math.min(before(i) ?? Infinity, after(i) ?? Infinity);
  const sum = (i: number) => (before(i) ?? 0) + (after(i) ?? 0);
  const order = minor.map((_, i) => i).sort((a, b) => least(a) - least(b) || sum(a) - sum(b));
  return new Set(order.slice(-labelledMinor).map((i) => minor[i]));
}

/** Writes ticks as powers of ten, as one less such a power, or in digits: matplotlib's LogitFormatter. */
export function logitLabels(ticks: readonly number[], minor: boolean): string[] {
  const shown = minor ? roomiest(ticks) : undefined;
  return ticks.map((x) => {
    if ((shown && !shown.has(x)) || x <= 0 || x >= 1) return "";
    if (isWhole(2 * x)) return "1/2";
    if (x < 0.5 && isPower(x)) return `10${superscript(Math.round(Math.log10(x)))}`;
    if (x > 0.5 && isPower(1 - x)) return `1−10${superscript(Math.round(Math.log10(1 - x)))}`;
    if (x < 0.1) return digits(x, ticks, true);
    if (x > 0.9) {
      const rest = ticks.map((tick) => 1 - tick);
      return `1−${digits(1 - x, rest, true)}`;
    }
    return digits(x, ticks, false);
  });
}
