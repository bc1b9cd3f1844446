import type { Expr } from "../expr";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { Tracer } from "../array/tracer";
import { evaluate, isArrayLike, mapTree, unknown, type Loose } from "./follow";

/** A function as it was followed for arguments of certain shapes and dtypes. */
interface Followed {
  readonly variables: readonly (Expr | undefined)[];
  readonly result: unknown;
}

/**
 * Fuses a function of elementwise pieces: it is followed once for each combination of shapes and dtypes, and then
 * runs in one pass over the elements, without arrays in between. What asks for values on its way (a reduction, an
 * index, `if`) cannot be fused and throws.
 *
 * @param f - A function of arrays, of which the first may be a number. Numbers after it and whatever is no array are
 * taken as they are: each new value is followed anew.
 * @returns A function of the same arguments and results.
 * @throws ConcretizationTypeError if `f` asks for values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.jit.html
 * @example
 * const scaledTanh = jax.jit((x) => jnp.multiply(1.7159, jnp.tanh(jnp.multiply(x, 2 / 3))));
 * scaledTanh([0, 1]).shape; // [2]
 */
export function jit<A extends unknown[] = ndarray[], R = ndarray>(
  f: (x: ndarray, ...rest: A) => R,
): (x: ArrayLike, ...rest: Loose<A>) => R {
  const known = new Map<string, Followed>();
  const follow = f as (...args: unknown[]) => unknown;
  return (x, ...rest) => {
    const plain = (arg: unknown, i: number) => i > 0 && (typeof arg === "number" || typeof arg === "boolean");
    const args: unknown[] = [x, ...rest].map((arg: unknown, i) =>
      isArrayLike(arg) && !plain(arg, i) ? toArray("jit", arg) : arg,
    );
    if (args.some((arg) => arg instanceof Tracer)) return follow(...args) as R;
    const signature = signatureOf(args);
    let followed = signature === undefined ? undefined : known.get(signature);
    if (!followed) {
      const unknowns = args.map((arg) =>
        arg instanceof ndarray ? unknown(arg.shape, arg.dtype) : undefined,
      );
      const result = follow(...args.map((arg, i) => unknowns[i]?.tracer ?? arg));
      followed = { variables: unknowns.map((one) => one?.variable), result };
      if (signature !== undefined) remember(known, signature, followed);
    }
    const bindings = new Map<Expr, ndarray>();
    followed.variables.forEach((variable, i) => {
      if (variable) bindings.set(variable, args[i] as ndarray);
    });
    return mapTree(followed.result, (leaf) =>
      leaf instanceof Tracer ? evaluate(leaf.expression, bindings, leaf.shape, leaf.dtype) : leaf,
    ) as R;
  };
}

/** What arguments must have in common for a function to do the same with them; undefined where that cannot be told. */
function signatureOf(args: readonly unknown[]): string | undefined {
  const parts: string[] = [];
  for (const arg of args) {
    if (arg instanceof ndarray) parts.push(`${arg.dtype}[${arg.shape.join()}]`);
    else if (arg === undefined || arg === null) parts.push(String(arg));
    else if (typeof arg === "object" || typeof arg === "function" || typeof arg === "symbol")
      return undefined;
    else parts.push(`${typeof arg} ${Object.is(arg, -0) ? "-0" : String(arg)}`);
  }
  return parts.join(";");
}

/** Keeps what was followed last; a function called with ever new numbers does not fill the memory. */
function remember(known: Map<string, Followed>, signature: string, followed: Followed): void {
  if (known.size >= 64) known.delete(known.keys().next().value as string);
  known.set(signature, followed);
}
