import { nonsingular, type Scale } from "../scale";

/** A scale by a function and its inverse, of one number each. */
export const functionScale = (
  forward: (value: number) => number,
  inverse: (value: number) => number,
): Scale => ({
  name: "function",
  forward,
  inverse,
  holds: (value) => Number.isFinite(forward(value)),
  widened: (ends) => nonsingular(ends, 0.05, 1e-15),
  possible: (ends) => ends,
  warp: "unwritten",
});
