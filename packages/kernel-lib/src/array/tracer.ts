import type { Expr } from "../expr/expr";
import { sizeOf } from "./broadcast";
import type { DType, Storage } from "./dtype";
import { ndarray } from "./ndarray";

/** Thrown where a function that `jax.grad`, `jax.vmap` or `jax.jit` follows asks for values that are not there yet. */
export class ConcretizationTypeError extends TypeError {
  override readonly name = "ConcretizationTypeError";
}

/**
 * Stands for an array while a function is followed: it knows its shape, its dtype and the expression that will give
 * its elements, but not the elements.
 */
export class Tracer extends ndarray {
  /** What its elements are. */
  readonly expression: Expr;

  constructor(expression: Expr, shape: readonly number[], dtype: DType) {
    super({ length: sizeOf("Tracer", shape) } as Storage, shape, dtype);
    this.expression = expression;
  }

  override get data(): never {
    throw new ConcretizationTypeError(
      "The function followed by jax.grad, jax.vmap, jax.jit or nn.activation asks for the values of its argument, " +
        "which are not known yet. It may use the elementwise functions of jnp and nn (jnp.where in place of if or " +
        "?:, no reductions, sorting, indexing or conversion to plain numbers).",
    );
  }

  override toString(): string {
    return `Traced<${this.dtype}[${this.shape.join(",")}]>`;
  }

  override [Symbol.toPrimitive](hint: string): number | string {
    return hint === "string" ? this.toString() : this.data;
  }

  override [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
