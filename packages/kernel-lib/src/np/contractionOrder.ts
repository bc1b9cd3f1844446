/** More arrays than this are multiplied in the order that looks best from step to step. */
const mostForAllOrders = 7;

type Labels = readonly string[];

/**
 * Finds in which order to multiply arrays with named axes.
 *
 * @returns For each step the places of two arrays; they go, and their product comes last.
 */
export function contractionOrder(
  terms: readonly Labels[],
  output: Labels,
  sizes: ReadonlyMap<string, number>,
  isOrdered: boolean,
): (readonly [number, number])[] {
  if (terms.length < 2) return [];
  if (terms.length === 2) return [[0, 1]];
  if (isOrdered) {
    // The product comes last, and is multiplied with what is then first.
    return terms.slice(1).map((_, i) => [0, i === 0 ? 1 : terms.length - i - 1] as const);
  }
  return terms.length <= mostForAllOrders
    ? cheapestOrder(terms, output, sizes)
    : greedyOrder(terms, output, sizes);
}

const sizeOf = (labels: Iterable<string>, sizes: ReadonlyMap<string, number>): number => {
  let size = 1;
  for (const label of labels) size *= sizes.get(label) ?? 1;
  return size;
};

/** What remains of a product: names that something outside of it needs. */
function remaining(inside: readonly Labels[], outside: readonly Labels[]): string[] {
  const needed = new Set(outside.flat());
  return [...new Set(inside.flat())].filter((label) => needed.has(label));
}

/** A way to multiply some of the arrays. */
interface Plan {
  readonly cost: number;
  readonly labels: Labels;
  readonly parts?: readonly [number, number];
}

/** Tries all orders: the best for a set of arrays is made of the best for two sets that divide it. */
function cheapestOrder(
  terms: readonly Labels[],
  output: Labels,
  sizes: ReadonlyMap<string, number>,
): (readonly [number, number])[] {
  const plans: Plan[] = [];
  const all = 2 ** terms.length - 1;
  for (let set = 1; set <= all; set++) {
    const isIn = (_: unknown, i: number): boolean => (set & (1 << i)) !== 0;
    const labels = remaining(terms.filter(isIn), [...terms.filter((_, i) => !isIn(_, i)), output]);
    let best: Plan = { cost: (set & (set - 1)) === 0 ? 0 : Infinity, labels };
    for (let part = (set - 1) & set; part > set - part; part = (part - 1) & set) {
      const [a, b] = [plans[part], plans[set - part]];
      const cost = a.cost + b.cost + sizeOf(new Set([...a.labels, ...b.labels]), sizes);
      if (cost < best.cost) best = { cost, labels, parts: [part, set - part] };
    }
    plans[set] = best;
  }
  const steps: [number, number][] = [];
  let present = terms.map((_, i) => 1 << i);
  const follow = (set: number): void => {
    const { parts } = plans[set];
    if (!parts) return;
    parts.forEach(follow);
    steps.push([present.indexOf(parts[0]), present.indexOf(parts[1])]);
    present = [...present.filter((one) => one !== parts[0] && one !== parts[1]), set];
  };
  follow(all);
  return steps;
}

/** Multiplies those two next whose product adds least to what is kept. */
function greedyOrder(
  terms: readonly Labels[],
  output: Labels,
  sizes: ReadonlyMap<string, number>,
): (readonly [number, number])[] {
  const steps: (readonly [number, number])[] = [];
  let present = [...terms];
  while (present.length > 1) {
    let best: { growth: number; pair: readonly [number, number]; labels: Labels } | undefined;
    for (let i = 0; i < present.length; i++) {
      for (let k = i + 1; k < present.length; k++) {
        const others = present.filter((_, one) => one !== i && one !== k);
        const labels = remaining([present[i], present[k]], [...others, output]);
        const growth = sizeOf(labels, sizes) - sizeOf(present[i], sizes) - sizeOf(present[k], sizes);
        if (!best || growth < best.growth) best = { growth, pair: [i, k], labels };
      }
    }
    if (!best) break;
    const { pair, labels } = best;
    steps.push(pair);
    present = [...present.filter((_, one) => !pair.includes(one)), labels];
  }
  return steps;
}
