/** What a box plot shows of a set of numbers. */
export interface BoxStatistics {
  /** The ends of the whiskers. */
  low: number;
  high: number;
  q1: number;
  median: number;
  q3: number;
  mean: number;
  /** The ends of the notch: the 95 % confidence interval of the median. */
  notch: readonly [number, number];
  /** What lies beyond the whiskers. */
  fliers: number[];
}

const rising = (values: ArrayLike<number>) =>
  Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();

/** The value below which a share of rising values lie, between two of them where it falls there. */
function quantileOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const next = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted[below] + (next - sorted[below]) * (at - below);
}

/** The value below which a share of values lie. */
export const quantile = (values: ArrayLike<number>, share: number): number =>
  quantileOf(rising(values), share);

/**
 * Finds quarters, whiskers and what lies beyond them, as matplotlib's boxplot_stats does.
 *
 * @param values - The numbers; NaN is left out.
 * @param whis - How far whiskers reach from the box at most, in multiples of its length; or two percentiles.
 * @returns The statistics; undefined where there is no number.
 */
export function boxStatistics(
  values: ArrayLike<number>,
  whis: number | readonly [number, number],
): BoxStatistics | undefined {
  const sorted = rising(values);
  if (sorted.length === 0) return undefined;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantileOf(sorted, share));
  const [from, to] =
    typeof whis === "number"
      ? [q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)]
      : whis.map((percent) => quantileOf(sorted, percent / 100));
  const inside = sorted.filter((value) => value >= from && value <= to);
  const confident = (1.57 * (q3 - q1)) / Math.sqrt(sorted.length);
  // The whiskers begin at the box: an end within it is the box' own.
  const low = Math.min(q1, inside[0] ?? q1);
  const high = Math.max(q3, inside[inside.length - 1] ?? q3);
  return {
    low,
    high,
    q1,
    median,
    q3,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    notch: [median - confident, median + confident],
    fliers: [...sorted].filter((value) => value < low || value > high),
  };
}
