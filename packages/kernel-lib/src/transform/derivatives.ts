import { formatShape, sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { isFloating } from "../array/traits";
import { full } from "../ops/map";
import type { Tangent } from "../ops/primitive";
import type { Loose } from "./arguments";
import { flattened } from "./flat";
import { forward } from "./forward";
import { evaluateGraph } from "./graph";
import { followed } from "./levels";
import { linearized, transposed } from "./reverse";
import { leavesLike, pathsOf, printPath, unflatten, type Structure } from "./tree";

/** Reads a tree that must be built like another and hold arrays of the same shapes. */
function matching(
  functionName: string,
  what: string,
  tree: unknown,
  structure: Structure,
  like: readonly ndarray[],
): Tangent[] {
  const leaves = leavesLike(`${functionName}: ${what}`, tree, structure);
  const paths = pathsOf(structure);
  return leaves.map((leaf, i) => {
    const x = like[i];
    const given = toArray(functionName, leaf, isFloating(x.dtype) ? x.dtype : undefined);
    if (!sameShape(given.shape, x.shape)) {
      throw new RangeError(
        `${functionName}: expected ${what}${printPath(paths[i])} to have shape ${formatShape(x.shape)}, got ${formatShape(given.shape)}`,
      );
    }
    return isFloating(x.dtype) ? given : null;
  });
}

const orZero = (x: ndarray, tangent: Tangent): ndarray => tangent ?? full(0, x.shape, x.dtype);

/**
 * Computes a function and how its result changes as its arguments change: forward, along with the values.
 *
 * @param f - A function of trees of arrays.
 * @param primals - Its arguments.
 * @param tangents - The changes of the arguments, built like them.
 * @returns `[result, change of the result]`.
 * @throws TypeError or RangeError if the tangents are not built like the arguments.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.jvp.html
 * @example
 * jax.jvp((x) => jnp.square(x), [3], [1]).map(Number); // [9, 6]
 */
export function jvp<A extends unknown[] = ndarray[], R = ndarray>(
  f: (...args: A) => R,
  primals: Loose<A>,
  tangents: Loose<A>,
): [result: R, tangent: R] {
  if (!Array.isArray(primals))
    throw new TypeError(`jvp: expected a list of arguments, got ${describe(primals)}`);
  if (!Array.isArray(tangents))
    throw new TypeError(`jvp: expected a list of tangents, got ${describe(tangents)}`);
  const followedBy = followed("jvp", f);
  const flat = flattened("jvp", followedBy, f, primals as unknown[]);
  const structure: Structure = { kind: "list", parts: flat.args.map((one) => one.structure) };
  const changes = matching("jvp", "tangents", [...(tangents as unknown[])], structure, flat.arrays);
  const result = forward(followedBy, flat.f, flat.arrays, changes);
  return [
    flat.rebuild(result.outputs),
    flat.rebuild(result.outputs.map((x, i) => orZero(x, result.tangents[i]))),
  ] as never;
}

/** What {@link vjp} gives: from a cotangent of the result to those of the arguments, one for each in a list. */
export type Vjp<A extends readonly unknown[], R> = (cotangent: Loose<R>) => A;

/**
 * Computes a function, and gives what leads from cotangents of its result back to those of its arguments.
 *
 * @param f - A function of trees of arrays.
 * @param primals - Its arguments.
 * @returns `[result, function from a tree built like the result to a list with a gradient for each argument]`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.vjp.html
 * @example
 * const [y, back] = jax.vjp((x, y) => jnp.multiply(x, y), 3, 4);
 * back(1).map(Number); // [4, 3]
 */
export function vjp<A extends unknown[] = ndarray[], R = ndarray>(
  f: (...args: A) => R,
  ...primals: Loose<A> extends infer L extends unknown[] ? L : never
): [result: R, back: Vjp<A, R>] {
  const followedBy = followed("vjp", f);
  const flat = flattened("vjp", followedBy, f, primals);
  const { outputs, program, changes } = linearized(followedBy, flat.f, flat.arrays);
  const structure = flat.structure();
  const changing = flat.arrays.map((x) => isFloating(x.dtype));
  const back = (cotangent: unknown): unknown => {
    const given = matching("vjp", "the cotangent", cotangent, structure, outputs);
    const found = transposed(
      program,
      given.filter((_, i) => changes[i]),
    );
    let at = 0;
    const gradients = flat.arrays.map((x, i) => orZero(x, changing[i] ? found[at++] : null));
    let start = 0;
    return flat.args.map(({ arrays, rebuild }) => rebuild(gradients.slice(start, (start += arrays.length))));
  };
  return [unflatten(structure, outputs), back] as never;
}

/**
 * Computes a function, and gives the linear function that it is like near its arguments.
 *
 * @param f - A function of trees of arrays.
 * @param primals - Its arguments.
 * @returns `[result, function from changes of the arguments to the change of the result]`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.linearize.html
 * @example
 * const [y, change] = jax.linearize((x) => jnp.square(x), 3);
 * change(0.5).item(); // 3
 */
export function linearize<A extends unknown[] = ndarray[], R = ndarray>(
  f: (...args: A) => R,
  ...primals: Loose<A> extends infer L extends unknown[] ? L : never
): [result: R, change: (...tangents: Loose<A> extends infer L extends unknown[] ? L : never) => R] {
  const followedBy = followed("linearize", f);
  const flat = flattened("linearize", followedBy, f, primals);
  const { outputs, program, changes } = linearized(followedBy, flat.f, flat.arrays);
  const structure = flat.structure();
  const like: Structure = { kind: "list", parts: flat.args.map((one) => one.structure) };
  const change = (...tangents: unknown[]): unknown => {
    const given = matching("linearize", "tangents", tangents, like, flat.arrays);
    const found = evaluateGraph(
      program,
      given.filter((t): t is ndarray => t !== null),
    );
    let at = 0;
    return unflatten(
      structure,
      outputs.map((x, i) => (changes[i] ? found[at++] : orZero(x, null))),
    );
  };
  return [unflatten(structure, outputs), change] as never;
}
