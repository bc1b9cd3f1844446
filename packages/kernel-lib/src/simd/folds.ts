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

/** Adds four float32 numbers at most before their sum goes on in float64. */
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

/** Adds the kernel of rows: four vectors at a time, then one, then one number. */
function defineRows(module: ModuleWriter, by: Folding): void {
  const { combine, collectors, collect, one, finish } = folds[by];
  module.define("rows", integers(4), (f, source, target, rows, length) => {
    const [row, end, whole, quads] = Array.from({ length: 4 }, () => f.local());
    const collected = f.vectors(collectors);
    const numbers = f.local("v128");
    const take = (code: Code): Code =>
      sequence(set(numbers, code), ...collected.map((own, i) => set(own, collect(own, numbers, i))));
    const at = (offset: number): Code => load.v128(source, offset);
    const begin = by === "sum" ? zeros : load.splat32(source);
    const each = sequence(
      ...collected.map((own) => set(own, begin)),
      set(quads, i32.add(source, i32.shl(i32.and(length, -16), 2))),
      set(whole, i32.add(source, i32.shl(i32.and(length, -4), 2))),
      set(end, i32.add(source, i32.shl(length, 2))),
      countUp(source, quads, 64, take(combine(combine(at(0), at(16)), combine(at(32), at(48))))),
      countUp(source, whole, 16, take(at(0))),
      countUp(source, end, 4, take(one(source))),
      finish(target, collected),
      increase(target, resultBytes(by)),
    );
    return sequence(set(row, 0), countUp(row, rows, 1, each));
  });
}

/** Adds the kernel of columns: four rows at a time, then one. */
function defineColumns(module: ModuleWriter, by: Folding): void {
  const { combine, collectors, collect } = folds[by];
  module.define("columns", integers(4), (f, source, target, rows, length) => {
    const [row, whole, step, end, to] = Array.from({ length: 5 }, () => f.local());
    const [second, third, fourth] = Array.from({ length: 3 }, () => f.local());
    const numbers = f.local("v128");
    const collectAll = Array.from({ length: collectors }, (_, i) =>
      store.v128(to, collect(load.v128(to, 16 * i), numbers, i), 16 * i),
    );
    const across = (read: Code, ...more: readonly Local[]): Code =>
      sequence(
        set(to, target),
        set(end, i32.add(source, step)),
        countUp(
          source,
          end,
          16,
          sequence(
            set(numbers, read),
            ...collectAll,
            increase(to, 16 * collectors),
            ...more.map((place) => increase(place, 16)),
          ),
        ),
        set(source, end),
      );
    const four = sequence(
      set(second, i32.add(source, step)),
      set(third, i32.add(second, step)),
      set(fourth, i32.add(third, step)),
      across(
        combine(combine(load.v128(source), load.v128(second)), combine(load.v128(third), load.v128(fourth))),
        second,
        third,
        fourth,
      ),
      increase(source, i32.mul(step, 3)),
    );
    return sequence(
      set(step, i32.shl(length, 2)),
      set(whole, i32.and(rows, -4)),
      set(row, 0),
      countUp(row, whole, 4, four),
      when(i32.ltU(row, rows), countUp(row, rows, 1, across(load.v128(source)))),
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
