import { sizeOf } from "../array/broadcast";
import type { DType, Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import type { Trace } from "./primitive";

/** Thrown where a function that is followed asks for values that are not known yet. */
export class ConcretizationTypeError extends TypeError {
  override name = "ConcretizationTypeError";
}

/** What a plain number is worth beside arrays, where one is followed: it lifts no dtype but bool (and integers). */
export type Weak = "integer" | "floating";

/**
 * An array of which shape and dtype are known, but whose values are followed by a transformation: what a function that
 * is differentiated, mapped or compiled gets in place of its arguments.
 */
export class Tracer extends ndarray {
  constructor(
    readonly follower: Trace,
    shape: readonly number[],
    dtype: DType,
    /** Set where it stands for a plain number. */
    readonly weak?: Weak,
  ) {
    super({ length: sizeOf("Tracer", shape) } as Storage, shape, dtype);
  }

  /** Where its values come from, for messages: "argument 0 of loss". */
  get origin(): string {
    return "its argument";
  }

  /** Refuses to give values, in the name of what asked for them. */
  refuse(functionName: string): never {
    throw new ConcretizationTypeError(
      `${functionName}: the values of ${this.origin} are not known while ${this.follower.followedBy} follows it. ` +
        "Use jnp.where in place of if or ?:, lax.cond and lax.whileLoop in place of branches and loops that depend " +
        "on values, and no conversion to plain numbers.",
    );
  }

  override get data(): never {
    return this.refuse("ndarray");
  }

  override item(): number {
    return this.refuse("item");
  }

  override tolist(): never {
    return this.refuse("tolist");
  }

  override *[Symbol.iterator](): Generator<ndarray> {
    if (this.ndim === 0) throw new TypeError("ndarray: an array without axes cannot be iterated");
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  override toString(): string {
    return `Traced<${this.dtype}[${this.shape.join(",")}]>`;
  }

  override [Symbol.for("tslinen.condition")](): never {
    return this.refuse("condition");
  }

  override [Symbol.toPrimitive](hint: string): number | string {
    return hint === "string" ? this.toString() : this.refuse("Number");
  }

  override [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** An array whose values are known; one that is followed is refused in the name of what asks for them. */
export function concrete(functionName: string, x: ndarray): ndarray {
  return isTracer(x) ? x.refuse(functionName) : x;
}

/** Tells whether an array is followed by a transformation. Quicker than `instanceof`, which looks down to a proxy. */
export function isTracer(x: ndarray): x is Tracer {
  return Object.getPrototypeOf(x) !== ndarray.prototype;
}
