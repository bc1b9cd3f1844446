import { broadcastShapes, formatShape, maxSize, sameShape, sizeOf } from "./broadcast";
import { ndarray } from "./ndarray";
import { describe } from "./options";

/** The length of each axis; a number stands for one axis. */
export type Shape = number | readonly number[];

/**
 * The plain number that a value is: itself, or the element of an array of no axes. All else stays what it is. An array
 * that is followed refuses, in the name of the function.
 */
export function plainNumber(functionName: string, value: unknown): unknown {
  if (!(value instanceof ndarray) || value.ndim !== 0) return value;
  (value as Partial<Followed>).refuse?.(functionName);
  return value.item();
}

/** What arrays have of which a transformation follows the values. */
interface Followed {
  refuse(functionName: string): never;
}

/** Reads a shape; throws for negative, fractional or too many lengths. */
export function checkShape(functionName: string, shape: unknown): readonly number[] {
  const given = plainNumber(functionName, shape);
  const lengths: unknown[] | undefined =
    typeof given === "number"
      ? [given]
      : Array.isArray(given) || given instanceof ndarray
        ? [...(given as Iterable<unknown>)].map((length) => plainNumber(functionName, length))
        : undefined;
  if (lengths === undefined) {
    throw new TypeError(`${functionName}: expected a shape such as [2, 3], got ${describe(shape)}`);
  }
  for (const length of lengths) {
    if (typeof length !== "number" || !Number.isInteger(length) || length < 0 || length > maxSize) {
      throw new RangeError(
        `${functionName}: expected lengths 0, 1, 2, … in a shape, got ${describe(length)}`,
      );
    }
  }
  sizeOf(functionName, lengths as number[]);
  return lengths as number[];
}

/** Checks that an argument is a plain number, an array of one element included. */
export function checkNumber(functionName: string, name: string, value: unknown): number {
  const number = plainNumber(functionName, value);
  if (typeof number === "number") return number;
  throw new TypeError(`${functionName}: expected ${name} to be a number, got ${describe(value)}`);
}

/** Checks that an argument is a whole number of at least `least`. */
export function checkInteger(functionName: string, name: string, value: unknown, least = -Infinity): number {
  const number = checkNumber(functionName, name, value);
  if (Number.isInteger(number) && number >= least) return number;
  const wanted = least === -Infinity ? "a whole number" : `a whole number of at least ${least}`;
  throw new RangeError(`${functionName}: expected ${name} to be ${wanted}, got ${number}`);
}

/** Checks an axis and counts it from the front: -1 is the last. */
export function checkAxis(functionName: string, given: unknown, ndim: number): number {
  const axis = plainNumber(functionName, given);
  if (typeof axis !== "number" || !Number.isInteger(axis)) {
    throw new TypeError(`${functionName}: expected axis to be a whole number, got ${describe(axis)}`);
  }
  if (axis < -ndim || axis >= ndim) {
    throw new RangeError(`${functionName}: axis ${axis} is out of bounds for an array of ${ndim} axes`);
  }
  return axis < 0 ? axis + ndim : axis;
}

/** Checks a list of axes, each at most once; one number stands for itself. */
export function checkAxes(functionName: string, axes: unknown, ndim: number): number[] {
  const list: readonly unknown[] = Array.isArray(axes) ? axes : [axes];
  const checked = list.map((axis) => checkAxis(functionName, axis, ndim));
  checked.forEach((axis, i) => {
    if (checked.indexOf(axis) !== i)
      throw new RangeError(`${functionName}: axis ${String(list[i])} is given twice`);
  });
  return checked;
}

/** Checks that an array broadcasts to a shape. */
export function checkBroadcasts(functionName: string, from: readonly number[], to: readonly number[]): void {
  if (sameShape(broadcastShapes(functionName, from, to), to)) return;
  throw new RangeError(
    `${functionName}: shape ${formatShape(from)} does not broadcast to ${formatShape(to)}`,
  );
}
