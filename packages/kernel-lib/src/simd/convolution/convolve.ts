import { matrixKernels, type MatrixKernels } from "../matmul/kernels";
import { layPatches, patchSlack } from "./patches";

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

/** So many rows of patches are multiplied at least, where there are as many: the kernel's matrix is packed anew for each block. */
const fewestRows = 128;
/** As many numbers, of patches and of what they give, stay in the processor's second cache. */
const fewNumbers = 1 << 16;

const product = (sizes: readonly number[]): number => sizes.reduce((total, length) => total * length, 1);

/**
 * Convolves floats in the arena, `out` = `input` * `kernel`: patches of the padded input, side by side as rows of a
 * matrix, times the kernel. A few examples are there at a time.
 *
 * @returns Whether it could; without WebAssembly nothing is done.
 */
export function convolveFloats(input: Floats, kernel: Floats, out: Floats, convolving: Convolving): boolean {
  const kernels = matrixKernels(input instanceof Float64Array ? "float64" : "float32");
  if (!kernels) return false;
  new Convolution(kernels, convolving).run(input, kernel, out);
  return true;
}

class Convolution {
  readonly #kernels: MatrixKernels;
  readonly #of: Convolving;
  /** The lengths of the input's axes with padding, and the steps along them in bytes. */
  readonly #spans: readonly number[];
  readonly #steps: readonly number[];
  /** The bytes of a padded example. */
  readonly #bytes: number;

  constructor(kernels: MatrixKernels, of: Convolving) {
    this.#kernels = kernels;
    this.#of = of;
    this.#spans = of.lengths.map(
      (length, i) => Math.max(0, (length - 1) * of.lhsDilation[i] + 1) + of.padding[i][0] + of.padding[i][1],
    );
    const pixel = of.channels * kernels.bytes;
    this.#steps = this.#spans.map((_, axis) => product(this.#spans.slice(axis + 1)) * pixel);
    this.#bytes = product(this.#spans) * pixel;
  }

  run(input: Floats, kernel: Floats, out: Floats): void {
    const { arena, bytes } = this.#kernels;
    const { results, outputs, examples, featureGroups, batchGroups, depth } = this.#of;
    const groups = Math.max(featureGroups, batchGroups);
    const own = outputs / groups;
    const width = product(this.#of.kernel) * depth;
    const columns = results[results.length - 1] ?? 1;
    const lines = product(results.slice(0, -1));
    const rows = Math.max(fewestRows, Math.floor(fewNumbers / (width + outputs)));
    const together = Math.min(examples, Math.ceil(rows / (lines * columns)));
    const linesTogether = Math.min(Math.ceil(rows / columns), together * lines);
    const most = linesTogether * columns;

    const regions = [
      arena.allocate(together * batchGroups * this.#bytes),
      arena.allocate(kernel.length * bytes),
      arena.allocate(most * width * bytes + patchSlack),
      arena.allocate(most * outputs * bytes),
    ];
    const [inputAt, kernelAt, patchesAt, outAt] = regions;
    const memory = bytes === 4 ? arena.floats : arena.doubles;
    memory.set(kernel, kernelAt / bytes);
    for (let first = 0; first < examples; first += together) {
      const count = Math.min(together, examples - first);
      for (let group = 0; group < batchGroups; group++) {
        this.#place(memory, input, group * examples + first, count, inputAt + group * count * this.#bytes);
      }
      for (let line = 0; line < count * lines; line += linesTogether) {
        const taken = Math.min(linesTogether, count * lines - line);
        for (let group = 0; group < groups; group++) {
          const source =
            inputAt +
            (batchGroups > 1 ? group * count * this.#bytes : 0) +
            (featureGroups > 1 ? group * depth * bytes : 0);
          this.#lay(source, patchesAt, line, taken, width * bytes);
          this.#kernels.multiply(
            { offset: patchesAt, row: width * bytes, column: bytes },
            { offset: kernelAt + group * own * bytes, row: outputs * bytes, column: bytes },
            outAt + group * own * bytes,
            outputs * bytes,
            taken * columns,
            width,
            own,
            false,
          );
        }
        const start = outAt / bytes;
        const size = taken * columns * outputs;
        out.set(memory.subarray(start, start + size), (first * lines + line) * columns * outputs);
      }
    }
    for (const region of regions) arena.free(region);
  }

  /** Puts examples into the arena, with zeros around and between their elements. */
  #place(memory: Floats, input: Floats, first: number, count: number, target: number): void {
    const { lengths, channels, padding, lhsDilation } = this.#of;
    const { bytes } = this.#kernels;
    const size = product(lengths) * channels;
    const from = first * size;
    const to = target / bytes;
    const isWhole = padding.every(([low, high]) => low === 0 && high === 0);
    if (isWhole && lhsDilation.every((by, i) => by === 1 || lengths[i] === 1)) {
      memory.set(input.subarray(from, from + count * size), to);
      return;
    }
    const example = this.#bytes / bytes;
    memory.fill(0, to, to + count * example);
    const last = lengths.length - 1;
    const [low] = padding[last];
    const by = lhsDilation[last];
    // Of a line, what is not cut off by padding of fewer than no elements.
    const start = Math.max(0, Math.ceil(-low / by));
    const end = Math.min(lengths[last], Math.floor((this.#spans[last] - 1 - low) / by) + 1);
    if (end <= start) return;
    const put = (axis: number, at: number, place: number): void => {
      if (axis === last) {
        if (by === 1) {
          const line = input.subarray(at + start * channels, at + end * channels);
          memory.set(line, place + (low + start) * channels);
          return;
        }
        for (let i = start; i < end; i++) {
          const pixel = input.subarray(at + i * channels, at + (i + 1) * channels);
          memory.set(pixel, place + (low + i * by) * channels);
        }
        return;
      }
      const step = product(lengths.slice(axis + 1)) * channels;
      for (let i = 0; i < lengths[axis]; i++) {
        const here = i * lhsDilation[axis] + padding[axis][0];
        if (here >= 0 && here < this.#spans[axis])
          put(axis + 1, at + i * step, place + (here * this.#steps[axis]) / bytes);
      }
    };
    for (let i = 0; i < count; i++) put(0, from + i * size, to + i * example);
  }

  /** Lays the patches of so many lines of results, which are numbered through all examples. */
  #lay(source: number, target: number, line: number, count: number, patch: number): void {
    const { results, kernel, channels, depth, strides, rhsDilation } = this.#of;
    const { arena, bytes } = this.#kernels;
    const lay = layPatches(arena);
    const rank = results.length;
    const last = rank - 1;
    const lines = product(results.slice(0, -1));
    const step = (axis: number): number => (axis < 0 ? 0 : this.#steps[axis]);
    const isOneRun = depth === channels && (rhsDilation[last] === 1 || kernel[last] === 1);
    const runs = isOneRun ? 1 : kernel[last];
    const runBytes = (isOneRun ? kernel[last] * depth : depth) * bytes;
    const runStep = step(last) * rhsDilation[last];
    const columnStep = step(last) * strides[last];
    const across = kernel[last - 1] ?? 1;
    const acrossStep = step(last - 1) * (rhsDilation[last - 1] ?? 1);
    // Axes of the kernel in front of its last two: each of their places by itself.
    const outer = places(kernel.slice(0, Math.max(0, rank - 2)), (axis) => step(axis) * rhsDilation[axis]);
    const part = across * runs * runBytes;
    const starts = places(results.slice(0, -1), (axis) => step(axis) * strides[axis]);
    for (let i = line; i < line + count; i++) {
      const start = source + Math.floor(i / lines) * this.#bytes + starts[i % lines];
      if (outer.length === 1) {
        lay(start, target, results[last], columnStep, across, acrossStep, runs, runStep, runBytes);
        target += results[last] * patch;
        continue;
      }
      for (let column = 0; column < results[last]; column++) {
        for (const offset of outer) {
          lay(
            start + column * columnStep + offset,
            target,
            1,
            0,
            across,
            acrossStep,
            runs,
            runStep,
            runBytes,
          );
          target += part;
        }
      }
    }
  }
}

/** The offsets of all places of some axes, in order. */
function places(lengths: readonly number[], step: (axis: number) => number): number[] {
  return lengths.reduce<number[]>(
    (all, length, axis) => all.flatMap((at) => Array.from({ length }, (_, i) => at + i * step(axis))),
    [0],
  );
}
