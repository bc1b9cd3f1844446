import { stride as turn, type Fold } from "./body";
import { Lanes, type Lane } from "./lanes";
import { theArena, type Arena } from "../../simd/arena";
import { note, placeOf } from "../../simd/resident";
import { block, numbersEnd, pointers } from "../../simd/scratch";
import { instantiateKernel, type Kernel } from "./module";

/** From this length on, a row is worth its way through the scratch memory. */
export const worthRows = 32;

/** Where the parts of a fold lie: behind the first few numbers, before the columns. */
const [firstNumber, secondNumber, foldPlace] = [0, 4, 64];

/** What a kernel computes of an element and two numbers. */
type Step = (l: Lanes, x: Lane, first: Lane, second: Lane) => Lane;

/** What is done to rows of float32 numbers, four numbers at once. */
class Rows {
  readonly #largest: Kernel;
  readonly #expSum: Kernel;
  readonly #scale: Kernel;
  readonly #subtract: Kernel;
  readonly #column = numbersEnd;
  /** Where the rows are that are read. */
  #in = numbersEnd;
  readonly #out = numbersEnd + 4 * (block + turn);
  readonly #aside = new Float32Array(turn);

  constructor(readonly scratch: Arena) {
    this.#largest = this.#kernel(undefined, undefined, "largest");
    this.#expSum = this.#kernel(
      undefined,
      (l, x, most) => l.approximate("expBelow89", l.sub(x, most)),
      "sum",
    );
    this.#scale = this.#kernel(this.#out, (l, x, by) => l.mul(x, by));
    this.#subtract = this.#kernel(undefined, (l, x, most, log) => l.sub(l.sub(x, most), log));
  }

  /** A kernel from the second column, or from where the rows are, into the second column. */
  #kernel(from: number | undefined, f: Step | undefined, by?: Fold["by"]): Kernel {
    const lanes = new Lanes();
    const [x, first, second] = [lanes.input(), lanes.input(), lanes.input()];
    const lane = f ? f(lanes, x, first, second) : x;
    const inputs = [
      { lane: x, offset: from ?? pointers, isPointer: from === undefined, format: "floats" as const },
      { lane: first, offset: firstNumber, format: "number" as const },
      { lane: second, offset: secondNumber, format: "number" as const },
    ];
    const output = f && { lane, offset: this.#out, format: "floats" as const };
    return instantiateKernel(this.scratch, lanes, inputs, output, by && { by, lane, offset: foldPlace });
  }

  /** exp(xᵢ) / Σⱼ exp(xⱼ) of each row. */
  softmax(data: Float32Array, out: Float32Array, length: number): void {
    this.#overRows(data, out, length, (start, end, _, sum) => {
      this.scratch.floats[firstNumber >> 2] = 1 / sum;
      this.#scale(start, end);
    });
  }

  /** xᵢ − log Σⱼ exp(xⱼ) of each row. */
  logSoftmax(data: Float32Array, out: Float32Array, length: number): void {
    this.#overRows(data, out, length, (start, end, most, sum) => {
      this.scratch.floats[firstNumber >> 2] = most;
      this.scratch.floats[secondNumber >> 2] = Math.log(sum);
      this.#subtract(start, end);
    });
  }

  /** Takes as many rows at a time as the scratch memory holds, or one in parts. */
  #overRows(data: Float32Array, out: Float32Array, length: number, finish: Finish): void {
    note(data);
    const copy = length > block ? undefined : placeOf(data);
    if (length > block) {
      for (let start = 0; start < data.length; start += length) {
        this.#overParts(data.subarray(start, start + length), out.subarray(start, start + length), finish);
      }
      return;
    }
    const one = (from: number, to: number): void => {
      const most = this.#mostOf(from, to);
      finish(from, to, most, this.#expSumOf(from, to, most));
    };
    const together = Math.floor(block / length) * length;
    for (let start = 0; start < data.length; start += together) {
      const count = Math.min(together, data.length - start);
      if (copy === undefined) this.#copyIn(data, start, count);
      else this.#readFrom(copy + 4 * start);
      for (let row = 0; row < count; row += length) this.#withoutNext(row, length, one);
      this.#copyOut(out, start, count);
    }
  }

  #overParts(row: Float32Array, out: Float32Array, finish: Finish): void {
    const each = (use: (to: number, start: number, count: number) => void): void => {
      for (let start = 0; start < row.length; start += block) {
        const count = Math.min(block, row.length - start);
        this.#copyIn(row, start, count);
        this.#withoutNext(0, count, (_, to) => use(to, start, count));
      }
    };
    let [most, sum] = [-Infinity, 0];
    each((to) => (most = Math.max(most, this.#mostOf(0, to))));
    each((to) => (sum += this.#expSumOf(0, to, most)));
    each((to, start, count) => {
      this.#expSumOf(0, to, most);
      finish(0, to, most, sum);
      this.#copyOut(out, start, count);
    });
  }

  /** Runs kernels over one row, while −∞ stands wherever their last turn reaches into the next. */
  #withoutNext(row: number, length: number, use: (from: number, to: number) => void): void {
    const { floats } = this.scratch;
    const aside = this.#aside;
    const next = (this.#in >> 2) + row + length;
    const count = -length & (turn - 1);
    for (let i = 0; i < count; i++) {
      aside[i] = floats[next + i];
      floats[next + i] = -Infinity;
    }
    use(4 * row, 4 * (row + length));
    for (let i = 0; i < count; i++) floats[next + i] = aside[i];
  }

  #copyIn(data: Float32Array, start: number, count: number): void {
    this.#readFrom(this.#column);
    this.scratch.floats.set(
      count === data.length ? data : data.subarray(start, start + count),
      this.#column >> 2,
    );
  }

  #readFrom(offset: number): void {
    this.#in = offset;
    this.scratch.ints[pointers >> 2] = offset;
  }

  #copyOut(out: Float32Array, start: number, count: number): void {
    const first = this.#out >> 2;
    out.set(this.scratch.floats.subarray(first, first + count), start);
  }

  /** The largest number of a row, where none is NaN. */
  #mostOf(start: number, end: number): number {
    this.#largest(start, end);
    const { floats } = this.scratch;
    let most = -Infinity;
    for (let i = foldPlace >> 2; i < (foldPlace >> 2) + 4; i++) if (floats[i] > most) most = floats[i];
    return most;
  }

  /** Leaves exp(x − most) in the second column and gives the sum of that, added in double precision. */
  #expSumOf(start: number, end: number, most: number): number {
    const { floats, doubles } = this.scratch;
    floats[firstNumber >> 2] = most;
    this.#expSum(start, end);
    const at = foldPlace >> 3;
    return doubles[at] + doubles[at + 1];
  }
}

/** What remains to be done to a row of which the largest number and the sum of exponentials are known. */
type Finish = (start: number, end: number, most: number, sum: number) => void;

let rows: Rows | null | undefined;

/** Kernels for rows of float32 numbers; null where there is no WebAssembly. */
export function rowKernels(): Rows | null {
  if (rows === undefined) {
    const arena = theArena();
    rows = arena && new Rows(arena);
  }
  return rows;
}

export type { Rows };
