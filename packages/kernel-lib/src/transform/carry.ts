import { formatShape, sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { convertType } from "../ops/map";
import type { Arrays } from "./arguments";
import { flatten, pathsOf, printPath, printStructure, sameStructure } from "./tree";

/** Checks that a step hands on what it got: the same tree of the same shapes and dtypes. */
export function checkCarry(functionName: string, carry: Arrays, next: unknown): ndarray[] {
  const [leaves, structure] = flatten(next);
  if (!sameStructure(structure, carry.structure)) {
    throw new TypeError(
      `${functionName}: expected the function to hand on what it gets, built as ${printStructure(carry.structure)}, ` +
        `got ${printStructure(structure)}`,
    );
  }
  const paths = pathsOf(structure);
  return leaves.map((leaf, i) => {
    const x = carry.arrays[i];
    // A plain number fits whatever it takes the place of.
    const given = toArray(functionName, leaf, typeof leaf === "number" ? x.dtype : undefined);
    if (given.dtype === x.dtype && sameShape(given.shape, x.shape)) return given;
    throw new TypeError(
      `${functionName}: expected carry${printPath(paths[i])} to stay ${x.dtype} of shape ${formatShape(x.shape)}, ` +
        `got ${given.dtype} of shape ${formatShape(given.shape)}`,
    );
  });
}

/** What a condition gives: one truth value. */
export function truthOf(functionName: string, value: unknown): ndarray {
  const isTruth = typeof value === "boolean" || typeof value === "number" || value instanceof ndarray;
  const array = isTruth ? toArray(functionName, value) : undefined;
  if (array && array.ndim === 0) return convertType(array, "bool");
  throw new TypeError(
    `${functionName}: expected the condition to give one truth value, got ${describe(value)}`,
  );
}
