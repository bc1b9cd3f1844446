import { describe } from "../../array/options";

/** Whether a matrix is transposed: 0 or "N" not, 1 or "T" yes; 2 or "C" is the same, as there are no complex numbers. */
export type Trans = 0 | 1 | 2 | "N" | "T" | "C";

/** Tells whether a matrix is to be transposed. */
export function readTrans(functionName: string, trans: unknown): boolean {
  if (trans === 0 || trans === "N") return false;
  if (trans === 1 || trans === "T" || trans === 2 || trans === "C") return true;
  throw new TypeError(
    `${functionName}: expected trans to be 0, 1, 2, "N", "T" or "C", got ${describe(trans)}`,
  );
}
