/** What a box plot shows of a set of numbers. */
export interface BoxStatistics {
  /** The ends of the whiskers. */
  low: number;
  high: number;
  q1: number;
  median: number;
  q3: number;
  mean: number;
  /** What lies beyond the whiskers. */
  fliers: number[];
}

/**
 * Finds quarters, whiskers and what lies beyond them, as matplotlib's boxplot_stats does.
 *
 * @param values - The numbers; NaN is left out.
 * @param whis - How far whiskers reach from the box at most, in multiples of its length.
 * @returns The statistics; undefined where there is no number.
 */
export function boxStatistics(values: ArrayLike<number>, whis: number): BoxStatistics | undefined {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return undefined;
  const quantile = (share: number) => {
    const at = share * (sorted.length - 1);
    const below = Math.floor(at);
    const next = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (next - sorted[below]) * (at - below);
  };
  const [q1, median, q3] = [0.25, 0.5, 0.75].map(quantile);
  const reach = whis * (q3 - q1);
  const inside = sorted.filter((value) => value >= q1 - reach && value <= q3 + reach);
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
    fliers: [...sorted].filter((value) => value < low || value > high),
  };
}
