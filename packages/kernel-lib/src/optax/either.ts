import type { ndarray } from "../array/ndarray";
import { where } from "../np/where";
import { overTrees } from "./transformation";

/** Takes each array from one of two trees, as a truth value says. */
export const either = (name: string, truth: ndarray, a: unknown, b: unknown): unknown =>
  overTrees(name, (x, y) => where(truth, x, y), a, b);
