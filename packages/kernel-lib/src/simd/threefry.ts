import { theArena, type Arena } from "./arena";
import { countUp, i32, integers, ModuleWriter, sequence, set, simdOf, store, value } from "./assembler";
import type { Code, Local, Operand } from "./assembler";
import { instruction, word } from "./encode";
import { simd } from "./opcodes";

type Kernel = (target: number, count: number, k0: number, k1: number, first: number) => void;

/** Words for as many counters, and fractions made of them, one for each. */
interface Kernels {
  readonly words: Kernel;
  readonly fractions: Kernel;
}

/** By how many bits the second word is turned, round by round; the other four in every second group of rounds. */
const turns = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
];

/** So many vectors are computed beside one another: the steps of one wait for each other. */
const together = 4;

/** So many words are drawn at a time: few enough for the processor's second cache. */
const block = 32768;

/** Below so many words the way through the arena does not pay. */
const worthCopying = 32;

const [add, xor, or] = [simdOf(simd.i32add), simdOf(simd.xor), simdOf(simd.or)];
const splat = simdOf(simd.i32splat);
const shifted =
  (opcode: number) =>
  (x: Operand, by: number): Code => [...value(x), ...value(by), ...instruction(opcode)];
const [left, right] = [shifted(simd.i32shl), shifted(simd.i32shr_u)];
const vectorOf = (...words: readonly number[]): Code => [...instruction(simd.const), ...words.flatMap(word)];
const all = (bits: number): Code => vectorOf(bits, bits, bits, bits);

/** Adds a kernel of Threefry-2x32 in twenty rounds: the counters are the low words, and both results are combined. */
function define(module: ModuleWriter, name: keyof Kernels, finish: (bits: Operand) => Code): void {
  module.define(name, integers(5), (f, target, count, k0, k1, first) => {
    const keys = f.vectors(3);
    const [a, b] = [f.vectors(together), f.vectors(together)];
    const [counter, limit] = [f.local("v128"), f.local()];
    const each = (step: (a: Local, b: Local, i: number) => Code): Code =>
      sequence(...a.map((one, i) => step(one, b[i], i)));
    const rounds = Array.from({ length: 5 }, (_, group) =>
      sequence(
        ...turns[group % 2].map((by) =>
          sequence(
            each((x, y) => set(x, add(x, y))),
            each((x, y) => set(y, xor(or(left(y, by), right(y, 32 - by)), x))),
          ),
        ),
        each((x) => set(x, add(x, keys[(group + 1) % 3]))),
        each((_, y) => set(y, add(y, add(keys[(group + 2) % 3], all(group + 1))))),
      ),
    );
    const turn = sequence(
      each((x, y, i) => sequence(set(x, keys[0]), set(y, add(add(counter, all(4 * i)), keys[1])))),
      ...rounds,
      each((x, y, i) => store.v128(target, finish(xor(x, y)), 16 * i)),
      set(counter, add(counter, all(4 * together))),
    );
    return sequence(
      set(keys[0], splat(k0)),
      set(keys[1], splat(k1)),
      set(keys[2], xor(xor(keys[0], keys[1]), all(0x1bd11bda))),
      set(counter, add(splat(first), vectorOf(0, 1, 2, 3))),
      set(limit, i32.add(target, i32.shl(count, 2))),
      countUp(target, limit, 16 * together, turn),
    );
  });
}

let kernels: Kernels | undefined;

function kernelsOf(arena: Arena): Kernels {
  const module = new ModuleWriter();
  define(module, "words", (bits) => value(bits));
  // 23 bits behind the point of a number from [1, 2).
  const one = all(0x3f800000);
  define(module, "fractions", (bits) => simdOf(simd.f32sub)(or(right(bits, 9), one), one));
  return arena.instantiate<Kernels>(module.encode());
}

/**
 * Draws a word of 32 random bits for each element of a Uint32Array, or a fraction from [0, 1) for each of a Float32Array.
 *
 * @returns Whether it did: not few of them, nor without WebAssembly.
 */
export function drawMany(key: readonly [number, number], out: Uint32Array | Float32Array): boolean {
  const arena = out.length < worthCopying ? null : theArena();
  if (!arena) return false;
  kernels ??= kernelsOf(arena);
  const isFractions = out instanceof Float32Array;
  // A turn writes whole vectors.
  const target = arena.allocate(4 * (Math.min(block, out.length) + 4 * together));
  const memory = isFractions ? arena.floats : arena.words;
  const draw = isFractions ? kernels.fractions : kernels.words;
  for (let start = 0; start < out.length; start += block) {
    const count = Math.min(block, out.length - start);
    draw(target, count, key[0], key[1], start);
    out.set(memory.subarray(target >> 2, (target >> 2) + count), start);
  }
  arena.free(target);
  return true;
}
