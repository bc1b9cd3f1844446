import { describe, isPlainObject, type Spelled } from "../array/options";
import { readArray, type Data } from "./data";

/** What functions of vectors take: vectors, or places and vectors; values for colours if one likes; options. */
export type VectorArguments<Options> =
  | [u: Data, v: Data, options?: Spelled<Options>]
  | [u: Data, v: Data, C: Data, options?: Spelled<Options>]
  | [x: Data, y: Data, u: Data, v: Data, options?: Spelled<Options>]
  | [x: Data, y: Data, u: Data, v: Data, C: Data, options?: Spelled<Options>];

interface Places {
  x: Float64Array;
  y: Float64Array;
}

/** The places of vectors: given one by one, along rows and columns of a grid, or numbered. */
function placesOf(functionName: string, x: unknown, y: unknown, shape: readonly number[]): Places {
  const count = shape.reduce((product, length) => product * length, 1);
  const columns = shape[shape.length - 1] ?? 1;
  const grid = (at: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => at(i));
  if (x === undefined) {
    return shape.length === 1
      ? { x: grid((i) => i), y: grid(() => 0) }
      : { x: grid((i) => i % columns), y: grid((i) => Math.floor(i / columns)) };
  }
  const [xs, ys] = [readArray(functionName, "x", x), readArray(functionName, "y", y)];
  const [a, b] = [xs.data as Float64Array, ys.data as Float64Array];
  if (a.length === count && b.length === count) return { x: a, y: b };
  if (shape.length === 2 && a.length === columns && b.length === shape[0]) {
    return { x: grid((i) => a[i % columns]), y: grid((i) => b[Math.floor(i / columns)]) };
  }
  throw new RangeError(
    `${functionName}: expected x and y to be the places of ${count} vectors, got ${describe(xs)} and ${describe(ys)}`,
  );
}

/** Reads vectors, their places, and the values that their colours follow where there are some. */
export function readVectors(
  functionName: string,
  args: readonly unknown[],
): { places: Places; u: Float64Array; v: Float64Array; values?: Float64Array; options: unknown } {
  const last = args[args.length - 1];
  const options = isPlainObject(last) ? last : undefined;
  const given = options ? args.slice(0, -1) : args;
  if (given.length < 2 || given.length > 5) {
    throw new TypeError(
      `${functionName}: expected [x, y,] u, v and at most values, got ${given.length} arguments`,
    );
  }
  const [x, y] = given.length > 3 ? given : [undefined, undefined];
  const [u, v, C] = given.length > 3 ? given.slice(2) : given;
  const [us, vs] = [readArray(functionName, "u", u), readArray(functionName, "v", v)];
  if (us.size !== vs.size) {
    throw new RangeError(
      `${functionName}: expected u and v of equal shape, got ${describe(us)} and ${describe(vs)}`,
    );
  }
  const values = C === undefined ? undefined : (readArray(functionName, "C", C).data as Float64Array);
  if (values && values.length !== us.size) {
    throw new RangeError(`${functionName}: expected ${us.size} values in C, got ${values.length}`);
  }
  const places = placesOf(functionName, x, y, us.shape);
  return { places, u: us.data as Float64Array, v: vs.data as Float64Array, values, options };
}
