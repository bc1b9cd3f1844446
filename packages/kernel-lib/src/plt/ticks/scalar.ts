import { floorDivide, powerOfTen, type Interval } from "../model/scale";

/** Labels of ticks, and what is written once at the end of the axis: a power of ten, an offset, or nothing. */
export interface TickLabels {
  labels: string[];
  offset: string;
}

/** How numbers are written. */
export interface ScalarFormat {
  /** Whether powers of ten may be taken out. */
  scientific: boolean;
  /** The exponents up to which, and from which on, they are; the same two: always, with that one unless it is 0. */
  limits: readonly [number, number];
  /** Whether a common offset may be taken out. */
  offset: boolean;
}

export const defaultFormat = (): ScalarFormat => ({ scientific: true, limits: [-5, 6], offset: true });

/** Smaller powers of ten have no inverse. */
const leastOrder = -300;
/** Digits that an offset must save. */
const offsetThreshold = 4;

const withMinus = (text: string) => text.replace(/-/g, "−");

/** Rounds to a number of decimals, ties to even, as NumPy does. */
function roundTo(x: number, decimals: number): number {
  const scaled = x * 10 ** decimals;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return (up ? floor + 1 : floor) / 10 ** decimals;
}

/** The offset that makes the labels of a far-away view short, 0 if it would save too little. */
function offsetOf(inside: readonly number[]): number {
  const low = Math.min(...inside);
  const high = Math.max(...inside);
  if (inside.length === 0 || low === high || (low <= 0 && high >= 0)) return 0;
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const digits = (x: number, exponent: number) => floorDivide(x, powerOfTen(exponent))[0];
  const top = Math.ceil(Math.log10(far));
  let exponent = top;
  while (digits(near, exponent) === digits(far, exponent)) exponent--;
  exponent++;
  if ((far - near) / powerOfTen(exponent) <= 1e-2) {
    exponent = top;
    while (digits(far, exponent) - digits(near, exponent) <= 1) exponent--;
    exponent++;
  }
  const whole = digits(far, exponent);
  return whole >= powerOfTen(offsetThreshold - 1) ? Math.sign(low) * whole * powerOfTen(exponent) : 0;
}

function orderOf(inside: readonly number[], offset: number, view: Interval, format: ScalarFormat): number {
  const { limits } = format;
  if (!format.scientific || inside.length === 0) return 0;
  if (limits[0] === limits[1] && limits[0] !== 0) return limits[0];
  const largest = Math.max(...inside.map(Math.abs));
  const measured = offset !== 0 ? Math.abs(view[1] - view[0]) : largest;
  const order = measured === 0 ? 0 : Math.max(leastOrder, Math.floor(Math.log10(measured)));
  return order <= limits[0] || order >= limits[1] ? order : 0;
}

/** The fewest decimals that tell the ticks apart and hide rounding errors. */
function decimalsOf(scaled: readonly number[], range: number): number {
  const order = Math.floor(Math.log10(range));
  const threshold = 1e-3 * 10 ** order;
  let decimals = Math.max(0, 3 - order);
  while (decimals >= 0 && scaled.every((x) => Math.abs(x - roundTo(x, decimals)) < threshold)) decimals--;
  return decimals + 1;
}

/** Writes a number as 1.2e−5, with at most ten digits after the point. */
function scientific(value: number): string {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  const digits = Number((value / powerOfTen(exponent)).toFixed(10));
  return exponent === 0 ? String(digits) : `${digits}e${exponent}`;
}

/**
 * Writes the ticks of a linear axis as matplotlib's ScalarFormatter does.
 *
 * @param ticks - All ticks, also those just outside the view.
 * @param view - The limits of the axis.
 * @param format - Whether and when powers of ten and offsets are taken out.
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.ScalarFormatter
 */
export function scalarLabels(
  ticks: readonly number[],
  view: Interval,
  format: ScalarFormat = defaultFormat(),
): TickLabels {
  if (ticks.length === 0) return { labels: [], offset: "" };
  const [low, high] = [Math.min(...view), Math.max(...view)];
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  const offset = format.offset ? offsetOf(inside) : 0;
  const order = orderOf(inside, offset, view, format);
  const scaled = ticks.map((tick) => (tick - offset) / powerOfTen(order));
  const measured =
    ticks.length < 2 ? [...scaled, ...view.map((end) => (end - offset) / powerOfTen(order))] : scaled;
  const range = Math.max(...measured) - Math.min(...measured) || Math.max(...measured.map(Math.abs)) || 1;
  const decimals = decimalsOf(scaled, range);
  return {
    labels: scaled.map((x) => withMinus((Math.abs(x) < 1e-8 ? 0 : x).toFixed(decimals))),
    offset: withMinus(
      (order !== 0 ? `1e${order}` : "") + (offset !== 0 ? (offset > 0 ? "+" : "") + scientific(offset) : ""),
    ),
  };
}
