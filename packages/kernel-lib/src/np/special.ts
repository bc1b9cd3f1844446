import * as e from "../expr";
import { elementwise } from "./elementwise";
import type { Binary, Unary } from "./ufuncsArithmetic";

/**
 * The error function, 2/√π times the integral of exp(−t²) from 0 to x.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.erf.html
 * @example
 * jax.scipy.special.erf([0, 10]).tolist(); // [0, 1]
 */
export const erf: Unary = elementwise({
  name: "erf",
  inputs: ["x"],
  expression: e.erf,
  computing: "inexact",
});

/**
 * The complementary error function 1 − erf(x), with all its digits where that is nearly 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.erfc.html
 * @example
 * jax.scipy.special.erfc([0, -10]).tolist(); // [1, 2]
 */
export const erfc: Unary = elementwise({
  name: "erfc",
  inputs: ["x"],
  expression: e.erfc,
  computing: "inexact",
});

/**
 * The inverse of the error function, from [−1, 1].
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.erfinv.html
 * @example
 * jax.scipy.special.erfinv([0, 1]).tolist(); // [0, Infinity]
 */
export const erfinv: Unary = elementwise({
  name: "erfinv",
  inputs: ["x"],
  expression: e.erfinv,
  computing: "inexact",
});

/**
 * The share of the standard normal distribution below x.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.ndtr.html
 * @example
 * jax.scipy.special.ndtr([0, 40]).tolist(); // [0.5, 1]
 */
export const ndtr: Unary = elementwise({
  name: "ndtr",
  inputs: ["x"],
  expression: e.ndtr,
  computing: "inexact",
});

/**
 * The point below which the standard normal distribution has a share p: the inverse of {@link ndtr}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.ndtri.html
 * @example
 * jax.scipy.special.ndtri([0, 0.5]).tolist(); // [-Infinity, 0]
 */
export const ndtri: Unary = elementwise({
  name: "ndtri",
  inputs: ["p"],
  expression: e.ndtri,
  computing: "inexact",
});

/**
 * The logarithm of {@link ndtr}, finite where that is 0 in floating point.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.log_ndtr.html
 * @example
 * jax.scipy.special.logNdtr([-40]).round(2).tolist(); // [-804.6099853515625]
 */
export const logNdtr: Unary = elementwise({
  name: "logNdtr",
  inputs: ["x"],
  expression: e.logNdtr,
  computing: "inexact",
});

/**
 * The logistic function 1 / (1 + e⁻ˣ), the inverse of {@link logit}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.expit.html
 * @example
 * jax.scipy.special.expit([0, 100]).tolist(); // [0.5, 1]
 */
export const expit: Unary = elementwise({
  name: "expit",
  inputs: ["x"],
  expression: e.logistic,
  computing: "inexact",
});

/**
 * The logarithm of odds, log(p / (1 − p)): the inverse of {@link expit}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.logit.html
 * @example
 * jax.scipy.special.logit([0.5, 1]).tolist(); // [0, Infinity]
 */
export const logit: Unary = elementwise({
  name: "logit",
  inputs: ["p"],
  expression: (p) => e.naturalLog(e.divide(p, e.subtract(1, p))),
  computing: "inexact",
});

/** x times a factor, 0 where x is 0 whatever the factor is. */
const timesUnless0 = (x: e.Expr, factor: e.Expr): e.Expr => e.where(e.equal(x, 0), 0, e.multiply(x, factor));

/**
 * The product x log(y), 0 where x is 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.xlogy.html
 * @example
 * jax.scipy.special.xlogy([0, 2], [0, 1]).tolist(); // [0, 0]
 */
export const xlogy: Binary = elementwise({
  name: "xlogy",
  inputs: ["x", "y"],
  expression: (x, y) => timesUnless0(x, e.naturalLog(y)),
  partials: (_, x, y) => [e.naturalLog(y), e.divide(x, y)],
  computing: "inexact",
});

/**
 * The product x log(1 + y), 0 where x is 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.xlog1py.html
 * @example
 * jax.scipy.special.xlog1py([0, 2], [-1, 0]).tolist(); // [0, 0]
 */
export const xlog1py: Binary = elementwise({
  name: "xlog1py",
  inputs: ["x", "y"],
  expression: (x, y) => timesUnless0(x, e.log1p(y)),
  partials: (_, x, y) => [e.log1p(y), e.divide(x, e.add(1, y))],
  computing: "inexact",
});

/** x log(x), of which the derivative is log(x) + 1. */
const xlogx = e.define({
  name: "xlogx",
  arity: 1,
  kind: "number",
  body: (x: e.Expr) => timesUnless0(x, e.naturalLog(x)),
  partials: (_, x) => [e.add(e.naturalLog(x), 1)],
});

/**
 * What x adds to an entropy: −x log(x), 0 at 0, −∞ below.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.entr.html
 * @example
 * jax.scipy.special.entr([0, 1, -1]).tolist(); // [0, 0, -Infinity]
 */
export const entr: Unary = elementwise({
  name: "entr",
  inputs: ["x"],
  expression: (x) => e.where(e.less(x, 0), -Infinity, e.subtract(0, xlogx(x))),
  computing: "inexact",
});

/** p log(p / q), 0 where p is 0, and ∞ outside of the domain. */
const relative = (p: e.Expr, q: e.Expr): e.Expr => {
  const isInside = e.and(e.greater(p, 0), e.greater(q, 0));
  const isZero = e.and(e.equal(p, 0), e.greaterEqual(q, 0));
  const [safeP, safeQ] = [e.where(isInside, p, 1), e.where(isInside, q, 1)];
  const inside = e.subtract(e.multiply(safeP, e.naturalLog(safeP)), e.multiply(safeP, e.naturalLog(safeQ)));
  return e.where(isInside, inside, e.where(isZero, 0, Infinity));
};

/**
 * What an outcome adds to a relative entropy: p log(p / q), 0 where p is 0, ∞ where the two are no probabilities.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.rel_entr.html
 * @example
 * jax.scipy.special.relEntr([0, 1], [1, 1]).tolist(); // [0, 0]
 */
export const relEntr: Binary = elementwise({
  name: "relEntr",
  inputs: ["p", "q"],
  expression: relative,
  computing: "inexact",
});

/**
 * The divergence of Kullback and Leibler of single outcomes: p log(p / q) − p + q.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.kl_div.html
 * @example
 * jax.scipy.special.klDiv([0, 1], [1, 1]).tolist(); // [1, 0]
 */
export const klDiv: Binary = elementwise({
  name: "klDiv",
  inputs: ["p", "q"],
  expression: (p, q) => e.add(e.subtract(relative(p, q), p), q),
  computing: "inexact",
});
