import {
  load,
  sequence,
  set,
  shuffle,
  simdOf,
  store,
  value,
  type Code,
  type Local,
  type Operand,
} from "../assembler";
import { instruction } from "../encode";
import { plain, simd } from "../opcodes";

/** What the matrix kernels of an element type are made of. */
export interface Element {
  /** Bytes of an element, and elements of a vector. */
  readonly bytes: 4 | 8;
  readonly lanes: 4 | 2;
  readonly type: "f32" | "f64";
  readonly splat: (address: Operand, offset?: number) => Code;
  /** One element of a vector, in all of its lanes. */
  readonly splatLane: (vector: Operand, lane: number) => Code;
  /** a · b + c of vectors. */
  readonly multiplyAdd: (a: Operand, b: Operand, c: Operand) => Code;
  readonly add: (a: Operand, b: Operand) => Code;
  /** One element, from memory and into it. */
  readonly load: (address: Operand, offset?: number) => Code;
  readonly store: (address: Operand, x: Operand, offset?: number) => Code;
  readonly addOne: (a: Operand, b: Operand) => Code;
  readonly multiplyOne: (a: Operand, b: Operand) => Code;
  readonly zero: Code;
  readonly extract: (vector: Operand, lane: number) => Code;
  /** As many vectors as a vector has lanes, transposed by way of as many locals. */
  readonly transpose: (rows: readonly Operand[], between: readonly Local[]) => Transposed;
}

/** A transposed block: what is to be done first, and its vectors. */
export interface Transposed {
  readonly first: Code;
  readonly vectors: readonly Code[];
}

/** The bytes of elements of two vectors: those of the second count on from the first. */
const pick = (bytes: number, elements: readonly number[]): number[] =>
  elements.flatMap((one) => Array.from({ length: bytes }, (_, i) => one * bytes + i));

/** Transposes 4 × 4 elements: first and second halves of two rows interleaved, then halves of those put together. */
export function transpose4([a, b, c, d]: readonly Operand[], between: readonly Local[]): Transposed {
  const [starts, ends] = [pick(4, [0, 4, 1, 5]), pick(4, [2, 6, 3, 7])];
  const [startsAB, startsCD, endsAB, endsCD] = between;
  const [lower, upper] = [pick(8, [0, 2]), pick(8, [1, 3])];
  return {
    first: sequence(
      set(startsAB, shuffle(a, b, starts)),
      set(startsCD, shuffle(c, d, starts)),
      set(endsAB, shuffle(a, b, ends)),
      set(endsCD, shuffle(c, d, ends)),
    ),
    vectors: [
      shuffle(startsAB, startsCD, lower),
      shuffle(startsAB, startsCD, upper),
      shuffle(endsAB, endsCD, lower),
      shuffle(endsAB, endsCD, upper),
    ],
  };
}

const splatLane =
  (bytes: number, lanes: number) =>
  (vector: Operand, lane: number): Code =>
    shuffle(vector, vector, pick(bytes, new Array<number>(lanes).fill(lane)));

const scalar =
  (opcode: number) =>
  (a: Operand, b: Operand): Code => [...value(a), ...value(b), opcode];

const extracts =
  (opcode: number) =>
  (vector: Operand, lane: number): Code => [...value(vector), ...instruction(opcode), lane];

/** float32, with or without fused multiply-add. */
export function float32Element(fused: boolean): Element {
  const [add, mul, madd] = [simdOf(simd.f32add), simdOf(simd.f32mul), simdOf(simd.f32madd)];
  return {
    bytes: 4,
    lanes: 4,
    type: "f32",
    splat: load.splat32,
    splatLane: splatLane(4, 4),
    multiplyAdd: fused ? madd : (a, b, c) => add(mul(a, b), c),
    add,
    load: load.f32,
    store: store.f32,
    addOne: scalar(plain.f32add),
    multiplyOne: scalar(plain.f32mul),
    zero: [plain.f32const, 0, 0, 0, 0],
    extract: extracts(simd.f32extract_lane),
    transpose: transpose4,
  };
}

/** float64, with or without fused multiply-add. */
export function float64Element(fused: boolean): Element {
  const [add, mul, madd] = [simdOf(simd.f64add), simdOf(simd.f64mul), simdOf(simd.f64madd)];
  return {
    bytes: 8,
    lanes: 2,
    type: "f64",
    splat: load.splat64,
    splatLane: splatLane(8, 2),
    multiplyAdd: fused ? madd : (a, b, c) => add(mul(a, b), c),
    add,
    load: load.f64,
    store: store.f64,
    addOne: scalar(plain.f64add),
    multiplyOne: scalar(plain.f64mul),
    zero: [plain.f64const, 0, 0, 0, 0, 0, 0, 0, 0],
    extract: extracts(simd.f64extract_lane),
    transpose: ([a, b]) => ({
      first: [],
      vectors: [shuffle(a, b, pick(8, [0, 2])), shuffle(a, b, pick(8, [1, 3]))],
    }),
  };
}
