import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import { print as printed } from "../ops/print";

/**
 * Prints values while a function runs, also one that a transformation follows: once they are known.
 *
 * @param format - The text. `{name}` stands for a value of that name, `{}` for the next one of a list.
 * @param values - The values, by name in an object, or one after the other.
 * @throws TypeError if the text names a value that is not given.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.debug.print.html
 * @example
 * const f = jax.jit((x) => {
 *   jax.debug.print("x is {x}", { x });
 *   return x.mul(2);
 * });
 * f(3).item(); // 6
 */
export function print(format: string, ...values: unknown[]): void {
  if (typeof format !== "string") {
    throw new TypeError(`debug.print: expected a text, got ${describe(format)}`);
  }
  const isNamed = values.length === 1 && isPlainObject(values[0]);
  const named = (isNamed ? values[0] : Object.fromEntries(values.entries())) as Record<string, unknown>;
  const names = Object.keys(named);
  const arrays = names.map((name) => valueOf(named[name]));
  let next = 0;
  const pieces = format.split(/\{(\w*)\}/).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const place = names.indexOf(piece === "" ? String(next++) : piece);
    if (place >= 0) return place;
    throw new TypeError(`debug.print: expected a value for {${piece}}, got ${names.join(", ") || "none"}`);
  });
  const followed = arrays.filter((x) => x instanceof ndarray);
  printed(followed, (known) => {
    const texts = arrays.map((x) => (x instanceof ndarray ? String(known[followed.indexOf(x)]) : x));
    console.log(pieces.map((piece) => (typeof piece === "number" ? texts[piece] : piece)).join(""));
  });
}

/** A value as an array, or as its text where it is none. */
function valueOf(value: unknown): ndarray | string {
  if (value instanceof ndarray) return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "number" || one instanceof ndarray)) {
    return toArray("debug.print", value);
  }
  return String(value);
}
