import { matrixKernels, type MatrixKernels } from "../matmul/kernels";
import { directLines, tallColumns } from "./direct";
import { layPatches, patchSlack } from "./patches";
import { layoutOf, placeExamples, product, type Convolving, type Floats, type Layout } from "./place";

export type { Floats } from "./place";

/** So many rows of patches are multiplied at least, where there are as many: the kernel's matrix is packed anew for each block. */
const fewestRows = 128;
/** As many numbers, of patches and of what they give, stay in the processor's second cache. */
const fewNumbers = 1 << 16;
/** Patches of as few numbers are not laid out, which would take as long as multiplying them. */
const fewToLay = 32;

/**
 * Convolves floats in the arena, `out` = `input` * `kernel`: patches of the padded input, side by side as rows of a
 * matrix, or small ones where they lie, times the kernel. A few examples are there at a time.
 *
 * @returns Whether it could; without WebAssembly nothing is done.
 */
export function convolveFloats(input: Floats, kernel: Floats, out: Floats, convolving: Convolving): boolean {
  const kernels = matrixKernels(input instanceof Float64Array ? "float64" : "float32");
  if (!kernels) return false;
  new Convolution(kernels, convolving).run(input, kernel, out);
  return true;
}

/** How patches lie in the input, in bytes: lines of runs of neighbours. */
interface Patch {
  /** From a column of results to the next. */
  readonly columnStep: number;
  readonly lines: number;
  readonly lineStep: number;
  readonly runs: number;
  readonly runStep: number;
  readonly runBytes: number;
  /** The places of the kernel along the axes in front of its last two. */
  readonly outer: readonly number[];
  /** Where each line of results begins. */
  readonly starts: readonly number[];
}

class Convolution {
  readonly #kernels: MatrixKernels;
  readonly #of: Convolving;
  readonly #layout: Layout;
  readonly #patch: Patch;

  constructor(kernels: MatrixKernels, of: Convolving) {
    this.#kernels = kernels;
    this.#of = of;
    this.#layout = layoutOf(of);
    this.#patch = this.#patchOf(of);
  }

  #patchOf({ results, kernel, channels, depth, strides, rhsDilation }: Convolving): Patch {
    const { bytes } = this.#kernels;
    const last = results.length - 1;
    const step = (axis: number): number => (axis < 0 ? 0 : this.#layout.steps[axis] * bytes);
    const isOneRun = depth === channels && (rhsDilation[last] === 1 || kernel[last] === 1);
    return {
      columnStep: step(last) * strides[last],
      lines: kernel[last - 1] ?? 1,
      lineStep: step(last - 1) * (rhsDilation[last - 1] ?? 1),
      runs: isOneRun ? 1 : kernel[last],
      runStep: step(last) * rhsDilation[last],
      runBytes: (isOneRun ? kernel[last] * depth : depth) * bytes,
      outer: places(kernel.slice(0, Math.max(0, last - 1)), (axis) => step(axis) * rhsDilation[axis]),
      starts: places(results.slice(0, -1), (axis) => step(axis) * strides[axis]),
    };
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
    const isDirect = width <= fewToLay && this.#patch.runs === 1 && this.#patch.outer.length === 1;

    const example = this.#layout.size * bytes;
    const regions = [
      arena.allocate(together * batchGroups * example),
      arena.allocate(kernel.length * bytes),
      arena.allocate((isDirect ? 4 * width : most * width * bytes) + patchSlack),
      arena.allocate(most * outputs * bytes),
    ];
    const [inputAt, kernelAt, patchesAt, outAt] = regions;
    const memory = bytes === 4 ? arena.floats : arena.doubles;
    memory.set(kernel, kernelAt / bytes);
    if (isDirect) arena.ints.set(this.#offsets(), patchesAt >> 2);
    for (let first = 0; first < examples; first += together) {
      const count = Math.min(together, examples - first);
      for (let group = 0; group < batchGroups; group++) {
        const to = inputAt / bytes + group * count * this.#layout.size;
        placeExamples(this.#of, this.#layout, memory, input, group * examples + first, count, to);
      }
      for (let line = 0; line < count * lines; line += linesTogether) {
        const taken = Math.min(linesTogether, count * lines - line);
        for (let group = 0; group < groups; group++) {
          const source =
            inputAt +
            (batchGroups > 1 ? group * count * example : 0) +
            (featureGroups > 1 ? group * depth * bytes : 0);
          const channel = group * own * bytes;
          if (isDirect)
            this.#convolve(source, line, taken, patchesAt, kernelAt + channel, outAt + channel, own);
          else {
            this.#lay(source, patchesAt, line, taken, width * bytes);
            this.#kernels.multiply(
              { offset: patchesAt, row: width * bytes, column: bytes },
              { offset: kernelAt + channel, row: outputs * bytes, column: bytes },
              outAt + channel,
              outputs * bytes,
              taken * columns,
              width,
              own,
              false,
            );
          }
        }
        const start = outAt / bytes;
        const size = taken * columns * outputs;
        out.set(memory.subarray(start, start + size), (first * lines + line) * columns * outputs);
      }
    }
    for (const region of regions) arena.free(region);
  }

  /** Where a line of results, which are numbered through all examples, begins in the input. */
  #startOf(source: number, line: number): number {
    const { starts } = this.#patch;
    const example = this.#layout.size * this.#kernels.bytes;
    return source + Math.floor(line / starts.length) * example + starts[line % starts.length];
  }

  /** Where the elements of a patch are, in bytes from its first one, in the order of the kernel's rows. */
  #offsets(): number[] {
    const { bytes } = this.#kernels;
    const { lines, lineStep, runBytes } = this.#patch;
    const line = Array.from({ length: runBytes / bytes }, (_, i) => i * bytes);
    return Array.from({ length: lines }, (_, i) => line.map((offset) => i * lineStep + offset)).flat();
  }

  /** Multiplies the patches of so many lines of results where they lie: those of one plane at a time, which are evenly apart. */
  #convolve(
    ...[source, line, count, offsets, kernel, target, own]: [
      ...lines: [source: number, line: number, count: number, offsets: number],
      ...result: [kernel: number, target: number, own: number],
    ]
  ): void {
    const { bytes, element } = this.#kernels;
    const { results, outputs } = this.#of;
    const { columnStep, lines, runBytes, starts } = this.#patch;
    const columns = results[results.length - 1];
    const row = outputs * bytes;
    const convolve = directLines(bytes === 4 ? "float32" : "float64");
    const plane = results[results.length - 2] ?? 1;
    const lineStep = plane > 1 ? starts[1] - starts[0] : 0;
    const tall = tallColumns(element, columns, columnStep);
    const elements = (lines * runBytes) / bytes;
    for (let i = 0; i < count;) {
      const together = Math.min(plane - ((line + i) % plane), count - i);
      const start = this.#startOf(source, line + i);
      const to = target + i * columns * row;
      const [a, b] = [offsets, kernel];
      convolve(start, together, lineStep, columns, columnStep, tall, a, elements, b, row, to, row, own);
      i += together;
    }
  }

  /** Lays the patches of so many lines of results. */
  #lay(source: number, target: number, line: number, count: number, patch: number): void {
    const { results } = this.#of;
    const lay = layPatches(this.#kernels.arena);
    const { columnStep, lines, lineStep, runs, runStep, runBytes, outer } = this.#patch;
    const columns = results[results.length - 1];
    const part = lines * runs * runBytes;
    for (let i = line; i < line + count; i++) {
      const start = this.#startOf(source, i);
      if (outer.length === 1) {
        lay(start, target, columns, columnStep, lines, lineStep, runs, runStep, runBytes);
        target += columns * patch;
        continue;
      }
      for (let column = 0; column < columns; column++) {
        for (const offset of outer) {
          const from = start + column * columnStep + offset;
          lay(from, target, 1, 0, lines, lineStep, runs, runStep, runBytes);
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
