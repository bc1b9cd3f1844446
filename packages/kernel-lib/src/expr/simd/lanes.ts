import { approximations, type Approximation } from "./approximate";
import { simd } from "../../simd/opcodes";

/** Four float32 values, or four truth masks of all ones or all zeros, at some point of a kernel. */
export interface Lane {
  /** Its place in the order of computation. */
  readonly id: number;
  /** The instruction that makes it of its arguments; undefined for inputs. */
  readonly opcode: number | undefined;
  readonly args: readonly Lane[];
  /** The bits of a constant's lanes. */
  readonly bits?: number;
  /** How far a shift goes. */
  readonly shift?: number;
  /** The bytes that a shuffle takes. */
  readonly bytes?: readonly number[];
}

/** The bytes of the last two of four lanes, where those of the first two were. */
export const upperHalf = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];
/** The bytes of the first two lanes of each of two vectors. */
const lowerHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

const scratch = new DataView(new ArrayBuffer(4));

/** The bits of a number as float32. */
export function bitsOf(value: number): number {
  scratch.setFloat32(0, value);
  return scratch.getInt32(0);
}

/** Whether a lane is the constant 0, whose bits are all zero. */
const isZero = (lane: Lane): boolean => lane.opcode === simd.const && lane.bits === 0;

/** Builds a kernel's computation step by step; what is asked for twice is computed once. */
export class Lanes {
  /** Everything that was asked for, in an order in which it can be computed. */
  readonly all: Lane[] = [];
  readonly #known = new Map<string, Lane>();

  #make(
    opcode: number | undefined,
    args: readonly Lane[],
    more: Pick<Lane, "bits" | "shift" | "bytes"> = {},
  ): Lane {
    const key = `${opcode} ${args.map((arg) => arg.id).join()} ${more.bits} ${more.shift} ${more.bytes}`;
    let lane = this.#known.get(key);
    if (!lane) {
      lane = { id: this.all.length, opcode, args, ...more };
      this.all.push(lane);
      this.#known.set(key, lane);
    }
    return lane;
  }

  /** A value that comes from outside. */
  input(): Lane {
    const lane: Lane = { id: this.all.length, opcode: undefined, args: [] };
    this.all.push(lane);
    return lane;
  }

  constant = (value: number): Lane => this.bits(bitsOf(value));
  bits = (bits: number): Lane => this.#make(simd.const, [], { bits });

  add = (a: Lane, b: Lane): Lane => this.#make(simd.f32add, [a, b]);
  sub = (a: Lane, b: Lane): Lane => this.#make(simd.f32sub, [a, b]);
  mul = (a: Lane, b: Lane): Lane => this.#make(simd.f32mul, [a, b]);
  div = (a: Lane, b: Lane): Lane => this.#make(simd.f32div, [a, b]);
  /** The smaller one; NaN where one is, −0 below 0. */
  min = (a: Lane, b: Lane): Lane => this.#make(simd.f32min, [a, b]);
  /** The larger one; NaN where one is, −0 below 0. Of 0, cheaper by a comparison. */
  max = (a: Lane, b: Lane): Lane =>
    isZero(b) ? this.#make(simd.andnot, [a, this.le(a, b)]) : this.#make(simd.f32max, [a, b]);
  /** a at most as large as a bound; a NaN stays. One instruction, where `min` takes many. */
  atMost = (a: Lane, bound: Lane): Lane => this.#make(simd.f32pmin, [a, bound]);
  /** a at least as large as a bound; a NaN stays. */
  atLeast = (a: Lane, bound: Lane): Lane => this.#make(simd.f32pmax, [a, bound]);
  /** With a mask that a kernel keeps, where the instructions of their own make it anew each time. */
  neg = (a: Lane): Lane => this.xor(a, this.constant(-0));
  abs = (a: Lane): Lane => this.#make(simd.andnot, [a, this.constant(-0)]);
  sqrt = (a: Lane): Lane => this.#make(simd.f32sqrt, [a]);
  floor = (a: Lane): Lane => this.#make(simd.f32floor, [a]);
  ceil = (a: Lane): Lane => this.#make(simd.f32ceil, [a]);
  trunc = (a: Lane): Lane => this.#make(simd.f32trunc, [a]);
  nearest = (a: Lane): Lane => this.#make(simd.f32nearest, [a]);
  eq = (a: Lane, b: Lane): Lane => this.#make(simd.f32eq, [a, b]);
  ne = (a: Lane, b: Lane): Lane => this.#make(simd.f32ne, [a, b]);
  lt = (a: Lane, b: Lane): Lane => this.#make(simd.f32lt, [a, b]);
  le = (a: Lane, b: Lane): Lane => this.#make(simd.f32le, [a, b]);
  gt = (a: Lane, b: Lane): Lane => this.#make(simd.f32gt, [a, b]);
  ge = (a: Lane, b: Lane): Lane => this.#make(simd.f32ge, [a, b]);
  and = (a: Lane, b: Lane): Lane => this.#make(simd.and, [a, b]);
  or = (a: Lane, b: Lane): Lane => this.#make(simd.or, [a, b]);
  xor = (a: Lane, b: Lane): Lane => this.#make(simd.xor, [a, b]);
  not = (a: Lane): Lane => this.#make(simd.not, [a]);
  /** a where the mask is set, b elsewhere. */
  select(mask: Lane, a: Lane, b: Lane): Lane {
    if (isZero(a)) return this.#isPositive(b, mask) ? this.atMost(b, a) : this.#make(simd.andnot, [b, mask]);
    if (isZero(b)) return this.and(a, mask);
    return this.#make(simd.bitselect, [a, b, mask]);
  }
  /** Whether a mask tells where a lane is positive. */
  #isPositive(lane: Lane, { opcode, args: [value, bound] }: Lane): boolean {
    return opcode === simd.f32gt && value === lane && isZero(bound);
  }
  /** Tells of a choice that has put 0 in the place of whatever is positive. */
  isNowherePositive = ({ opcode, args: [, bound] }: Lane): boolean =>
    opcode === simd.f32pmin && isZero(bound);
  /** Integer arithmetic on the bits. */
  iadd = (a: Lane, b: Lane): Lane => this.#make(simd.i32add, [a, b]);
  isub = (a: Lane, b: Lane): Lane => this.#make(simd.i32sub, [a, b]);
  shiftLeft = (a: Lane, shift: number): Lane => this.#make(simd.i32shl, [a], { shift });
  shiftRight = (a: Lane, shift: number): Lane => this.#make(simd.i32shr_s, [a], { shift });
  /** a · b + c, rounded once: in float64, which holds such a product without loss, two lanes at a time. */
  fusedMultiplyAdd(a: Lane, b: Lane, c: Lane): Lane {
    const [x, y, z] = [a, b, c].map((lane) => this.#doubles(lane));
    const half = (i: 0 | 1): Lane =>
      this.#make(simd.f32demote_f64_zero, [
        this.#make(simd.f64add, [this.#make(simd.f64mul, [x[i], y[i]]), z[i]]),
      ]);
    return this.#make(simd.shuffle, [half(0), half(1)], { bytes: lowerHalves });
  }
  /** Four lanes as twice two of float64. */
  #doubles(a: Lane): [first: Lane, second: Lane] {
    const upper = this.#make(simd.shuffle, [a, a], { bytes: upperHalf });
    return [this.#make(simd.f64promote_low_f32, [a]), this.#make(simd.f64promote_low_f32, [upper])];
  }
  /** An integer as float32. */
  toFloat = (a: Lane): Lane => this.#make(simd.f32convert_i32, [a]);

  approximate = (name: Approximation, a: Lane): Lane => approximations[name](this, a);

  /**
   * A polynomial, lowest coefficient first, in an order that leaves its steps independent of each other; the last three
   * terms one after the other, which takes one step less.
   */
  polynomial(x: Lane, coefficients: readonly number[]): Lane {
    let power = x;
    let terms = coefficients.map((c) => this.constant(c));
    while (terms.length > 3) {
      const pairs: Lane[] = [];
      for (let i = 0; i < terms.length; i += 2) {
        pairs.push(i + 1 < terms.length ? this.add(terms[i], this.mul(terms[i + 1], power)) : terms[i]);
      }
      terms = pairs;
      power = this.mul(power, power);
    }
    return terms.reduceRight((sum, term) => this.add(term, this.mul(sum, power)));
  }
}
