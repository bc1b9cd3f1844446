import type { Arena } from "./arena";
import { note, placeOf } from "./resident";
import { foldKernels, resultBytes, rowsTogether, type FoldKernels, type Folding } from "./folds";

/** So many numbers go into the arena at a time: few enough for the processor's second cache. */
const block = 32768;

/**
 * Makes one number of each row along the middle of three axes, [outer, length, step].
 *
 * @returns Whether it did: not without WebAssembly.
 */
export function reduceFloats(
  by: Folding,
  data: Float32Array,
  out: Float32Array,
  length: number,
  step: number,
): boolean {
  const kernels = foldKernels(by);
  if (!kernels) return false;
  const { arena } = kernels;
  const bytes = resultBytes(by);
  note(data);
  // Rows are read, and columns written, up to a vector behind their end.
  const copy = placeOf(data);
  const source = copy === undefined ? arena.allocate(4 * Math.max(step, block) + 16) : undefined;
  const target = arena.allocate(bytes * (Math.max(step, Math.ceil(block / length)) + 4));
  const results = bytes === 8 ? arena.doubles : arena.floats;
  const collected = results.subarray(target / bytes);
  const place: Place = { by, kernels, arena, copy, source, target, collected };
  if (step > 1) reduceColumns(place, data, out, length, step);
  else if (length > block) reduceParts(place, data, out, length);
  else reduceRows(place, data, out, length);
  if (source !== undefined) arena.free(source);
  arena.free(target);
  return true;
}

/** Where numbers are put, and where their folds come. */
interface Place {
  readonly by: Folding;
  readonly kernels: FoldKernels;
  readonly arena: Arena;
  /** Where all numbers are already; where some go at a time. */
  readonly copy: number | undefined;
  readonly source: number | undefined;
  readonly target: number;
  readonly collected: Float32Array | Float64Array;
}

/** Sees to it that some numbers are in the arena, and says where. */
function copyIn({ arena, copy, source }: Place, data: Float32Array, start: number, count: number): number {
  if (source === undefined) return (copy as number) + 4 * start;
  arena.floats.set(count === data.length ? data : data.subarray(start, start + count), source >> 2);
  return source;
}

/** As many rows at a time as there is room for. */
function reduceRows(place: Place, data: Float32Array, out: Float32Array, length: number): void {
  const { kernels, target, collected } = place;
  const rows = Math.floor(block / length);
  for (let row = 0; row < out.length; row += rows) {
    const count = Math.min(rows, out.length - row);
    kernels.rows(copyIn(place, data, row * length, count * length), target, count, length);
    for (let i = 0; i < count; i++) out[row + i] = collected[i];
  }
}

const together: Readonly<Record<Folding, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  max: Math.max,
  min: Math.min,
};

/** One row at a time, in parts. */
function reduceParts(place: Place, data: Float32Array, out: Float32Array, length: number): void {
  const { by, kernels, target, collected } = place;
  for (let row = 0; row < out.length; row++) {
    let result: number | undefined;
    for (let start = 0; start < length; start += block) {
      const count = Math.min(block, length - start);
      kernels.rows(copyIn(place, data, row * length + start, count), target, 1, count);
      result = result === undefined ? collected[0] : together[by](result, collected[0]);
    }
    out[row] = result as number;
  }
}

/** As many rows at a time as there is room for, one of which at least, into a row that collects them. */
function reduceColumns(
  place: Place,
  data: Float32Array,
  out: Float32Array,
  length: number,
  step: number,
): void {
  const { by, kernels, target, collected } = place;
  const most = Math.floor(block / step);
  const rows = Math.max(1, most > rowsTogether ? most - (most % rowsTogether) : most);
  for (let at = 0, start = 0; at < out.length; at += step, start += length * step) {
    if (by === "sum") collected.fill(0, 0, step);
    else collected.set(data.subarray(start, start + step));
    for (let row = 0; row < length; row += rows) {
      const count = Math.min(rows, length - row);
      kernels.columns(copyIn(place, data, start + row * step, count * step), target, count, step);
    }
    out.set(collected.subarray(0, step), at);
  }
}
