import { floorDivide, powerOfTen, type Interval } from "../model/scale";
import { superscript } from "../text/superscript";
import { maxNTicks } from "./maxN";

/** The decades in a view, and which of them get a tick. */
interface Decades {
  exponents: number[];
  /** Decades from one tick to the next. */
  stride: number;
  /** How many powers of ten the view holds. */
  available: number;
  first: number;
  last: number;
}

/** Chooses which powers of ten get a tick so that at most `space` do: matplotlib's LogLocator. */
function chooseDecades(view: Interval, space: number): Decades {
  const exact = [Math.log10(Math.min(...view)), Math.log10(Math.max(...view))];
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

/** Major and minor ticks of a logarithmic axis. */
export function logTicks(view: Interval, space: number): { major: number[]; minor: number[] } {
  const { exponents, stride, available, first, last } = chooseDecades(view, space);
  const major = exponents.map(powerOfTen);
  if (available >= 10 || (stride > 1 && available > 1)) return { major, minor: [] };
  const minor: number[] = [];
  for (let e = first - 1; e <= last; e++) {
    for (let digit = 2; digit < 10; digit++) minor.push(digit * powerOfTen(e));
  }
  const [low, high] = [Math.min(...view), Math.max(...view)];
  const inside = minor.filter((tick) => tick >= low && tick <= high).length;
  if (stride === 1 && exponents.length - 2 + inside <= 1) {
    return { major, minor: maxNTicks(view, { bins: Math.max(1, Math.min(9, space)) }) };
  }
  return { major, minor };
}

const isWhole = (x: number) => Math.abs(x - Math.round(x)) <= 1e-9 * Math.max(Math.abs(x), 1);

/** The digits whose multiples of a power of ten are labelled: fewer, the more decades there are. */
function labelledDigits(view: Interval): Set<number> {
  const low = Math.log10(Math.min(...view));
  const high = Math.log10(Math.max(...view));
  const powers = Math.floor(high) - (Number.isInteger(low) ? low - 1 : Math.floor(low));
  if (powers > 1) return new Set([1]);
  if (high - low > 0.4) return new Set([1, 2, 3, 4, 6, 10]);
  return new Set(Array.from({ length: 10 }, (_, i) => i + 1));
}

/** Writes ticks of a logarithmic axis as powers of ten; a minor tick has a label only where decades are few. */
export function logLabels(ticks: readonly number[], view: Interval): string[] {
  const digits = labelledDigits(view);
  return ticks.map((tick) => {
    if (!(tick > 0)) return "";
    const exact = Math.log10(tick);
    const decade = isWhole(exact);
    const exponent = decade ? Math.round(exact) : Math.floor(exact);
    const coefficient = 10 ** (exact - exponent);
    if (!digits.has(Math.round(coefficient))) return "";
    const power = `10${superscript(exponent)}`;
    if (decade) return power;
    return `${isWhole(coefficient) ? Math.round(coefficient) : Number(coefficient.toPrecision(6))}×${power}`;
  });
}
