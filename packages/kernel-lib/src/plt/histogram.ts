import { describe } from "../array/options";
import { readNumbers } from "./data";

/**
 * Counts the values between edges; the last bin holds its upper edge, too.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.histogram.html
 */
export function histogram(values: Float64Array, edges: readonly number[], weights?: Float64Array): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  const last = edges.length - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(value >= edges[0] && value <= edges[last])) continue;
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= edges[middle]) low = middle;
      else high = middle;
    }
    counts[low] += weights ? weights[i] : 1;
  }
  return counts;
}

/** Numbers of bins by name. */
const binRules: Record<string, (values: Float64Array, span: number) => number> = {
  sqrt: (values) => Math.ceil(Math.sqrt(values.length)),
  sturges: (values) => Math.ceil(Math.log2(values.length) + 1),
  auto: (values, span) => Math.max(binRules.sturges(values, span), binRules.fd(values, span)),
  fd: (values, span) => {
    const sorted = Float64Array.from(values).sort();
    const quantile = (share: number) => {
      const at = share * (sorted.length - 1);
      const low = Math.floor(at);
      return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
    };
    const width = (2 * (quantile(0.75) - quantile(0.25))) / Math.cbrt(values.length);
    return width > 0 ? Math.ceil(span / width) : 1;
  },
};

/** The edges of the bins: as given, or so many of equal width over the range of the data. */
export function histogramEdges(
  functionName: string,
  bins: unknown,
  sets: readonly Float64Array[],
  range: readonly [number, number] | undefined,
): number[] {
  const given = typeof bins === "object" && bins !== null;
  if (given) {
    const edges = Array.from(readNumbers(functionName, "bins", bins));
    if (edges.length < 2 || edges.some((edge, i) => i > 0 && !(edge > edges[i - 1]))) {
      throw new RangeError(`${functionName}: expected bins to be edges that rise, got ${describe(bins)}`);
    }
    return edges;
  }
  const [low, high] = limitsOf(functionName, sets, range);
  const all = Float64Array.from(
    sets.flatMap((values) => Array.from(values)).filter((value) => value >= low && value <= high),
  );
  let count = typeof bins === "number" ? bins : NaN;
  if (typeof bins === "string") {
    const rule = Object.hasOwn(binRules, bins) ? binRules[bins] : undefined;
    if (!rule) {
      throw new TypeError(
        `${functionName}: expected bins to be a number, edges, or one of ${Object.keys(binRules).join(", ")}, got ${describe(bins)}`,
      );
    }
    count = all.length === 0 ? 1 : Math.max(1, rule(all, high - low));
  }
  if (!Number.isInteger(count) || count < 1 || count > 1e6) {
    throw new TypeError(
      `${functionName}: expected bins to be a whole number above 0 or edges, got ${describe(bins)}`,
    );
  }
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low + (i * (high - low)) / count));
}

function limitsOf(
  functionName: string,
  sets: readonly Float64Array[],
  range: readonly [number, number] | undefined,
): [number, number] {
  if (range !== undefined) {
    const good =
      Array.isArray(range) && range.length === 2 && range.every(Number.isFinite) && range[0] <= range[1];
    if (!good)
      throw new TypeError(`${functionName}: expected range to be [least, largest], got ${describe(range)}`);
  }
  let low = range?.[0] ?? Infinity;
  let high = range?.[1] ?? -Infinity;
  if (range === undefined) {
    for (const values of sets) {
      for (const value of values) {
        if (!Number.isFinite(value)) continue;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  if (!(low <= high)) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
