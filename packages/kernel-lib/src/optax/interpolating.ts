import type { ndarray } from "../array/ndarray";
import { add, divide, multiply, negative, sqrt, square, subtract } from "../np/ufuncs";

/** A place on a line and what a function has there. */
export interface Height {
  readonly at: ndarray;
  readonly value: ndarray;
}

/** The same with its slope there. */
export interface Point extends Height {
  readonly slope: ndarray;
}

/** Where the cubic through three points, with the slope of the first one, is least; NaN where it is so nowhere. */
export function cubicMinimum(a: Point, b: Height, c: Height): ndarray {
  const [toB, toC] = [subtract(b.at, a.at), subtract(c.at, a.at)];
  const cube = (x: ndarray): ndarray => multiply(square(x), x);
  const risesTo = (p: Height, to: ndarray): ndarray =>
    subtract(subtract(p.value, a.value), multiply(a.slope, to));
  const [riseB, riseC] = [risesTo(b, toB), risesTo(c, toC)];
  const denominator = multiply(square(multiply(toB, toC)), subtract(toB, toC));
  const cubic = divide(subtract(multiply(square(toC), riseB), multiply(square(toB), riseC)), denominator);
  const quadratic = divide(subtract(multiply(cube(toB), riseC), multiply(cube(toC), riseB)), denominator);
  const radical = subtract(square(quadratic), multiply(multiply(3, cubic), a.slope));
  return add(a.at, divide(add(negative(quadratic), sqrt(radical)), multiply(3, cubic)));
}

/** Where the parabola through two points, with the slope of the first one, is least. */
export function quadraticMinimum(a: Point, b: Height): ndarray {
  const to = subtract(b.at, a.at);
  const bend = divide(subtract(subtract(b.value, a.value), multiply(a.slope, to)), square(to));
  return subtract(a.at, divide(a.slope, multiply(2, bend)));
}
