import { instruction, unsigned, vector, word } from "./encode";
import type { Lane, Lanes } from "./lanes";
import { bitsOf } from "./lanes";
import { plain, simd } from "./opcodes";

/** A place in memory: an input or the output of a kernel. */
export interface Place {
  readonly offset: number;
  /** Values of four bytes, or truth values of one; an input may also be one number for all. */
  readonly format: "floats" | "bytes" | "number";
}

export type Input = Place & { readonly lane: Lane };
export type Output = Place & { readonly lane: Lane };

/**
 * What becomes of all elements together. The largest, which passes over NaN, leaves two times four float32 numbers at
 * its place, a sum four numbers of double precision; whoever runs the kernel puts them together.
 */
export interface Fold {
  readonly by: "largest" | "sum";
  readonly lane: Lane;
  readonly offset: number;
}

/** The number of elements that one turn of a kernel's loop computes. */
const stride = 8;

/** The locals that every kernel has: how far floats have come and will go, its parameters; and how far bytes have. */
const [index, limit, byteIndex] = [0, 1, 2];

/** The bytes of the last two of four lanes, where those of the first two were. */
const upperHalf = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];

/** Writes the code of a kernel's function. */
export class Body {
  readonly #code: number[] = [];
  readonly #places: ReadonlyMap<Lane, Place>;
  readonly #uses = new Map<Lane, number>();
  /** The locals of lanes that are the same for all elements, and of those that each half of a turn has. */
  readonly #shared = new Map<Lane, number>();
  readonly #own: readonly Map<Lane, number>[] = [new Map(), new Map()];
  #vectors = 0;

  constructor(
    readonly lanes: Lanes,
    inputs: readonly Input[],
    readonly output: Output | undefined,
    readonly fold: Fold | undefined,
  ) {
    this.#places = new Map(inputs.map((one) => [one.lane, one]));
    const count = (lane: Lane): void => {
      const before = this.#uses.get(lane) ?? 0;
      this.#uses.set(lane, before + 1);
      if (before === 0) lane.args.forEach(count);
    };
    if (output) count(output.lane);
    // A fold takes its lane more than once.
    if (fold) [0, 1].forEach(() => count(fold.lane));
  }

  write(): { locals: number[]; code: number[] } {
    this.#beforeLoop();
    this.#get(index);
    this.#code.push(plain.i32const, 2, plain.i32shr_u);
    this.#set(byteIndex);
    const totals = this.fold ? this.#startFold(this.fold) : [];
    this.#code.push(plain.loop, plain.nothing);
    this.#computeShared();
    if (this.fold) this.#addToFold(this.fold, totals);
    if (this.output) this.#store(this.output);
    this.#advance(byteIndex, stride);
    this.#set(byteIndex);
    this.#advance(index, 4 * stride);
    this.#code.push(plain.localTee, index);
    this.#get(limit);
    this.#code.push(plain.i32lt_u, plain.br_if, 0, plain.end);
    totals.forEach((total, i) => this.#keep(total, (this.fold as Fold).offset + 16 * i));
    this.#code.push(plain.end);
    const locals = vector([
      [1, plain.i32],
      [...unsigned(this.#vectors), plain.v128],
    ]);
    return { locals, code: this.#code };
  }

  #emit(opcode: number, ...immediates: readonly number[]): void {
    this.#code.push(...instruction(opcode), ...immediates);
  }

  #get(local: number): void {
    this.#code.push(plain.localGet, ...unsigned(local));
  }

  #set(local: number): void {
    this.#code.push(plain.localSet, ...unsigned(local));
  }

  /** Takes what is on the stack into a new local. */
  #setNew(): number {
    const local = 3 + this.#vectors++;
    this.#set(local);
    return local;
  }

  /** Loads and stores: the address is on the stack, an offset is added to it. */
  #memory(opcode: number, align: number, offset: number): void {
    this.#emit(opcode, align, ...unsigned(offset));
  }

  #splat(bits: number): void {
    this.#emit(simd.const, ...word(bits), ...word(bits), ...word(bits), ...word(bits));
  }

  #advance(local: number, by: number): void {
    this.#get(local);
    this.#code.push(plain.i32const, by, plain.i32add);
  }

  /** Loads the operand of one half of a turn. */
  #load(place: Place, half: number): void {
    if (place.format === "floats") {
      this.#get(index);
      this.#memory(simd.load, 4, place.offset + 16 * half);
      return;
    }
    this.#get(byteIndex);
    this.#memory(simd.load64_zero, 3, place.offset);
    this.#emit(simd.i16extend_low_i8_u);
    this.#emit(half === 0 ? simd.i32extend_low_i16_u : simd.i32extend_high_i16_u);
    this.#splat(0);
    this.#emit(simd.i32ne);
  }

  /** Leaves a lane on the stack. */
  #push(lane: Lane, half: number): void {
    const local = this.#shared.get(lane) ?? this.#own[half].get(lane);
    if (local === undefined) this.#compute(lane, half);
    else this.#get(local);
  }

  #compute(lane: Lane, half: number): void {
    const place = this.#places.get(lane);
    if (place) return this.#load(place, half);
    if (lane.opcode === undefined) throw new Error("Body: an input has no place");
    if (lane.bits !== undefined) return this.#splat(lane.bits);
    lane.args.forEach((arg) => this.#push(arg, half));
    if (lane.shift !== undefined) this.#code.push(plain.i32const, lane.shift);
    this.#emit(lane.opcode);
  }

  /** Puts numbers and constants, the same for all elements, into locals. */
  #beforeLoop(): void {
    for (const lane of this.lanes.all) {
      if (!this.#uses.has(lane)) continue;
      const place = this.#places.get(lane);
      if (place?.format === "number") {
        this.#code.push(plain.i32const, 0);
        this.#memory(simd.load32_splat, 2, place.offset);
      } else if (lane.bits !== undefined) this.#splat(lane.bits);
      else continue;
      this.#shared.set(lane, this.#setNew());
    }
  }

  /** Puts what is used more than once into locals, the two halves in turn. */
  #computeShared(): void {
    for (const lane of this.lanes.all) {
      if ((this.#uses.get(lane) ?? 0) < 2 || this.#shared.has(lane)) continue;
      for (const half of [0, 1]) {
        this.#compute(lane, half);
        this.#own[half].set(lane, this.#setNew());
      }
    }
  }

  #store({ lane, format, offset }: Output): void {
    if (format === "floats") {
      for (const half of [0, 1]) {
        this.#get(index);
        this.#push(lane, half);
        this.#memory(simd.store, 4, offset + 16 * half);
      }
      return;
    }
    this.#get(byteIndex);
    this.#push(lane, 0);
    this.#push(lane, 1);
    this.#emit(simd.i16narrow_i32_s);
    this.#splat(0);
    this.#emit(simd.i8narrow_i16_s);
    this.#splat(0x01010101);
    this.#emit(simd.and);
    this.#memory(simd.store64_lane, 3, offset);
    this.#code.push(0);
  }

  /** The two locals of what comes together over all turns: of four floats, or of two doubles. */
  #startFold({ by }: Fold): number[] {
    return [0, 1].map(() => {
      this.#splat(by === "largest" ? bitsOf(-Infinity) : 0);
      return this.#setNew();
    });
  }

  #addToFold({ by, lane }: Fold, totals: readonly number[]): void {
    if (by === "largest") {
      totals.forEach((total, half) => {
        this.#get(total);
        this.#push(lane, half);
        this.#emit(simd.f32pmax);
        this.#set(total);
      });
      return;
    }
    this.#push(lane, 0);
    this.#push(lane, 1);
    this.#emit(simd.f32add);
    const pairs = this.#setNew();
    totals.forEach((total, half) => {
      this.#get(total);
      this.#get(pairs);
      if (half === 1) {
        this.#get(pairs);
        this.#emit(simd.shuffle, ...upperHalf);
      }
      this.#emit(simd.f64promote_low_f32);
      this.#emit(simd.f64add);
      this.#set(total);
    });
  }

  #keep(total: number, offset: number): void {
    this.#code.push(plain.i32const, 0);
    this.#get(total);
    this.#memory(simd.store, 4, offset);
  }
}
