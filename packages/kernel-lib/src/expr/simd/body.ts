import { instruction, signed, unsigned, vector, word } from "../../simd/encode";
import type { Lane, Lanes } from "./lanes";
import { bitsOf, upperHalf } from "./lanes";
import { plain, simd } from "../../simd/opcodes";

/** A place in memory: an input or the output of a kernel. */
export interface Place {
  /** Where it begins, or, of an input that may lie anywhere, where in memory that is written. */
  readonly offset: number;
  readonly isPointer?: boolean;
  /** Values of four bytes, or truth values of one; an input may also be one number for all. */
  readonly format: "floats" | "bytes" | "number";
}

export type Input = Place & { readonly lane: Lane };
export type Output = Place & { readonly lane: Lane };

/**
 * What becomes of all elements together. The largest, which passes over NaN, leaves four float32 numbers at its place, a
 * sum two of double precision; whoever runs the kernel puts them together.
 */
export interface Fold {
  readonly by: "largest" | "sum";
  readonly lane: Lane;
  readonly offset: number;
}

/** The fours that one turn of a kernel's loop computes side by side: while one waits, the processor has three others. */
const parts = [0, 1, 2, 3];
/** The number of elements of a turn. */
export const stride = 4 * parts.length;

/** The locals that every kernel has: how far floats have come and will go, its parameters; and how far bytes have. */
const [index, limit, byteIndex] = [0, 1, 2];

/** Writes the code of a kernel's function. */
export class Body {
  readonly #code: number[] = [];
  readonly #places: ReadonlyMap<Lane, Place>;
  readonly #uses = new Map<Lane, number>();
  /** The locals of lanes that are the same for all elements, and of those that each part of a turn has. */
  readonly #shared = new Map<Lane, number>();
  readonly #own: readonly Map<Lane, number>[] = parts.map(() => new Map());
  /** The locals that say where inputs begin. */
  readonly #starts = new Map<Place, number>();
  #vectors = 0;

  constructor(
    readonly lanes: Lanes,
    inputs: readonly Input[],
    readonly output: Output | undefined,
    readonly fold: Fold | undefined,
  ) {
    this.#places = new Map(inputs.map((one) => [one.lane, one]));
    for (const one of inputs) if (one.isPointer) this.#starts.set(one, 3 + this.#starts.size);
    const count = (lane: Lane): void => {
      const before = this.#uses.get(lane) ?? 0;
      this.#uses.set(lane, before + 1);
      if (before === 0) lane.args.forEach(count);
    };
    if (output) count(output.lane);
    if (fold) count(fold.lane);
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
    if (this.fold) this.#keepFold(this.fold, totals);
    this.#code.push(plain.end);
    const locals = vector([
      [1 + this.#starts.size, plain.i32],
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
    const local = 3 + this.#starts.size + this.#vectors++;
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
    this.#code.push(plain.i32const, ...signed(by), plain.i32add);
  }

  /** Loads the operand of one part of a turn. */
  #load(place: Place, part: number): void {
    const isFloats = place.format === "floats";
    const start = this.#starts.get(place);
    const offset = start === undefined ? place.offset : 0;
    this.#get(isFloats ? index : byteIndex);
    if (start !== undefined) {
      this.#get(start);
      this.#code.push(plain.i32add);
    }
    if (isFloats) {
      this.#memory(simd.load, 4, offset + 16 * part);
      return;
    }
    this.#memory(simd.load32_zero, 2, offset + 4 * part);
    this.#emit(simd.i16extend_low_i8_u);
    this.#emit(simd.i32extend_low_i16_u);
    this.#splat(0);
    this.#emit(simd.i32ne);
  }

  /** Leaves a lane on the stack. */
  #push(lane: Lane, part: number): void {
    const local = this.#shared.get(lane) ?? this.#own[part].get(lane);
    if (local === undefined) this.#compute(lane, part);
    else this.#get(local);
  }

  #compute(lane: Lane, part: number): void {
    const place = this.#places.get(lane);
    if (place) return this.#load(place, part);
    if (lane.opcode === undefined) throw new Error("Body: an input has no place");
    if (lane.bits !== undefined) return this.#splat(lane.bits);
    lane.args.forEach((arg) => this.#push(arg, part));
    if (lane.shift !== undefined) this.#code.push(plain.i32const, lane.shift);
    this.#emit(lane.opcode, ...(lane.bytes ?? []));
  }

  /** Puts numbers and constants, the same for all elements, into locals. */
  #beforeLoop(): void {
    for (const [{ offset }, start] of this.#starts) {
      this.#code.push(plain.i32const, 0, plain.i32load, 2, ...unsigned(offset));
      this.#set(start);
    }
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

  /** Puts what is used more than once into locals, part by part. */
  #computeShared(): void {
    for (const lane of this.lanes.all) {
      if ((this.#uses.get(lane) ?? 0) < 2 || this.#shared.has(lane)) continue;
      for (const part of parts) {
        this.#compute(lane, part);
        this.#own[part].set(lane, this.#setNew());
      }
    }
  }

  #store({ lane, format, offset }: Output): void {
    if (format === "floats") {
      for (const part of parts) {
        this.#get(index);
        this.#push(lane, part);
        this.#memory(simd.store, 4, offset + 16 * part);
      }
      return;
    }
    this.#get(byteIndex);
    this.#pushTree(lane, [simd.i16narrow_i32_s, simd.i8narrow_i16_s]);
    this.#splat(0x01010101);
    this.#emit(simd.and);
    this.#memory(simd.store, 4, offset);
  }

  /** Leaves a lane's four parts on the stack as one: the first two together, the last two, and both. */
  #pushTree(lane: Lane, [ofParts, ofPairs]: readonly [number, number]): void {
    for (const pair of [0, 2]) {
      this.#push(lane, pair);
      this.#push(lane, pair + 1);
      this.#emit(ofParts);
    }
    this.#emit(ofPairs);
  }

  /** The locals of what comes together over all turns: four floats, or twice two doubles. */
  #startFold({ by }: Fold): number[] {
    return (by === "largest" ? [-Infinity] : [0, 0]).map((value) => {
      this.#splat(bitsOf(value));
      return this.#setNew();
    });
  }

  #addToFold({ by, lane }: Fold, totals: readonly number[]): void {
    if (by === "largest") {
      this.#pushTree(lane, [simd.f32pmax, simd.f32pmax]);
      this.#get(totals[0]);
      this.#emit(simd.f32pmax);
      this.#set(totals[0]);
      return;
    }
    this.#pushTree(lane, [simd.f32add, simd.f32add]);
    const four = this.#setNew();
    totals.forEach((total, half) => {
      this.#get(total);
      this.#get(four);
      if (half === 1) {
        this.#get(four);
        this.#emit(simd.shuffle, ...upperHalf);
      }
      this.#emit(simd.f64promote_low_f32);
      this.#emit(simd.f64add);
      this.#set(total);
    });
  }

  /** Stores what came together. */
  #keepFold({ by, offset }: Fold, totals: readonly number[]): void {
    this.#code.push(plain.i32const, 0);
    totals.forEach((total) => this.#get(total));
    if (by === "sum") this.#emit(simd.f64add);
    this.#memory(simd.store, 4, offset);
  }
}
