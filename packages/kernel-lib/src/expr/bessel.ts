import { add, divide, multiply, sign, subtract } from "./arithmetic";
import { bessel, scaledBessel } from "./besselValues";
import { special } from "./beyondVega";
import { constant, type Constructor, type Expr, type Primitive } from "./expr";
import { equal, where } from "./logic";
import { tex } from "./tex";

const besselFunction = (
  name: string,
  latex: string,
  evaluate: (x: number) => number,
  derivative: (self: Expr, x: Expr) => Expr,
): Constructor<Primitive> =>
  special(
    name,
    (print, x) => tex(latex.replaceAll(/\bx\b/g, print(x).text)),
    evaluate,
    (self, x) => [derivative(self, x)],
  );

/** e / x, and a limit where x is 0. */
const over = (e: Expr, x: Expr): Expr => divide(e, where(equal(x, 0), 1, x));

/** Bessel's function I₁, whose derivative I₀ − I₁/x is ½ at 0. */
export const i1: Constructor<Primitive> = besselFunction(
  "i1",
  "I_1(x)",
  (x) => bessel(1, x),
  (self, x) => where(equal(x, 0), 0.5, subtract(i0(x), over(self, x))),
);

/** Bessel's function I₀. */
export const i0: Constructor<Primitive> = besselFunction(
  "i0",
  "I_0(x)",
  (x) => bessel(0, x),
  (_, x) => i1(x),
);

/** e^{−|x|} I₁(x). */
export const i1e: Constructor<Primitive> = besselFunction(
  "i1e",
  "e^{-|x|} I_1(x)",
  (x) => scaledBessel(1, x),
  (self, x) => where(equal(x, 0), 0.5, subtract(i0e(x), multiply(self, add(sign(x), over(constant(1), x))))),
);

/** e^{−|x|} I₀(x). */
export const i0e: Constructor<Primitive> = besselFunction(
  "i0e",
  "e^{-|x|} I_0(x)",
  (x) => scaledBessel(0, x),
  (self, x) => subtract(i1e(x), multiply(sign(x), self)),
);
