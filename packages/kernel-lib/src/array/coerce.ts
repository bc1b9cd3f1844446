import { own as ownElements } from "../simd/resident";
import { formatShape } from "./broadcast";
import { resultType, type DType } from "./dtype";
import { elementsOf, ndarray } from "./ndarray";
import { describe, readOptions } from "./options";
import {
  checkDType,
  convertStorage,
  dtypeOfTypedArray,
  isDType,
  isFloating,
  isStorage,
  makeStorage,
  rangeOf,
  type TypedArray,
} from "./traits";

/** Reads the dtype out of a dtype argument or option; undefined where none is given. */
export function readTyping(functionName: string, typing: unknown): DType | undefined {
  const given =
    typeof typing === "string"
      ? typing
      : readOptions<{ dtype?: DType }>(functionName, typing, { dtype: undefined }).dtype;
  if (given === undefined || given === null) return undefined;
  return isDType(given) ? given : checkDType(functionName, given, "float32");
}

/** What is done with arrays that a transformation follows, of which the values are not known here. */
export interface Following {
  readonly isFollowed: (x: ndarray) => boolean;
  readonly convert: (x: ndarray, dtype: DType) => ndarray;
  /** Joins arrays of one shape and dtype along a new first axis, and gives the result another shape. */
  readonly stack: (parts: readonly ndarray[], shape: readonly number[]) => ndarray;
}

let following: Following | undefined;

/** Sets what is done with followed arrays; the room of primitives, which is further down, knows it. */
export function setFollowing(by: Following): void {
  following = by;
}

/** Makes an array of what may stand for one, with messages in the name of the function that asks for it. */
export function toArray(functionName: string, x: unknown, dtype?: DType): ndarray {
  if (x instanceof ndarray) {
    if (dtype === undefined || x.dtype === dtype) return x;
    if (following?.isFollowed(x)) return following.convert(x, dtype);
    return new ndarray(convertStorage(elementsOf(x), x.dtype, dtype), x.shape, dtype);
  }
  if (typeof x === "number") return scalar(functionName, x, dtype ?? "float32");
  if (typeof x === "boolean") return scalar(functionName, x ? 1 : 0, dtype ?? "bool");
  if (ArrayBuffer.isView(x)) return fromTypedArray(functionName, x as TypedArray, dtype);
  if (Array.isArray(x)) return fromLists(functionName, x, dtype);
  throw notNumbers(functionName, x, []);
}

function scalar(functionName: string, value: number, dtype: DType): ndarray {
  const data = makeStorage(dtype, 1);
  data[0] = representable(functionName, value, dtype);
  return new ndarray(data, [], dtype);
}

/** Checks that a number written by hand fits a dtype, as NumPy does; a fraction is cut off. */
export function representable(functionName: string, value: number, dtype: DType): number {
  if (isFloating(dtype)) return value;
  if (dtype === "bool") return value !== 0 ? 1 : 0;
  const { min, max } = rangeOf(dtype);
  const whole = Math.trunc(value);
  if (whole >= min && whole <= max) return whole;
  throw new RangeError(
    `${functionName}: expected a number that ${dtype} holds (${min} to ${max}), got ${value}`,
  );
}

function fromTypedArray(functionName: string, x: TypedArray, dtype?: DType): ndarray {
  const own = dtypeOfTypedArray(x);
  if (own === undefined) throw notNumbers(functionName, x, []);
  const shared = isStorage(x) ? x : convertStorage(x, own, own);
  return new ndarray(
    dtype === undefined || dtype === own ? shared : convertStorage(x, own, dtype),
    [x.length],
    dtype ?? own,
  );
}

/** Lists within lists, of numbers, truth values, typed arrays and arrays. */
function fromLists(functionName: string, lists: readonly unknown[], dtype?: DType): ndarray {
  const shape = shapeOf(functionName, lists, []);
  const leaves: (ndarray | number | boolean)[] = [];
  collect(functionName, lists, shape, [], leaves);
  const numbers = leaves.some(isPlainNumber);
  const strong = leaves.filter((leaf): leaf is ndarray | boolean => typeof leaf !== "number");
  const own = numbers || leaves.length === 0 ? resultType("float32", ...strong) : resultType(...strong);
  const target = dtype ?? own;
  if (following && leaves.some((leaf) => typeof leaf === "object" && following?.isFollowed(leaf))) {
    return following.stack(
      leaves.map((leaf) => toArray(functionName, leaf, target)),
      shape,
    );
  }
  let size = 1;
  for (const length of shape) size *= length;
  const data = makeStorage(target, size);
  let at = 0;
  for (const leaf of leaves) {
    if (typeof leaf === "number") data[at++] = representable(functionName, leaf, target);
    else if (typeof leaf === "boolean") data[at++] = leaf ? 1 : 0;
    else {
      data.set(convertStorage(elementsOf(leaf), leaf.dtype, target), at);
      at += leaf.size;
    }
  }
  ownElements(data);
  return new ndarray(data, shape, target);
}

/** Tells what stands for a plain number: one, or what a transformation follows in its place. */
function isPlainNumber(leaf: ndarray | number | boolean): boolean {
  return typeof leaf === "number" || (typeof leaf === "object" && "weak" in leaf && leaf.weak !== undefined);
}

/** The shape that the first elements say; {@link collect} holds the others to it. */
function shapeOf(functionName: string, x: unknown, path: number[]): number[] {
  if (typeof x === "number" || typeof x === "boolean") return [];
  if (x instanceof ndarray) return [...x.shape];
  if (ArrayBuffer.isView(x) && dtypeOfTypedArray(x) !== undefined) return [(x as TypedArray).length];
  if (!Array.isArray(x)) throw notNumbers(functionName, x, path);
  return x.length === 0 ? [0] : [x.length, ...shapeOf(functionName, x[0], [...path, 0])];
}

function collect(
  functionName: string,
  x: unknown,
  shape: readonly number[],
  path: readonly number[],
  leaves: (ndarray | number | boolean)[],
): void {
  if (typeof x === "number" || typeof x === "boolean") {
    if (shape.length > 0) throw ragged(functionName, path, `a list of ${shape[0]}`, String(x));
    leaves.push(x);
    return;
  }
  if (x instanceof ndarray || ArrayBuffer.isView(x)) {
    const part = toArray(functionName, x);
    if (part.shape.length !== shape.length || part.shape.some((length, axis) => length !== shape[axis])) {
      throw ragged(functionName, path, `shape ${formatShape(shape)}`, `shape ${formatShape(part.shape)}`);
    }
    leaves.push(part);
    return;
  }
  if (!Array.isArray(x)) throw notNumbers(functionName, x, path);
  if (shape.length === 0) throw ragged(functionName, path, "a number", `a list of ${x.length}`);
  if (x.length !== shape[0]) {
    throw ragged(functionName, path, `a list of ${shape[0]}`, `a list of ${x.length}`);
  }
  const rest = shape.slice(1);
  const flat = rest.length === 0;
  for (let i = 0; i < x.length; i++) {
    const element: unknown = x[i];
    if (flat && (typeof element === "number" || typeof element === "boolean")) leaves.push(element);
    else collect(functionName, element, rest, [...path, i], leaves);
  }
}

const place = (path: readonly number[]): string => (path.length === 0 ? "" : ` at [${path.join("][")}]`);

function ragged(functionName: string, path: readonly number[], expected: string, got: string): RangeError {
  return new RangeError(`${functionName}: lists are ragged: expected ${expected}${place(path)}, got ${got}`);
}

function notNumbers(functionName: string, x: unknown, path: readonly number[]): TypeError {
  return new TypeError(`${functionName}: expected numbers${place(path)}, got ${describe(x)}`);
}
