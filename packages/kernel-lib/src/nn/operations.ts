import * as e from "../expr";
import { call } from "../expr/tex";

/** Operations that several activations are made of, with JAX's derivatives where a limit is reached. */

const indicator = (condition: e.Expr): e.Expr => e.where(condition, 1, 0);

/** A constant between two bounds, 0 outside. */
export const between = (low: number, x: e.Expr, high: number, value: number): e.Expr =>
  e.where(e.and(e.greater(x, low), e.less(x, high)), value, 0);

/** max(x, 0), with derivative 0 at 0. */
export const relu = e.define({
  name: "relu",
  arity: 1,
  kind: "number",
  body: (x: e.Expr) => e.maximum(x, 0),
  partials: (_: e.Expr, x: e.Expr) => [indicator(e.greater(x, 0))],
});

/** min(max(x, 0), 6), with derivative 0 at 0 and at 6. */
export const relu6 = e.define({
  name: "relu6",
  arity: 1,
  kind: "number",
  body: (x: e.Expr) => e.minimum(e.maximum(x, 0), 6),
  partials: (_: e.Expr, x: e.Expr) => [indicator(e.and(e.greater(x, 0), e.less(x, 6)))],
  latex: (print, x) => call("\\mathrm{relu6}", print(x)),
});

/** log(1 + eˣ) without overflow. */
export const softplus = e.define({
  name: "softplus",
  arity: 1,
  kind: "number",
  body: (x: e.Expr) => e.logaddexp(x, 0),
  latex: (print, x) => call("\\mathrm{softplus}", print(x)),
});

/** x where it is positive, α(eˣ − 1) elsewhere; the exponential never sees a positive number. */
export const elu = (x: e.Expr, alpha: e.Operand): e.Expr => {
  const positive = e.greater(x, 0);
  return e.where(positive, x, e.multiply(alpha, e.expm1(e.where(positive, 0, x))));
};

/** log(1 − e⁻ˣ) by whichever of two forms keeps its digits, with derivative 1/(eˣ − 1). */
export const log1mexp = e.define({
  name: "log1mexp",
  arity: 1,
  kind: "number",
  body: (x: e.Expr) =>
    e.where(
      e.less(x, Math.fround(Math.LN2)),
      e.naturalLog(e.negative(e.expm1(e.negative(x)))),
      e.log1p(e.negative(e.exp(e.negative(x)))),
    ),
  partials: (_: e.Expr, x: e.Expr) => [e.divide(1, e.expm1(x))],
  latex: (print, x) => call("\\log", print(e.subtract(1, e.exp(e.negative(x))))),
});
