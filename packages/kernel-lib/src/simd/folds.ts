import { theArena, type Arena } from "./arena";
import {
  countUp,
  i32,
  increase,
  integers,
  load,
  ModuleWriter,
  sequence,
  set,
  shuffle,
  simdOf,
  store,
  value,
  when,
  zeros,
  type Code,
  type Local,
  type Operand,
} from "./assembler";
import { instruction } from "./encode";
import { plain, simd } from "./opcodes";

/** What is made of many float32 numbers: their sum, the largest, the smallest; NaN where there is one. */
export type Folding = "sum" | "max" | "min";

/** How vectors of numbers become one number. */
interface Fold {
  /** Combines two vectors of four numbers. */
  readonly combine: (a: Operand, b: Operand) => Code;
  /** The vectors that collect four numbers, and what each takes in of a vector. */
  readonly collectors: number;
  readonly collect: (collector: Operand, numbers: Operand, i: number) => Code;
  /** One number from memory as a vector that adds nothing but that number. */
  readonly one: (address: Operand) => Code;
  /** Stores the one number that collectors make. */
  readonly finish: (target: Operand, collectors: readonly Local[]) => Code;
}

const [f32add, f64add] = [simdOf(simd.f32add), simdOf(simd.f64add)];
const promote = simdOf(simd.f64promote_low_f32);
const load32Zero = (address: Operand): Code => [...value(address), ...instruction(simd.load32_zero), 2, 0];
/** The second half of a vector in front. */
const behind = (x: Operand): Code =>
  shuffle(x, x, [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]);

/** Adds eight float32 numbers at most before their sum goes on in float64. */
const sum: Fold = {
  combine: f32add,
  collectors: 2,
  collect: (collector, numbers, i) => f64add(collector, promote(i === 0 ? numbers : behind(numbers))),
  one: load32Zero,
  finish: (target, [a, b]) => {
    const lane = (i: number): Code => [...value(a), ...instruction(simd.f64extract_lane), i];
    return sequence(set(a, f64add(a, b)), store.f64(target, [...lane(0), ...lane(1), plain.f64add]));
  },
};

function extreme(opcode: number): Fold {
  const combine = simdOf(opcode);
  return {
    combine,
    collectors: 1,
    collect: (collector, numbers) => combine(collector, numbers),
    one: load.splat32,
    finish: (target, [a]) => {
      const half = combine(a, behind(a));
      const bytes = [4, 5, 6, 7];
      const lanes = sequence(
        set(a, half),
        set(a, combine(a, shuffle(a, a, [...bytes, ...bytes, ...bytes, ...bytes]))),
      );
      const first: Code = [...value(a), ...instruction(simd.f32extract_lane), 0];
      return sequence(lanes, store.f32(target, first));
    },
  };
}

const folds: Readonly<Record<Folding, Fold>> = {
  sum,
  max: extreme(simd.f32max),
  min: extreme(simd.f32min),
};

/** Bytes of what a fold makes of one row. */
export const resultBytes = (by: Folding): 4 | 8 => (by === "sum" ? 8 : 4);

type RowsKernel = (source: number, target: number, rows: number, length: number) => void;

/** The kernels of a fold. */
export interface FoldKernels {
  /** Makes one number of each of some rows, which lie one behind the other: floats, or doubles of sums. */
  readonly rows: RowsKernel;
  /**
   * Takes rows into what was collected before: a number for each place of a row, as in `rows`. Up to four places behind
   * the last are written, too.
   */
  readonly columns: RowsKernel;
}

/** So many rows, or vectors of one, are combined with one another before they are collected. */
export const rowsTogether = 8;

/** Combines values in pairs, the results in pairs, and so on, so that few of them wait for one another. */
function inPairs(combine: Fold["combine"], values: readonly Operand[]): Operand {
  if (values.length === 1) return values[0];
  const half = values.length / 2;
  return combine(inPairs(combine, values.slice(0, half)), inPairs(combine, values.slice(half)));
}

/** Adds the kernel of rows: eight vectors at a time, then one, then one number. */
function defineRows(module: ModuleWriter, by: Folding): void {
  const { combine, collectors, collect, one, finish } = folds[by];
  module.define("rows", integers(4), (f, source, target, rows, length) => {
    const [row, end, whole, eights] = Array.from({ length: 4 }, () => f.local());
    const collected = f.vectors(collectors);
    const numbers = f.local("v128");
    const take = (x: Operand): Code =>
      sequence(set(numbers, x), ...collected.map((own, i) => set(own, collect(own, numbers, i))));
    const vectors = Array.from({ length: rowsTogether }, (_, i) => load.v128(source, 16 * i));
    const begin = by === "sum" ? zeros : load.splat32(source);
    const each = sequence(
      ...collected.map((own) => set(own, begin)),
      set(eights, i32.add(source, i32.shl(i32.and(length, -4 * rowsTogether), 2))),
      set(whole, i32.add(source, i32.shl(i32.and(length, -4), 2))),
      set(end, i32.add(source, i32.shl(length, 2))),
      countUp(source, eights, 16 * rowsTogether, take(inPairs(combine, vectors))),
      countUp(source, whole, 16, take(vectors[0])),
      countUp(source, end, 4, take(one(source))),
      finish(target, collected),
      increase(target, resultBytes(by)),
    );
    return sequence(set(row, 0), countUp(row, rows, 1, each));
  });
}

/** Adds the kernel of columns: eight rows at a time, then one. */
function defineColumns(module: ModuleWriter, by: Folding): void {
  const { combine, collectors, collect } = folds[by];
  module.define("columns", integers(4), (f, source, target, rows, length) => {
    const [row, whole, step, end, to] = Array.from({ length: 5 }, () => f.local());
    const others = Array.from({ length: rowsTogether - 1 }, () => f.local());
    const numbers = f.local("v128");
    const collectAll = Array.from({ length: collectors }, (_, i) =>
      store.v128(to, collect(load.v128(to, 16 * i), numbers, i), 16 * i),
    );
    /** Goes through the row at `source`, and others beside it, and on to the next one. */
    const across = (...beside: readonly Local[]): Code => {
      const places = [source, ...beside];
      const vectors = places.map((place) => load.v128(place));
      const turn = sequence(
        set(numbers, inPairs(combine, vectors)),
        ...collectAll,
        increase(to, 16 * collectors),
        ...beside.map((place) => increase(place, 16)),
      );
      return sequence(
        set(to, target),
        set(end, i32.add(source, step)),
        ...beside.map((place, i) => set(place, i32.add(places[i], step))),
        countUp(source, end, 16, turn),
        set(source, i32.add(end, i32.mul(step, beside.length))),
      );
    };
    return sequence(
      set(step, i32.shl(length, 2)),
      set(whole, i32.and(rows, -rowsTogether)),
      set(row, 0),
      countUp(row, whole, rowsTogether, across(...others)),
      when(i32.ltU(row, rows), countUp(row, rows, 1, across())),
    );
  });
}

const kernels = new Map<Folding, FoldKernels>();

/** The kernels of a fold, and the memory that they work on; null where there is no WebAssembly. */
export function foldKernels(by: Folding): (FoldKernels & { readonly arena: Arena }) | null {
  const arena = theArena();
  if (!arena) return null;
  let known = kernels.get(by);
  if (!known) {
    const module = new ModuleWriter();
    defineRows(module, by);
    defineColumns(module, by);
    known = arena.instantiate<FoldKernels>(module.encode());
    kernels.set(by, known);
  }
  return { rows: known.rows, columns: known.columns, arena };
}
