import type { ArrayLike } from "../../array/asarray";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { isFloating } from "../../array/traits";
import { checkElements } from "../../ops/check";

/** Checks that an argument holds floats. */
export function checkFloats(functionName: string, argument: string, x: ArrayLike): ndarray {
  const array = toArray(functionName, x);
  if (isFloating(array.dtype)) return array;
  throw new TypeError(`${functionName}: expected ${argument} to be floating point, got ${array.dtype}`);
}

/** Checks that an argument holds whole numbers; plain lists of whole numbers may stand for them. */
export function checkIntegers(functionName: string, argument: string, x: ArrayLike): ndarray {
  const isList = Array.isArray(x) || typeof x === "number";
  const array = toArray(functionName, x, isList ? "int32" : undefined);
  if (!isFloating(array.dtype) && array.dtype !== "bool") return array;
  throw new TypeError(`${functionName}: expected ${argument} to be whole numbers, got ${array.dtype}`);
}

/** Checks that labels are numbers of classes, once they are known. */
export function checkClasses(functionName: string, labels: ndarray, classes: number): void {
  checkElements(labels, (known) => {
    const wrong = known.find((label: number) => label < 0 || label >= classes);
    if (wrong === undefined) return;
    throw new RangeError(`${functionName}: expected labels from 0 to ${classes - 1}, got ${wrong}`);
  });
}
