import { theArena, type Arena, type Words } from "./arena";
import {
  copyRun,
  countUp,
  i32,
  increase,
  integers,
  least,
  load,
  ModuleWriter,
  sequence,
  set,
  store,
} from "./assembler";
import { transpose4 } from "./matmul/element";

interface Kernels {
  /** Transposes a matrix of elements of four bytes. */
  elements(source: number, target: number, rows: number, columns: number): void;
  /** Transposes a matrix of runs of so many bytes; up to 16 bytes behind it are overwritten. */
  runs(source: number, target: number, rows: number, columns: number, bytes: number): void;
}

/** So many rows are transposed at a time, so that both sides stay in the processor's first cache. */
const tile = 32;

/** Below so many elements the way through the arena does not pay. */
const worthCopying = 256;

/** Beyond so many elements the arena would have to grow too far. */
const most = 1 << 24;

/** Adds the kernel of elements: blocks of 4 × 4 by shuffles, what is left over one by one. */
function defineElements(module: ModuleWriter): void {
  module.define("elements", integers(4), (f, source, target, rows, columns) => {
    const [first, last, row, column, wholeRows, wholeColumns] = Array.from({ length: 6 }, () => f.local());
    const [from, to, step, across] = Array.from({ length: 4 }, () => f.local());
    const [values, between] = [f.vectors(4), f.vectors(4)];
    const places = sequence(
      set(from, i32.add(source, i32.shl(i32.add(i32.mul(row, columns), column), 2))),
      set(to, i32.add(target, i32.shl(i32.add(i32.mul(column, rows), row), 2))),
    );
    const { first: shuffled, vectors } = transpose4(values, between);
    const block = sequence(
      places,
      ...values.map((one) => sequence(set(one, load.v128(from)), increase(from, step))),
      shuffled,
      ...vectors.map((one) => sequence(store.v128(to, one), increase(to, across))),
    );
    const one = sequence(places, store.i32(to, load.i32(from)));
    const overTile = sequence(
      set(last, least(wholeRows, i32.add(first, tile))),
      set(column, 0),
      countUp(column, wholeColumns, 4, sequence(set(row, first), countUp(row, last, 4, block))),
    );
    return sequence(
      set(step, i32.shl(columns, 2)),
      set(across, i32.shl(rows, 2)),
      set(wholeRows, i32.and(rows, -4)),
      set(wholeColumns, i32.and(columns, -4)),
      set(first, 0),
      countUp(first, wholeRows, tile, overTile),
      set(column, wholeColumns),
      countUp(column, columns, 1, sequence(set(row, 0), countUp(row, rows, 1, one))),
      set(row, wholeRows),
      countUp(row, rows, 1, sequence(set(column, 0), countUp(column, wholeColumns, 1, one))),
    );
  });
}

/** Adds the kernel of runs, which are copied as whole vectors: the next one overwrites what was too much. */
function defineRuns(module: ModuleWriter): void {
  module.define("runs", integers(5), (f, source, target, rows, columns, bytes) => {
    const [row, column, start, from, end, step] = Array.from({ length: 6 }, () => f.local());
    const copy = sequence(set(from, start), copyRun(target, from, end, bytes), increase(start, step));
    const overRows = sequence(
      set(start, source),
      set(row, 0),
      countUp(row, rows, 1, copy),
      increase(source, bytes),
    );
    return sequence(
      set(step, i32.mul(columns, bytes)),
      set(column, 0),
      countUp(column, columns, 1, overRows),
    );
  });
}

let kernels: Kernels | undefined;

function kernelsOf(arena: Arena): Kernels {
  const module = new ModuleWriter();
  defineElements(module);
  defineRuns(module);
  return arena.instantiate<Kernels>(module.encode());
}

/**
 * Transposes matrices, which lie one behind the other: of runs of so many elements of 32 bits.
 *
 * @returns Whether it did: not for few elements or very many, nor without WebAssembly.
 */
export function transposeWords(data: Words, out: Words, rows: number, columns: number, run: number): boolean {
  const size = rows * columns * run;
  const arena = size < worthCopying || size > most ? null : theArena();
  if (!arena) return false;
  kernels ??= kernelsOf(arena);
  const source = arena.allocate(8 * size + 16);
  const target = source + 4 * size;
  const memory = arena.wordsAs(data);
  const isOne = size === data.length;
  for (let start = 0; start < data.length; start += size) {
    memory.set(isOne ? data : data.subarray(start, start + size), source >> 2);
    if (run === 1) kernels.elements(source, target, rows, columns);
    else kernels.runs(source, target, rows, columns, 4 * run);
    out.set(memory.subarray(target >> 2, (target >> 2) + size), start);
  }
  arena.free(source);
  return true;
}
