import { add, divide, multiply, naturalLog, negative, square, subtract } from "./arithmetic";
import { beyondVega, special } from "./beyondVega";
import { define, type Constructor, type Expr, type Primitive } from "./expr";
import * as values from "./gammaValues";
import * as incomplete from "./incompleteGamma";
import { exp } from "./transcendental";

/** Stands for a derivative that is not known: what needs its value throws. */
const unknownSlope = (of: string, by: string): Constructor<Primitive> =>
  define({
    name: "unknownSlope",
    arity: 1,
    kind: "number",
    evaluate: () => {
      throw new TypeError(`${of}: the derivative by ${by} is not known`);
    },
    partials: () => [null],
    vega: beyondVega(of),
  });

/** Hurwitz's zeta function of s and q. */
export const zeta: Constructor<Primitive> = special(
  "zeta",
  "\\zeta",
  (s, q) => values.zeta(s, q),
  (_, s, q) => [unknownSlope("zeta", "x")(q), negative(multiply(s, zeta(add(s, 1), q)))],
);

/** The derivative of ψ(x) of order n. */
export const polygamma: Constructor<Primitive> = special(
  "polygamma",
  "\\psi",
  (n, x) => values.polygamma(n, x),
  (_, n, x) => [unknownSlope("polygamma", "n")(x), polygamma(add(n, 1), x)],
);

/** ψ(x), the derivative of log Γ(x). */
export const digamma = special(
  "digamma",
  "\\psi",
  (x) => values.digamma(x),
  (_, x) => [polygamma(1, x)],
);

/** log |Γ(x)|. */
export const lgamma = special(
  "lgamma",
  "\\log\\Gamma",
  (x) => values.lgamma(x),
  (_, x) => [digamma(x)],
);

/** The sign of Γ(x). */
export const gammaSign = special(
  "gammaSign",
  "\\operatorname{sgn}\\Gamma",
  (x) => values.gammaSign(x),
  () => [null],
);

/** The density of the gamma distribution of shape a: xᵃ⁻¹ e⁻ˣ / Γ(a). */
const density = (a: Expr, x: Expr): Expr =>
  exp(subtract(subtract(multiply(subtract(a, 1), naturalLog(x)), x), lgamma(a)));

/** How the logarithm of that density changes with a. */
const score = (a: Expr, x: Expr): Expr => subtract(naturalLog(x), digamma(a));

/** The second derivative of P(a, x) by a. */
const lowerGammaCurvature = special(
  "gammaincCurvature",
  "\\partial_a^2 P",
  (a, x) => incomplete.lowerGammaCurvature(a, x),
  (_, a, x) => [
    unknownSlope("gammainc", "a, of third order,")(a),
    multiply(density(a, x), subtract(square(score(a, x)), polygamma(1, a))),
  ],
);

/** The derivative of P(a, x) by a. */
const lowerGammaSlope = special(
  "gammaincSlope",
  "\\partial_a P",
  (a, x) => incomplete.lowerGammaSlope(a, x),
  (_, a, x) => [lowerGammaCurvature(a, x), multiply(density(a, x), score(a, x))],
);

/** The share of the gamma distribution of shape a below x. */
export const lowerGamma = special(
  "gammainc",
  "P",
  (a, x) => incomplete.lowerGamma(a, x),
  (_, a, x) => [lowerGammaSlope(a, x), density(a, x)],
);

/** The share of the gamma distribution of shape a above x. */
export const upperGamma = special(
  "gammaincc",
  "Q",
  (a, x) => incomplete.upperGamma(a, x),
  (_, a, x) => [negative(lowerGammaSlope(a, x)), negative(density(a, x))],
);

/** How a draw x of the gamma distribution changes with its shape a, its share held. */
export const gammaDrawSlope = (a: Expr, x: Expr): Expr =>
  negative(divide(lowerGammaSlope(a, x), density(a, x)));
