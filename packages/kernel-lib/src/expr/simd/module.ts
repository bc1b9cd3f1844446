import type { Lane, Lanes } from "./lanes";
import { plain, simd } from "./opcodes";

/** Writes numbers as WebAssembly does. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

const wordBytes = (bits: number): number[] => [
  bits & 255,
  (bits >> 8) & 255,
  (bits >> 16) & 255,
  (bits >> 24) & 255,
];

const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];
const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];
const named = (name: string): number[] => [
  ...unsigned(name.length),
  ...[...name].map((c) => c.charCodeAt(0)),
];

const instruction = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];

/** A place in memory: an input or the output of a kernel. */
export interface Place {
  readonly offset: number;
  /** Values of four bytes, or truth values of one; an input may also be one number for all. */
  readonly format: "floats" | "bytes" | "number";
}

/** The number of elements that one turn of a kernel's loop computes. */
export const stride = 8;

/**
 * Writes a WebAssembly module with one function `run(count)` over an imported memory: a loop that computes eight
 * elements a turn, as two fours side by side, so that neither waits for the other.
 *
 * @param lanes - What is computed.
 * @param inputs - Its inputs, with their places.
 * @param output - What is stored, with its place.
 */
export function writeModule(
  lanes: Lanes,
  inputs: readonly (Place & { readonly lane: Lane })[],
  output: Place & { readonly lane: Lane },
): Uint8Array {
  const body = writeBody(lanes, inputs, output);
  const code = [...body.locals, ...body.code];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([[0x60, 1, plain.i32, 0]])),
    ...section(2, vector([[...named("m"), ...named("m"), 0x02, 0x00, 0x01]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...named("run"), 0x00, 0x00]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ]);
}

/** How often each lane is used; what is used more than once is worth a local. */
function countUses(output: Lane): Map<Lane, number> {
  const uses = new Map<Lane, number>();
  const visit = (lane: Lane): void => {
    const before = uses.get(lane) ?? 0;
    uses.set(lane, before + 1);
    if (before === 0) lane.args.forEach(visit);
  };
  visit(output);
  return uses;
}

function writeBody(
  lanes: Lanes,
  inputs: readonly (Place & { readonly lane: Lane })[],
  output: Place & { readonly lane: Lane },
): { locals: number[]; code: number[] } {
  const uses = countUses(output.lane);
  const places = new Map(inputs.map((one) => [one.lane, one]));
  let count = 3; // the parameter, and the places of the first and of the second byte streams
  const [limit, index, byteIndex] = [0, 1, 2];
  const shared = new Map<Lane, number>();
  const own: Map<Lane, number>[] = [new Map(), new Map()];
  const code: number[] = [];

  const get = (local: number): void => void code.push(plain.localGet, ...unsigned(local));
  const set = (local: number): void => void code.push(plain.localSet, ...unsigned(local));
  const memory = (opcode: number, align: number, offset: number): void =>
    void code.push(...instruction(opcode), align, ...unsigned(offset));

  /** Loads the operand of one half of a turn. */
  const load = (place: Place, half: number): void => {
    if (place.format === "floats") {
      get(index);
      memory(simd.load, 4, place.offset + 16 * half);
      return;
    }
    get(byteIndex);
    memory(simd.load64_zero, 3, place.offset);
    code.push(...instruction(simd.i16extend_low_i8_u));
    code.push(...instruction(half === 0 ? simd.i32extend_low_i16_u : simd.i32extend_high_i16_u));
    code.push(...instruction(simd.const), ...new Array<number>(16).fill(0), ...instruction(simd.i32ne));
  };

  /** Leaves a lane on the stack. */
  const push = (lane: Lane, half: number): void => {
    const local = shared.get(lane) ?? own[half].get(lane);
    if (local === undefined) compute(lane, half);
    else get(local);
  };

  const compute = (lane: Lane, half: number): void => {
    const place = places.get(lane);
    if (place) return load(place, half);
    lane.args.forEach((arg) => push(arg, half));
    if (lane.opcode === undefined) throw new Error("writeModule: an input has no place");
    if (lane.shift !== undefined) code.push(plain.i32const, lane.shift);
    code.push(...instruction(lane.opcode));
    if (lane.bits !== undefined) for (let i = 0; i < 4; i++) code.push(...wordBytes(lane.bits));
  };

  for (const lane of lanes.all) {
    if (!uses.has(lane)) continue;
    const place = places.get(lane);
    if (place?.format === "number") {
      code.push(plain.i32const, 0);
      memory(simd.load32_splat, 2, place.offset);
    } else if (lane.bits !== undefined) compute(lane, 0);
    else continue;
    shared.set(lane, count++);
    set(count - 1);
  }
  code.push(plain.loop, plain.nothing);
  for (const lane of lanes.all) {
    if ((uses.get(lane) ?? 0) < 2 || shared.has(lane)) continue;
    for (const half of [0, 1]) {
      compute(lane, half);
      own[half].set(lane, count++);
      set(count - 1);
    }
  }
  if (output.format === "floats") {
    for (const half of [0, 1]) {
      get(index);
      push(output.lane, half);
      memory(simd.store, 4, output.offset + 16 * half);
    }
  } else {
    get(byteIndex);
    push(output.lane, 0);
    push(output.lane, 1);
    code.push(
      ...instruction(simd.i16narrow_i32_s),
      ...instruction(simd.const),
      ...new Array<number>(16).fill(0),
    );
    code.push(
      ...instruction(simd.i8narrow_i16_s),
      ...instruction(simd.const),
      ...new Array<number>(16).fill(1),
    );
    code.push(...instruction(simd.and));
    memory(simd.store64_lane, 3, output.offset);
    code.push(0);
  }
  const advance = (local: number, by: number): void => {
    get(local);
    code.push(plain.i32const, by, plain.i32add);
  };
  advance(byteIndex, stride);
  set(byteIndex);
  advance(index, 4 * stride);
  code.push(plain.localTee, index);
  get(limit);
  code.push(plain.i32lt_u, plain.br_if, 0, plain.end, plain.end);
  const vectors = count - 3;
  return {
    locals: vector([
      [2, plain.i32],
      [...unsigned(vectors), plain.v128],
    ]),
    code,
  };
}
