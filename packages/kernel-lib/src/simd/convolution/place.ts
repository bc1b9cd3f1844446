export type Floats = Float32Array | Float64Array;

/** What is convolved, channels last: the lengths of spatial axes, and how the kernel moves over them. */
export interface Convolving {
  /** The lengths of the input's, the kernel's and the result's spatial axes. */
  readonly lengths: readonly number[];
  readonly kernel: readonly number[];
  readonly results: readonly number[];
  /** The channels of the input, of those how many a group has, and the channels of the result. */
  readonly channels: number;
  readonly depth: number;
  readonly outputs: number;
  /** The examples of the result. */
  readonly examples: number;
  readonly strides: readonly number[];
  readonly padding: readonly (readonly [low: number, high: number])[];
  readonly lhsDilation: readonly number[];
  readonly rhsDilation: readonly number[];
  readonly featureGroups: number;
  readonly batchGroups: number;
}

/** How a padded example lies in memory: the lengths of its axes, the elements from a place to the next along each, and all of them. */
export interface Layout {
  readonly spans: readonly number[];
  readonly steps: readonly number[];
  readonly size: number;
}

export const product = (sizes: readonly number[]): number =>
  sizes.reduce((total, length) => total * length, 1);

/** How examples lie with their padding. */
export function layoutOf({ lengths, lhsDilation, padding, channels }: Convolving): Layout {
  const spans = lengths.map(
    (length, i) => Math.max(0, (length - 1) * lhsDilation[i] + 1) + padding[i][0] + padding[i][1],
  );
  const steps = spans.map((_, axis) => product(spans.slice(axis + 1)) * channels);
  return { spans, steps, size: product(spans) * channels };
}

/**
 * Puts examples into memory one behind the other, with zeros around and between their elements.
 *
 * @param first - The first example, of `count` many.
 * @param to - Where the first one goes, in elements.
 */
export function placeExamples(
  ...[of, { spans, steps, size }, memory, input, first, count, to]: [
    ...layout: [of: Convolving, layout: Layout],
    ...elements: [memory: Floats, input: Floats],
    ...examples: [first: number, count: number, to: number],
  ]
): void {
  const { lengths, channels, padding, lhsDilation } = of;
  const own = product(lengths) * channels;
  const from = first * own;
  const isWhole = padding.every(([low, high]) => low === 0 && high === 0);
  if (isWhole && lhsDilation.every((by, i) => by === 1 || lengths[i] === 1)) {
    memory.set(input.subarray(from, from + count * own), to);
    return;
  }
  memory.fill(0, to, to + count * size);
  const last = lengths.length - 1;
  const [low] = padding[last];
  const by = lhsDilation[last];
  // Of a line, what is not cut off by padding of fewer than no elements.
  const start = Math.max(0, Math.ceil(-low / by));
  const end = Math.min(lengths[last], Math.floor((spans[last] - 1 - low) / by) + 1);
  if (end <= start) return;
  const put = (axis: number, at: number, place: number): void => {
    if (axis === last) {
      if (by === 1) {
        copy(input, at + start * channels, at + end * channels, memory, place + (low + start) * channels);
        return;
      }
      for (let i = start; i < end; i++) {
        copy(input, at + i * channels, at + (i + 1) * channels, memory, place + (low + i * by) * channels);
      }
      return;
    }
    const step = product(lengths.slice(axis + 1)) * channels;
    for (let i = 0; i < lengths[axis]; i++) {
      const here = i * lhsDilation[axis] + padding[axis][0];
      if (here >= 0 && here < spans[axis]) put(axis + 1, at + i * step, place + here * steps[axis]);
    }
  };
  for (let i = 0; i < count; i++) put(0, from + i * own, to + i * size);
}

/** Fewer elements are copied sooner one by one. */
const worthView = 32;

function copy(from: Floats, start: number, end: number, out: Floats, to: number): void {
  if (end - start >= worthView) {
    out.set(from.subarray(start, end), to);
    return;
  }
  let [at, place] = [start, to];
  // Four elements a turn: a turn's own cost would otherwise be most of it.
  for (; at + 4 <= end; at += 4, place += 4) {
    out[place] = from[at];
    out[place + 1] = from[at + 1];
    out[place + 2] = from[at + 2];
    out[place + 3] = from[at + 3];
  }
  for (; at < end; at++) out[place++] = from[at];
}
