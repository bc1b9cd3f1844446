import { floorDivide, isWhole, powerOfTen, type Interval } from "../model/scale";
import { logarithm } from "../model/scales/log";
import { superscript } from "../text/superscript";
import { maxNTicks } from "./maxN";

/** The decades in a view, and which of them get a tick. */
interface Decades {
  exponents: number[];
  /** Decades from one tick to the next. */
  stride: number;
  /** How many powers of the base the view holds. */
  available: number;
  first: number;
  last: number;
}

/** Chooses which powers of the base get a tick so that at most `space` do: matplotlib's LogLocator. */
export function chooseDecades(view: Interval, space: number, base: number): Decades {
  const exact = [logarithm(base, Math.min(...view)), logarithm(base, Math.max(...view))];
  const first = Math.ceil(exact[0]);
  const last = Math.floor(exact[1]);
  const available = last - first + 1;
  let stride = Math.floor(available / (space + 1)) + 1;
  const wanted = Math.min(space, Math.ceil(available / stride));
  let exponents: number[];
  if (wanted <= 0) {
    exponents = [first - 1, last + 1];
    stride = exponents[1] - exponents[0];
  } else if (wanted === 1) {
    const middle = Math.round((exact[0] + exact[1]) / 2);
    stride = Math.max(middle - (first - 1), last + 1 - middle);
    exponents = [middle - stride, middle, middle + stride];
  } else {
    stride = Math.floor((available - 1) / (wanted - 1));
    if (stride < available / wanted) stride = Math.floor(available / wanted);
    const least = Math.max(available - stride * wanted, 0);
    const limit = Math.min(available - stride * (wanted - 1), stride);
    let offset = floorDivide(-first, stride)[1];
    if (offset < least || offset >= limit) offset = least;
    exponents = [];
    for (let e = first + offset - stride; e <= last + stride; e += stride) exponents.push(e);
  }
  return { exponents, stride, available, first, last };
}

/** A power of a base; of ten without rounding. */
export const power = (base: number, exponent: number) =>
  base === 10 ? powerOfTen(exponent) : base ** exponent;

/** Major and minor ticks of a logarithmic axis. */
export function logTicks(view: Interval, space: number, base: number): { major: number[]; minor: number[] } {
  const { exponents, stride, available, first, last } = chooseDecades(view, space, base);
  const major = exponents.map((exponent) => power(base, exponent));
  if (available >= 10 || base < 3 || (stride > 1 && available > 1)) return { major, minor: [] };
  const minor: number[] = [];
  for (let e = first - 1; e <= last; e++) {
    for (let digit = 2; digit < base; digit++) minor.push(digit * power(base, e));
  }
  const [low, high] = [Math.min(...view), Math.max(...view)];
  const inside = minor.filter((tick) => tick >= low && tick <= high).length;
  if (base > 3 && stride === 1 && exponents.length - 2 + inside <= 1) {
    return { major, minor: maxNTicks(view, { bins: Math.max(1, Math.min(9, space)) }) };
  }
  return { major, minor };
}

/**
 * The digits whose multiples of a power of the base are labelled: fewer, the more powers there are.
 *
 * @param parts - The intervals above zero in which an axis is logarithmic.
 */
export function labelledDigits(parts: readonly Interval[], base: number): ReadonlySet<number> {
  const exponents = parts.map((part) => {
    const ends = part.map((end) => logarithm(base, end));
    return { low: Math.min(...ends), high: Math.max(...ends) };
  });
  let [powers, decades] = [0, 0];
  for (const { low, high } of exponents) {
    powers += Math.floor(high) - (Number.isInteger(low) ? low - 1 : Math.floor(low));
    decades += high - low;
  }
  if (powers > 1) return new Set([1]);
  if (decades <= 0.4) return new Set(Array.from({ length: base }, (_, i) => i + 1));
  const count = Math.floor(base / 2) + 1;
  return new Set(Array.from({ length: count }, (_, i) => Math.round(base ** (i / (count - 1)))));
}

/** Writes a number above zero as a multiple of a power of a base; empty if its digit is none of some. */
export function powerLabel(value: number, base: number, digits: ReadonlySet<number>): string {
  const exact = logarithm(base, value);
  const decade = isWhole(exact);
  const exponent = decade ? Math.round(exact) : Math.floor(exact);
  const coefficient = base ** (exact - exponent);
  if (!digits.has(Math.round(coefficient))) return "";
  const written = `${base}${superscript(exponent)}`;
  if (decade) return written;
  const whole = isWhole(coefficient) ? Math.round(coefficient) : Number(coefficient.toPrecision(6));
  return `${whole}×${written}`;
}

/** Writes ticks of a logarithmic axis as powers of its base; a minor tick has a label only where these are few. */
export function logLabels(ticks: readonly number[], view: Interval, base: number): string[] {
  const digits = labelledDigits([view], base);
  return ticks.map((tick) => (tick > 0 ? powerLabel(tick, base, digits) : ""));
}
