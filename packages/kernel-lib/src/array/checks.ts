import { broadcastShapes, formatShape, maxSize, sameShape, sizeOf } from "./broadcast";
import { ndarray } from "./ndarray";
import { describe } from "./options";

/** The length of each axis; a number stands for one axis. */
export type Shape = number | readonly number[];

/** Reads a shape; throws for negative, fractional or too many lengths. */
export function checkShape(functionName: string, shape: unknown): readonly number[] {
  const lengths: unknown[] | undefined =
    typeof shape === "number" ? [shape] : Array.isArray(shape) ? [...(shape as unknown[])] : undefined;
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
  if (typeof value === "number") return value;
  if (value instanceof ndarray && value.ndim === 0) return value.item();
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
export function checkAxis(functionName: string, axis: unknown, ndim: number): number {
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
