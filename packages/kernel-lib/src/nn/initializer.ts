import { named } from "../array/named";
import type { ArrayLike } from "../array/asarray";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { multiply, scalar } from "../ops/map";
import type { Key } from "../random/keys";

/** Makes the first value of a parameter from a key, a shape and a dtype (or whatever it is given after the key). */
export type Initializer = (key: Key, ...args: never[]) => ArrayLike;

/** An initializer of arrays of any shape, float32 unless said otherwise. */
export type ShapedInitializer = (key: Key, shape: number | readonly number[], dtype?: DType) => ndarray;

/** Marks the initializers whose result has the shape they are given, so that nothing is drawn to learn it. */
export const shapedSymbol = Symbol("shaped");

/** Names an initializer, and marks it as one whose result has the shape it is given. */
export function shaped(name: string, init: ShapedInitializer): ShapedInitializer {
  named(name, init);
  return Object.assign(init, { [shapedSymbol]: true });
}

/** Multiplies by a factor that is rounded to the dtype first. */
export const scaled = (x: ndarray, factor: number): ndarray => multiply(x, scalar(factor, x.dtype));
