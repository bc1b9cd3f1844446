import type { Scale } from "../scale";

/** What stands for the least value above zero where there is none. */
const tiny = 1e-300;

/** A logarithmic scale, and its base, which is that of the ticks. */
export interface LogScale extends Scale {
  readonly name: "log";
  readonly base: number;
}

/** The logarithm to a base, exact at its powers for the bases that are used most. */
export function logarithm(base: number, value: number): number {
  if (base === 10) return Math.log10(value);
  return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}

/** Equal factors have equal distances on the axis. */
export const logScaleOf = (base: number): LogScale => ({
  name: "log",
  base,
  forward: (value) => (value > 0 ? Math.log10(value) : -1000),
  inverse: (value) => 10 ** value,
  holds: (value) => value > 0,
  widened([low, high], positive) {
    if (!Number.isFinite(low) || !Number.isFinite(high) || high <= 0) return [1, 10];
    const least = low > 0 ? low : Number.isFinite(positive) ? Math.min(positive, high) : tiny;
    if (least !== high) return [least, high];
    const exponent = logarithm(base, least);
    return [base ** (Math.ceil(exponent) - 1), base ** (Math.floor(exponent) + 1)];
  },
  possible([from, to], positive) {
    const least = Number.isFinite(positive) ? positive : tiny;
    return [from > 0 ? from : least, to > 0 ? to : least];
  },
});

export const logScale = logScaleOf(10);
