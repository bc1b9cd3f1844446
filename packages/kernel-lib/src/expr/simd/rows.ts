import type { Fold } from "./body";
import { Lanes, type Lane } from "./lanes";
import { writeModule } from "./module";
import { block, instantiate, numbersEnd, scratchMemory, type Scratch } from "./scratch";

/** From this length on, a row is worth its way through the scratch memory. */
export const worthRows = 32;

/** Where the parts of a fold lie: behind the first few numbers, before the columns. */
const [shiftPlace, foldPlace] = [0, 64];

/** What is done to a row of float32 numbers, four at once. */
class Rows {
  readonly #largest: (limit: number) => void;
  readonly #expSum: (limit: number) => void;
  readonly #divide: (limit: number) => void;
  readonly #subtract: (limit: number) => void;
  readonly #in = numbersEnd;
  readonly #out = numbersEnd + 4 * block;

  constructor(readonly scratch: Scratch) {
    scratch.reach(this.#out + 4 * block);
    this.#largest = this.#kernel(this.#in, undefined, "largest");
    this.#expSum = this.#kernel(this.#in, (l, x, shift) => l.approximate("exp", l.sub(x, shift)), "sum");
    this.#divide = this.#kernel(this.#out, (l, x, by) => l.div(x, by));
    this.#subtract = this.#kernel(this.#in, (l, x, by) => l.sub(x, by));
  }

  /** A kernel from one of the two columns into the second. */
  #kernel(
    from: number,
    f: ((l: Lanes, x: Lane, number: Lane) => Lane) | undefined,
    by?: Fold["by"],
  ): (limit: number) => void {
    const lanes = new Lanes();
    const x = lanes.input();
    const number = lanes.input();
    const lane = f ? f(lanes, x, number) : x;
    const inputs = [
      { lane: x, offset: from, format: "floats" as const },
      { lane: number, offset: shiftPlace, format: "number" as const },
    ];
    const output = f && { lane, offset: this.#out, format: "floats" as const };
    return instantiate(
      this.scratch,
      writeModule(lanes, inputs, output, by && { by, lane, offset: foldPlace }),
    );
  }

  /** Copies a part of a row in, with −∞ behind it up to the end of the kernels' last turn. */
  #copyIn(row: Float32Array, start: number, count: number): void {
    const { floats } = this.scratch;
    const at = this.#in >> 2;
    floats.set(count === row.length ? row : row.subarray(start, start + count), at);
    floats.fill(-Infinity, at + count, at + ((count + 7) & ~7));
  }

  #result(count: number): Float32Array {
    return this.scratch.floats.subarray(this.#out >> 2, (this.#out >> 2) + count);
  }

  /** The largest element; NaN where there is one, −∞ of an empty row. */
  largest(row: Float32Array): number {
    let most = -Infinity;
    for (let start = 0; start < row.length; start += block) {
      const count = Math.min(block, row.length - start);
      this.#copyIn(row, start, count);
      this.#largest(4 * count);
      const parts = this.scratch.floats;
      for (let i = foldPlace >> 2; i < (foldPlace >> 2) + 8; i++) most = Math.max(most, parts[i]);
    }
    return most;
  }

  /** Fills `out` with exp(x − shift), unless it is left out, and gives the sum of that, added in double precision. */
  expSum(row: Float32Array, shift: number, out?: Float32Array): number {
    let sum = 0;
    for (let start = 0; start < row.length; start += block) {
      const count = Math.min(block, row.length - start);
      this.#copyIn(row, start, count);
      this.scratch.floats[shiftPlace >> 2] = shift;
      this.#expSum(4 * count);
      const parts = this.scratch.doubles;
      for (let i = foldPlace >> 3; i < (foldPlace >> 3) + 8; i++) sum += parts[i];
      if (out && row.length > block) out.set(this.#result(count), start);
    }
    return sum;
  }

  /** exp(xᵢ) / Σⱼ exp(xⱼ) of a row. */
  softmax(row: Float32Array, out: Float32Array): void {
    const sum = this.expSum(row, this.largest(row), out);
    this.scratch.floats[shiftPlace >> 2] = sum;
    for (let start = 0; start < row.length; start += block) {
      const count = Math.min(block, row.length - start);
      if (row.length > block) this.scratch.floats.set(out.subarray(start, start + count), this.#out >> 2);
      this.scratch.floats[shiftPlace >> 2] = sum;
      this.#divide(4 * count);
      out.set(this.#result(count), start);
    }
  }

  /** xᵢ − log Σⱼ exp(xⱼ) of a row. */
  logSoftmax(row: Float32Array, out: Float32Array): void {
    const most = this.largest(row);
    const shift = Math.log(this.expSum(row, most));
    for (let start = 0; start < row.length; start += block) {
      const count = Math.min(block, row.length - start);
      if (row.length > block) this.#copyIn(row, start, count);
      this.scratch.floats[shiftPlace >> 2] = most;
      this.#subtract(4 * count);
      const shifted = this.#result(count);
      for (let i = 0; i < count; i++) out[start + i] = shifted[i] - shift;
    }
  }
}

let rows: Rows | null | undefined;

/** Kernels for rows of float32 numbers; null where there is no WebAssembly. */
export function rowKernels(): Rows | null {
  if (rows === undefined) {
    const scratch = scratchMemory();
    rows = scratch && new Rows(scratch);
  }
  return rows;
}

export type { Rows };
