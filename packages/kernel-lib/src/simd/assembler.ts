import { instruction, signed, unsigned, vector } from "./encode";
import { encodeModule, type ModuleFunction } from "./module";
import { plain, simd } from "./opcodes";

/** Instructions, as bytes. */
export type Code = readonly number[];

/** A parameter or a local of a function. */
export class Local {
  constructor(readonly index: number) {}
}

/** What leaves one value on the stack: a number is a constant of type i32. */
export type Operand = Code | Local | number;

export type ValueType = "i32" | "f32" | "f64" | "v128";

/** Leaves an operand on the stack. */
export const value = (x: Operand): Code => {
  if (typeof x === "number") return [plain.i32const, ...signed(x)];
  return x instanceof Local ? [plain.localGet, ...unsigned(x.index)] : x;
};

/** Instructions one after the other. */
export const sequence = (...parts: readonly Code[]): Code => parts.flat();

/** An instruction without SIMD, of its operands. */
const plainOf =
  (opcode: number) =>
  (...operands: readonly Operand[]): Code => [...operands.flatMap(value), opcode];

/** A SIMD instruction, of its operands. */
export const simdOf =
  (opcode: number) =>
  (...operands: readonly Operand[]): Code => [...operands.flatMap(value), ...instruction(opcode)];

/** Arithmetic and comparisons of 32-bit integers. */
export const i32 = {
  add: plainOf(plain.i32add),
  sub: plainOf(plain.i32sub),
  mul: plainOf(plain.i32mul),
  and: plainOf(plain.i32and),
  or: plainOf(plain.i32or),
  xor: plainOf(plain.i32xor),
  shl: plainOf(plain.i32shl),
  shrU: plainOf(plain.i32shr_u),
  shrS: plainOf(plain.i32shr_s),
  rotl: plainOf(plain.i32rotl),
  eq: plainOf(plain.i32eq),
  ne: plainOf(plain.i32ne),
  ltU: plainOf(plain.i32lt_u),
  gtU: plainOf(plain.i32gt_u),
  leU: plainOf(plain.i32le_u),
  geU: plainOf(plain.i32ge_u),
  isZero: plainOf(plain.i32eqz),
  /** How many bits are set. */
  popcnt: plainOf(plain.i32popcnt),
};

/** The first operand where the condition holds, the second elsewhere. */
export const choose = (a: Operand, b: Operand, condition: Operand): Code =>
  plainOf(plain.select)(a, b, condition);

/** The smaller of two addresses or counts. */
export const least = (a: Operand, b: Operand): Code => choose(a, b, i32.ltU(a, b));

export const set = (local: Local, x: Operand): Code => [
  ...value(x),
  plain.localSet,
  ...unsigned(local.index),
];

/** Adds to an address or a count. */
export const increase = (local: Local, by: Operand): Code => set(local, i32.add(local, by));

/** A load at an address, with the exponent of its alignment. */
const loadOf =
  (opcode: Code, align: number) =>
  (address: Operand, offset = 0): Code => [...value(address), ...opcode, align, ...unsigned(offset)];

const storeOf =
  (opcode: Code, align: number) =>
  (address: Operand, x: Operand, offset = 0): Code => [
    ...value(address),
    ...value(x),
    ...opcode,
    align,
    ...unsigned(offset),
  ];

export const load = {
  i32: loadOf([plain.i32load], 2),
  f32: loadOf([plain.f32load], 2),
  f64: loadOf([plain.f64load], 3),
  v128: loadOf(instruction(simd.load), 2),
  splat32: loadOf(instruction(simd.load32_splat), 2),
  splat64: loadOf(instruction(simd.load64_splat), 3),
};

export const store = {
  i32: storeOf([plain.i32store], 2),
  f32: storeOf([plain.f32store], 2),
  f64: storeOf([plain.f64store], 3),
  v128: storeOf(instruction(simd.store), 2),
};

/** Bytes of two vectors, chosen by their numbers. */
export const shuffle = (a: Operand, b: Operand, bytes: readonly number[]): Code => [
  ...value(a),
  ...value(b),
  ...instruction(simd.shuffle),
  ...bytes,
];

/** A vector of zeros. */
export const zeros: Code = [...instruction(simd.const), ...new Array<number>(16).fill(0)];

/** A loop whose body runs at least once, and again while the condition holds. */
export const repeatWhile = (body: Code, condition: Code): Code => [
  ...[plain.loop, plain.nothing],
  ...body,
  ...condition,
  ...[plain.br_if, 0, plain.end],
];

/** What is done only where a condition holds. */
export const when = (condition: Code, then: Code, otherwise?: Code): Code => [
  ...condition,
  ...[plain.if, plain.nothing],
  ...then,
  ...(otherwise ? [plain.else, ...otherwise] : []),
  plain.end,
];

/** A loop whose body runs while a local, increased by a step after each turn, is below a limit. */
export function countUp(local: Local, limit: Operand, step: Operand, body: Code): Code {
  const below = i32.ltU(local, limit);
  return when(below, repeatWhile(sequence(body, increase(local, step)), below));
}

/**
 * Copies so many bytes as whole vectors, and goes on behind them: up to 16 bytes there are overwritten.
 *
 * @param target - Where they go; afterwards, what is behind them.
 * @param from - Where they are; changes.
 * @param end - A local of its own.
 */
export const copyRun = (target: Local, from: Local, end: Local, bytes: Operand): Code =>
  sequence(
    set(end, i32.add(target, bytes)),
    repeatWhile(
      sequence(store.v128(target, load.v128(from)), increase(target, 16), increase(from, 16)),
      i32.ltU(target, end),
    ),
    set(target, end),
  );

/** Writes one function: gives out its locals. */
export class FunctionWriter {
  readonly #locals: number[] = [];

  constructor(readonly params: readonly ValueType[]) {}

  local(type: ValueType = "i32"): Local {
    this.#locals.push(plain[type]);
    return new Local(this.params.length + this.#locals.length - 1);
  }

  vectors(count: number): Local[] {
    return Array.from({ length: count }, () => this.local("v128"));
  }

  get encodedLocals(): Code {
    return vector(this.#locals.map((type) => [1, type]));
  }
}

/** Calls a function of the same module. */
export type Call = (...operands: readonly Operand[]) => Code;

/** Writes a module, function by function; a function may call those before it. */
export class ModuleWriter {
  readonly #functions: ModuleFunction[] = [];

  /**
   * Adds a function without a result.
   *
   * @param name - The name under which it is exported; empty for one that is called from within only.
   * @param params - The types of its parameters.
   * @param write - Gives its code.
   */
  define(
    name: string,
    params: readonly ValueType[],
    write: (f: FunctionWriter, ...params: Local[]) => Code,
  ): Call {
    const writer = new FunctionWriter(params);
    const code = write(writer, ...params.map((_, i) => new Local(i)));
    const index = this.#functions.length;
    this.#functions.push({
      ...(name && { name }),
      params: params.map((type) => plain[type]),
      results: [],
      locals: writer.encodedLocals,
      code: [...code, plain.end],
    });
    return (...operands) => [...operands.flatMap(value), plain.call, ...unsigned(index)];
  }

  encode(): Uint8Array {
    return encodeModule(this.#functions);
  }
}

/** The types of so many addresses, counts or flags. */
export const integers = (count: number): ValueType[] => new Array<ValueType>(count).fill("i32");
