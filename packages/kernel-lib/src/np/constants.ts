/** The ratio of a circle's circumference to its diameter, 3.14159… */
export const pi = Math.PI;
/** The base of natural logarithms, 2.71828… */
export const e = Math.E;
/** Positive infinity. */
export const inf = Infinity;
/** The result of an operation that has none, such as 0 / 0. */
export const nan = NaN;
/** The place of a new axis of length 1 among indices: `x.at(np.newaxis, ":")`. */
export const newaxis = null;
/** Euler's constant, 0.57721… */
export const eulerGamma = 0.5772156649015329;
