import type { ndarray } from "../array/ndarray";
import { add, divide, greater, sqrt } from "../np/ufuncs";
import { where } from "../np/where";

/** 1/√(x + ε) where x is positive, 0 elsewhere. */
export const inverseRoot = (x: ndarray, eps: number): ndarray =>
  where(greater(x, 0), divide(1, sqrt(add(x, eps))), 0);
