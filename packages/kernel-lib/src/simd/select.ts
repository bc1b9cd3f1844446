import { theArena, type Arena, type Words } from "./arena";
import { note, placeOf } from "./resident";
import {
  choose,
  copyRun,
  countUp,
  i32,
  increase,
  integers,
  load,
  ModuleWriter,
  sequence,
  set,
  simdOf,
  store,
  type Code,
  type FunctionWriter,
  type Local,
  type Operand,
} from "./assembler";
import { instruction, word } from "./encode";
import { simd } from "./opcodes";

interface Kernels {
  /** Writes the places of true bytes, of four at a time, and to `end` the address behind the last; up to 16 bytes more are overwritten. */
  truePlaces(...args: [mask: number, target: number, count: number, table: number, end: number]): void;
  /** The same of the elements at those places. */
  trueElements(
    ...args: [source: number, mask: number, target: number, count: number, table: number, end: number]
  ): void;
  /** Puts elements of four bytes in the stead of their places, of four at a time; `below` and `behind` stand for those outside. */
  elements(
    source: number,
    places: number,
    count: number,
    length: number,
    below: number,
    behind: number,
  ): void;
  /** Copies runs of so many bytes by their places, those outside from the ends; up to 16 bytes more are overwritten. */
  runs(source: number, places: number, target: number, count: number, length: number, bytes: number): void;
}

/** Below so many the way through the arena does not pay; beyond, the arena would have to grow too far. */
const [fewest, most] = [256, 1 << 24];

/** So many elements may be copied for each that is taken. */
const worthCopying = 8;

/** Goes through a mask, four truth values at a time, and keeps of a vector for each four the lanes of the true ones. */
function keepTrue(
  f: FunctionWriter,
  [mask, target, count, table, end]: readonly Local[],
  vector: Operand,
  next: Code,
): Code {
  const [last, four] = [f.local(), f.local()];
  const turn = sequence(
    // Four bytes that are 0 or 1 as the bits of one number; the table says how lanes are to be put.
    set(four, i32.shrU(i32.mul(load.i32(mask), 0x10204080), 28)),
    store.v128(target, simdOf(simd.swizzle)(vector, load.v128(i32.add(table, i32.shl(four, 4))))),
    increase(target, i32.shl(i32.popcnt(four), 2)),
    next,
  );
  return sequence(set(last, i32.add(mask, count)), countUp(mask, last, 4, turn), store.i32(end, target));
}

const vectorOf = (...words: readonly number[]): Code => [...instruction(simd.const), ...words.flatMap(word)];

function defineTrue(module: ModuleWriter): void {
  module.define("truePlaces", integers(5), (f, ...params) => {
    const [places] = f.vectors(1);
    const next = set(places, simdOf(simd.i32add)(places, vectorOf(4, 4, 4, 4)));
    return sequence(set(places, vectorOf(0, 1, 2, 3)), keepTrue(f, params, places, next));
  });
  module.define("trueElements", integers(6), (f, ...[source, ...params]) =>
    keepTrue(f, params, load.v128(source), increase(source, 16)),
  );
}

/** For each set of true values among four, the bytes of their lanes one behind the other. */
const table = Uint8Array.from({ length: 16 * 16 }, (_, i) => {
  const lanes = [0, 1, 2, 3].filter((lane) => ((i >> 4) >> lane) & 1);
  return 4 * (lanes[(i & 15) >> 2] ?? 0) + (i & 3);
});

function defineElements(module: ModuleWriter): void {
  module.define("elements", integers(6), (f, source, places, count, length, below, behind) => {
    const [last, place] = [f.local(), f.local()];
    const one = (offset: number) =>
      sequence(
        set(place, load.i32(places, offset)),
        set(place, choose(place, choose(below, behind, i32.shrU(place, 31)), i32.ltU(place, length))),
        store.i32(places, load.i32(i32.add(source, i32.shl(place, 2))), offset),
      );
    return sequence(
      set(last, i32.add(places, i32.shl(count, 2))),
      countUp(places, last, 16, sequence(...[0, 4, 8, 12].map(one))),
    );
  });
}

function defineRuns(module: ModuleWriter): void {
  module.define("runs", integers(6), (f, source, places, target, count, length, bytes) => {
    const [last, place, from, end] = Array.from({ length: 4 }, () => f.local());
    const inside = (index: Operand): Code =>
      choose(index, choose(0, i32.sub(length, 1), i32.shrU(index, 31)), i32.ltU(index, length));
    return sequence(
      set(last, i32.add(places, i32.shl(count, 2))),
      countUp(
        places,
        last,
        4,
        sequence(
          set(place, load.i32(places)),
          set(from, i32.add(source, i32.mul(inside(place), bytes))),
          copyRun(target, from, end, bytes),
        ),
      ),
    );
  });
}

let kernels: Kernels | undefined;

function kernelsOf(arena: Arena): Kernels {
  if (!kernels) {
    const module = new ModuleWriter();
    defineTrue(module);
    defineElements(module);
    defineRuns(module);
    kernels = arena.instantiate<Kernels>(module.encode());
  }
  return kernels;
}

/**
 * Finds the places of true values, in order.
 *
 * @returns The places; undefined for few truth values or very many, and without WebAssembly.
 */
export const truePlaces = (mask: Uint8Array): Int32Array | undefined =>
  keptOf(mask, undefined) as Int32Array | undefined;

/** Finds the elements at the places of true values; see {@link truePlaces}. */
export const trueElements = (data: Words, mask: Uint8Array): Words | undefined => keptOf(mask, data);

function keptOf(mask: Uint8Array, data: Words | undefined): Words | undefined {
  const size = mask.length;
  const arena = size < fewest || size > most ? null : theArena();
  if (!arena) return undefined;
  const start = arena.allocate(table.length + 16 + (data ? 9 : 5) * size + 48);
  const [end, target] = [start + table.length, start + table.length + 16];
  const source = target + 4 * size + 16;
  const maskAt = source + (data ? 4 * size : 0);
  arena.bytes.set(table, start);
  arena.bytes.set(mask, maskAt);
  arena.bytes.fill(0, maskAt + size, maskAt + size + 3);
  const run = kernelsOf(arena);
  if (data) {
    arena.wordsAs(data).set(data, source >> 2);
    run.trueElements(source, maskAt, target, size, start, end);
  } else run.truePlaces(maskAt, target, size, start, end);
  const kept = (data ? arena.wordsAs(data) : arena.ints).slice(target >> 2, arena.ints[end >> 2] >> 2);
  arena.free(start);
  return kept;
}

/**
 * Takes elements of 32 bits by their places.
 *
 * @param fill - Stands for what is outside; undefined for the element at that end.
 * @returns Whether it did: not where few are taken of many, nor without WebAssembly.
 */
export function takeWords(data: Words, places: Int32Array, out: Words, fill: number | undefined): boolean {
  const [length, count] = [data.length, places.length];
  if (length === 0 || count < fewest || length > worthCopying * count || count > most) return false;
  const arena = theArena();
  if (!arena) return false;
  const source = arena.allocate(4 * (length + 1 + count) + 16);
  const [first, start] = [source >> 2, (source >> 2) + length + 1];
  const memory = arena.wordsAs(data);
  memory.set(data, first);
  if (fill !== undefined) memory[first + length] = fill;
  arena.ints.set(places, start);
  const outside = fill === undefined ? [0, length - 1] : [length, length];
  kernelsOf(arena).elements(source, 4 * start, count, length, outside[0], outside[1]);
  out.set(memory.subarray(start, start + count));
  arena.free(source);
  return true;
}

/** Fewer elements are copied where they lie. */
const worthGathering = 1 << 12;
/** So many elements are put together at a time: few enough for the processor's second cache. */
const together = 1 << 16;

/**
 * Takes runs of elements of 32 bits by their places, those outside from the ends: puts them together in the arena and
 * copies that. New memory is filled sooner with few large pieces than with many small ones.
 *
 * @returns Whether it did: not where few are taken, nor without WebAssembly.
 */
export function takeRuns(data: Words, places: Int32Array, out: Words, run: number): boolean {
  const arena = data.length === 0 || out.length < worthGathering || run > together ? null : theArena();
  if (!arena) return false;
  const length = data.length / run;
  note(data);
  const most = Math.min(places.length, Math.max(1, Math.floor(together / run)));
  const target = arena.allocate(4 * (most * run + most) + 16);
  const placesAt = target + 4 * most * run + 16;
  const source = placeOf(data);
  const memory = arena.wordsAs(data);
  for (let first = 0; first < places.length; first += most) {
    const count = Math.min(most, places.length - first);
    if (source === undefined) {
      for (let i = 0, to = target >> 2; i < count; i++, to += run) {
        const from = Math.max(0, Math.min(length - 1, places[first + i])) * run;
        memory.set(data.subarray(from, from + run), to);
      }
    } else {
      arena.ints.set(places.subarray(first, first + count), placesAt >> 2);
      kernelsOf(arena).runs(source, placesAt, target, count, length, 4 * run);
    }
    out.set(memory.subarray(target >> 2, (target >> 2) + count * run), first * run);
  }
  arena.free(target);
  return true;
}
