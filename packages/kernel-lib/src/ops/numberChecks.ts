import { elementsOf, type ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";

/** Thrown where a result is not a number, or infinite, while `jax.config` has that looked for. */
export class FloatingPointError extends Error {
  override name = "FloatingPointError";
}

/** What is looked for in results of primitives and of compiled programs. */
export const numberChecks = { nans: false, infs: false };

/** Tells whether anything is looked for. */
export const areNumbersChecked = (): boolean => numberChecks.nans || numberChecks.infs;

/** Throws for a result with what is looked for, in the name of what gave it. */
export function checkNumbers(results: readonly ndarray[], name: () => string): void {
  for (const result of results) {
    const { dtype, shape } = result;
    if (!isFloating(dtype)) continue;
    const data = elementsOf(result);
    const at = data.findIndex(
      (x: number) =>
        (numberChecks.nans && Number.isNaN(x)) || (numberChecks.infs && Math.abs(x) === Infinity),
    );
    if (at < 0) continue;
    const what = Number.isNaN(data[at]) ? "nan" : "inf";
    throw new FloatingPointError(
      `invalid value (${what}) encountered in ${name()}, at [${placeOf(at, shape).join(", ")}] of shape [${shape.join(", ")}]`,
    );
  }
}

/** The indices of an element by its place in storage. */
function placeOf(at: number, shape: readonly number[]): number[] {
  const indices: number[] = [];
  let rest = at;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    indices.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return indices;
}
