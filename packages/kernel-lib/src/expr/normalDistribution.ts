import { divide, multiply, negative, square, subtract } from "./arithmetic";
import { special } from "./beyondVega";
import { erfInv64 } from "./erfInv";
import { constant, define, type Constructor, type Expr } from "./expr";
import { logNormalShare, normalQuantile } from "./normalQuantile";
import { call } from "./tex";
import { erfc, exp } from "./transcendental";

const rootTwoPi = constant(Math.sqrt(2 * Math.PI), "\\sqrt{2\\pi}");

/** The inverse of the error function. */
export const erfinv = special(
  "erfinv",
  "\\operatorname{erf}^{-1}",
  (x) => (Math.abs(x) <= 1 ? erfInv64(x) : NaN),
  (self) => [multiply(constant(Math.sqrt(Math.PI) / 2, "\\frac{\\sqrt{\\pi}}{2}"), exp(square(self)))],
);

/** The share Φ(x) of the normal distribution below x. */
export const ndtr: Constructor = define({
  name: "ndtr",
  arity: 1,
  kind: "number",
  body: (x: Expr) => multiply(0.5, erfc(divide(negative(x), constant(Math.SQRT2, "\\sqrt{2}")))),
  latex: (print, x) => call("\\Phi", print(x)),
});

/** log Φ(x). */
export const logNdtr = special("logNdtr", "\\log\\Phi", logNormalShare, (self, x) => [
  divide(exp(subtract(negative(multiply(0.5, square(x))), self)), rootTwoPi),
]);

/** Where the normal distribution has a share below. */
export const ndtri = special("ndtri", "\\Phi^{-1}", normalQuantile, (self) => [
  multiply(rootTwoPi, exp(multiply(0.5, square(self)))),
]);
