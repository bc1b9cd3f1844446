import type { Interval } from "../model/scale";
import type { SymlogShape } from "../model/scales/symlog";
import { labelledDigits, powerLabel } from "./log";

/** Intervals between decades at most: of more of them some have no tick. */
const mostIntervals = 14;

/** The powers of the base, by their exponents, from the one at or below a size to the one before another. */
function exponents(base: number, from: number, to: number): number[] {
  const first = Math.floor(Math.log(from) / Math.log(base));
  const end = Math.ceil(Math.log(to) / Math.log(base));
  return Array.from({ length: Math.max(0, end - first) }, (_, k) => first + k);
}

/**
 * Places ticks at powers of the base on both sides of zero, and at zero: matplotlib's SymmetricalLogLocator.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.SymmetricalLogLocator
 */
export function symlogTicks(view: Interval, shape: SymlogShape): { major: number[]; minor: number[] } {
  const { base, linthresh, subs } = shape;
  const [low, high] = [Math.min(...view), Math.max(...view)];
  if (low >= -linthresh && high <= linthresh) {
    return { major: [...new Set([low, 0, high])].sort((a, b) => a - b), minor: [] };
  }
  const below = low < -linthresh ? exponents(base, Math.abs(Math.min(-linthresh, high)), 1 - low) : [];
  const above = high > linthresh ? exponents(base, Math.max(linthresh, low), high + 1) : [];
  const linear = (low < -linthresh && high > -linthresh) || (high > linthresh && low < linthresh);
  const total = below.length + above.length + Number(linear);
  const stride = Math.max(1, Math.floor(total / mostIntervals));
  const some = (list: readonly number[]) => list.filter((_, k) => k % stride === 0).map((e) => base ** e);
  const negative = some(below)
    .reverse()
    .map((power) => -power);
  const major = [...negative, ...(linear ? [0] : []), ...some(above)];
  return { major, minor: major.filter(Boolean).flatMap((power) => subs.map((sub) => sub * power)) };
}

/** Writes ticks as powers of the base, or multiples of such, with their sign. */
export function symlogLabels(ticks: readonly number[], view: Interval, shape: SymlogShape): string[] {
  const { base, linthresh } = shape;
  const [low, high] = [Math.min(...view), Math.max(...view)];
  const below: Interval[] = low < -linthresh ? [[Math.max(-high, linthresh), -low]] : [];
  const above: Interval[] = high > linthresh ? [[Math.max(low, linthresh), high]] : [];
  const digits = labelledDigits([...below, ...above], base);
  return ticks.map((tick) => {
    if (tick === 0) return "0";
    const label = powerLabel(Math.abs(tick), base, digits);
    return tick < 0 && label !== "" ? `−${label}` : label;
  });
}
