import { toArray } from "../array/coerce";
import { formatShape, sameShape } from "../array/broadcast";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { convertType } from "../ops/map";
import { isTracer } from "../ops/tracer";
import { arraysOf, settled, type Result } from "../transform/arguments";
import { truthOf } from "../transform/carry";
import { chooseGraph } from "../transform/cond";
import { traceGraph, type Graph } from "../transform/graph";
import { flatten, printStructure, sameStructure, unflatten, type Structure } from "../transform/tree";

type Branch = (...operands: never[]) => unknown;

/** Chooses by number; a choice that is known calls its function alone. */
function chosen(
  functionName: string,
  index: ndarray,
  branches: readonly Branch[],
  operands: readonly unknown[],
): unknown {
  if (!isTracer(index)) {
    const place = Math.max(0, Math.min(branches.length - 1, index.item()));
    return branches[place](...(operands as never[]));
  }
  const read = operands.map((operand) => arraysOf(functionName, operand));
  const arrays = read.flatMap((one) => one.arrays);
  const structures: Structure[] = [];
  const graphs = branches.map((branch): Graph =>
    traceGraph(`lax.${functionName}`, arrays, (...tracers) => {
      let at = 0;
      const own = read.map((one) => one.rebuild(tracers.slice(at, (at += one.arrays.length))));
      const [leaves, structure] = flatten(settled(functionName, branch(...(own as never[]))));
      structures.push(structure);
      return leaves.map((leaf) => toArray(functionName, leaf));
    }),
  );
  checkAlike(functionName, graphs, structures);
  return unflatten(structures[0], chooseGraph(index, graphs, arrays));
}

/** All branches must give the same tree of the same shapes and dtypes. */
function checkAlike(functionName: string, graphs: readonly Graph[], structures: readonly Structure[]): void {
  const typed = ({ dtype, shape }: { dtype: string; shape: readonly number[] }): string =>
    `${dtype} of shape ${formatShape(shape)}`;
  for (let k = 1; k < graphs.length; k++) {
    if (!sameStructure(structures[0], structures[k])) {
      throw new TypeError(
        `${functionName}: expected all branches to give results built alike, got ${printStructure(structures[0])} and ${printStructure(structures[k])}`,
      );
    }
    graphs[0].outputs.forEach((first, i) => {
      const other = graphs[k].outputs[i];
      if (first.dtype === other.dtype && sameShape(first.shape, other.shape)) return;
      throw new TypeError(
        `${functionName}: expected all branches to give the same shapes and dtypes, got ${typed(first)} and ${typed(other)}`,
      );
    });
  }
}

/**
 * Computes one of two functions, as a truth value says. Where it is not known yet, both are followed and the program
 * chooses when it runs.
 *
 * @param predicate - One truth value; of numbers, any but 0 is true.
 * @param whenTrue - A function of the operands.
 * @param whenFalse - Another, which gives a result of the same tree, shapes and dtypes.
 * @param operands - What the functions get.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.cond.html
 * @example
 * jax.lax.cond(true, (x) => x.mul(2), (x) => x, jnp.array(3)).item(); // 6
 */
export function cond<A extends unknown[] = ndarray[], R extends Result = ndarray>(
  predicate: ndarray | boolean | number,
  whenTrue: (...operands: A) => R,
  whenFalse: (...operands: A) => R,
  ...operands: A
): R {
  if (typeof whenTrue !== "function" || typeof whenFalse !== "function") {
    const got = describe(typeof whenTrue !== "function" ? whenTrue : whenFalse);
    throw new TypeError(`cond: expected two functions after the predicate, got ${got}`);
  }
  const index = convertType(truthOf("cond", predicate), "int32");
  return chosen("cond", index, [whenFalse, whenTrue], operands) as R;
}

/**
 * Computes one of several functions by its number; a number beyond them takes the nearest.
 *
 * @param index - A whole number.
 * @param branches - Functions of the operands that give results of the same tree, shapes and dtypes.
 * @param operands - What the functions get.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.switch.html
 * @example
 * jax.lax.switch(1, [(x) => x, (x) => x.mul(10)], jnp.array(3)).item(); // 30
 */
function choice<A extends unknown[] = ndarray[], R extends Result = ndarray>(
  index: ndarray | number,
  branches: readonly ((...operands: A) => R)[],
  ...operands: A
): R {
  if (!Array.isArray(branches) || branches.length === 0) {
    throw new TypeError(`switch: expected a list of functions, got ${describe(branches)}`);
  }
  const array = toArray("switch", index);
  if (array.ndim > 0)
    throw new TypeError(`switch: expected one number, got shape ${formatShape(array.shape)}`);
  return chosen("switch", convertType(array, "int32"), branches as Branch[], operands) as R;
}
export { choice as switch };
