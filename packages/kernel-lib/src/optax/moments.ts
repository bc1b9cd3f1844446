import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { abs, add, divide, maximum, multiply, power, square, subtract } from "../np/ufuncs";
import { convertType } from "../ops/map";
import { overTrees } from "./transformation";

/** A running mean: decay · moment + (1 − decay) · gradientᵒʳᵈᵉʳ. */
export function updateMoment(
  updates: unknown,
  moments: unknown,
  decay: number | ndarray,
  order: 1 | 2,
): unknown {
  const rest = subtract(1, decay);
  return overTrees(
    "optax",
    (g, m) => add(multiply(rest, order === 2 ? square(g) : g), multiply(decay, m)),
    updates,
    moments,
  );
}

/** The largest gradient, forgotten by and by: max(decay · moment, |gradient| + ε). */
export function updateInfinityMoment(
  updates: unknown,
  moments: unknown,
  decay: number,
  eps: number,
): unknown {
  return overTrees("optax", (g, m) => maximum(add(abs(g), eps), multiply(decay, m)), updates, moments);
}

/** What a running mean that began at 0 lacks: moment / (1 − decayᶜᵒᵘⁿᵗ). */
export function biasCorrection(moments: unknown, decay: number | ndarray, count: ndarray): unknown {
  const correction = subtract(1, power(toArray("optax", decay), convertType(count, "float32")));
  return overTrees("optax", (m) => divide(m, convertType(correction, m.dtype)), moments);
}
