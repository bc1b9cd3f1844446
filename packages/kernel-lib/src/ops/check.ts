import { elementsOf, type ndarray } from "../array/ndarray";
import { bind } from "./bind";
import type { Primitive } from "./primitive";

interface CheckParams {
  /** Throws where values are wrong. */
  readonly check: (values: readonly ndarray[]) => void;
}

/** Has values checked when they are known; it has no results. */
const checkPrimitive: Primitive<CheckParams> = {
  name: "check",
  shape: () => [],
  run: (operands, { check }) => {
    check(operands);
    return [];
  },
  jvp: (operands, _, params) => ({ outputs: bind(checkPrimitive, operands, params), tangents: [] }),
  transpose: "none",
  // What holds for each example holds for all of them at once.
  batch: (operands, _, __, params) => ({ outputs: bind(checkPrimitive, operands, params), axes: [] }),
  print: () => ({}),
};

/** Has elements checked: at once, or each time a program that is followed knows them. */
export function checkElements(x: ndarray, check: (data: ndarray["data"]) => void): void {
  bind(checkPrimitive, [x], { check: ([known]) => check(elementsOf(known)) });
}
