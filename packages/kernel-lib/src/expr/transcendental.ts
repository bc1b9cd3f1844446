import { constant, define } from "./expr";
import type { Composite, Constructor, Expr, Primitive } from "./expr";
import { abs, add, divide, maximum, multiply, negative, sqrt, square, subtract } from "./arithmetic";
import { equal, greaterEqual, notEqual, where } from "./logic";
import { erf as erfOf, erfc as erfcOf } from "./special";
import { call, tex, within, type Tex } from "./tex";

type Definition = Pick<Primitive, "name" | "evaluate" | "vega"> &
  Partial<Pick<Primitive, "latex" | "reduce" | "lanes">> & {
    /** The derivative, given the value and the argument. */
    derivative: (self: Expr, a: Expr) => Expr;
    /** The command that writes its name. */
    command?: string;
  };

const real = ({ derivative, command, ...definition }: Definition): Constructor<Primitive> =>
  define({
    arity: 1,
    kind: "number",
    partials: (self, a) => [derivative(self, a)],
    latex: command === undefined ? undefined : (print, a) => call(command, print(a)),
    ...definition,
  });

/** What the reciprocal square root of an expression is. */
const overRoot = (e: Expr): Expr => divide(1, sqrt(e));

/** A power of e; a fraction in the exponent is written on one line. */
function ePower(print: (e: Expr) => Tex, a: Expr): Tex {
  const ratio = a.form === "application" && a.operation === divide.operation;
  const exponent = ratio ? a.args.map((part) => within(print(part), "power")).join(" / ") : print(a).text;
  return tex(`e^{${exponent}}`, "power");
}

export const exp = real({
  name: "exp",
  evaluate: Math.exp,
  derivative: (self) => self,
  latex: (print, a) => ePower(print, a),
  vega: (a) => `exp(${a})`,
  lanes: (l, a) => l.approximate("exp", a),
});

export const expm1 = real({
  name: "expm1",
  evaluate: Math.expm1,
  derivative: (_, a) => exp(a),
  latex: (print, a) => tex(`${ePower(print, a).text} - 1`, "sum"),
  vega: (a) => `(exp(${a}) - 1)`,
  lanes: (l, a) => l.approximate("expm1", a),
});

export const log1p = real({
  name: "log1p",
  evaluate: Math.log1p,
  derivative: (_, a) => divide(1, add(a, 1)),
  latex: (print, a) => call("\\log", print(add(1, a))),
  vega: (a) => `log(1 + ${a})`,
  lanes: (l, a) => l.approximate("log1p", a),
});

export const tanh = real({
  name: "tanh",
  evaluate: Math.tanh,
  derivative: (_, a) => tanhSlope(a),
  command: "\\tanh",
  vega: (a) => `(1 - 2 / (exp(2 * ${a}) + 1))`,
  lanes: (l, a) => l.approximate("tanh", a),
});

/** The logistic function 1/(1 + e⁻ˣ). */
export const logistic = real({
  name: "logistic",
  evaluate: (a) => 1 / (1 + Math.exp(-a)),
  derivative: (_, a) => logisticSlope(a),
  command: "\\sigma",
  vega: (a) => `(1 / (1 + exp(-${a})))`,
  lanes: (l, a) => l.approximate("logistic", a),
});

/** σ(a) σ(−a), which keeps its digits where 1 − σ(a) would lose them. */
const logisticSlope = define({
  name: "logisticSlope",
  arity: 1,
  kind: "number",
  body: (a: Expr) => multiply(logistic(a), logistic(negative(a))),
  plain: (a: Expr) => multiply(logistic(a), subtract(1, logistic(a))),
});

/** 1 − tanh² as 4 σ(2a) σ(−2a), which keeps its digits where tanh is nearly 1. */
const tanhSlope = define({
  name: "tanhSlope",
  arity: 1,
  kind: "number",
  body: (a: Expr) => multiply(4, multiply(logistic(multiply(2, a)), logistic(multiply(-2, a)))),
  plain: (a: Expr) => subtract(1, square(tanh(a))),
});

/** exp(−a²) times a factor. */
const bell = (factor: number, latex: string, a: Expr): Expr =>
  multiply(constant(factor, latex), exp(negative(square(a))));

/** The polynomial in t of the approximation 7.1.26 of Abramowitz and Stegun: erfc within 1.5e-7, for drawing. */
const erfcTail = (a: string): string => {
  const t = `(1 / (1 + 0.3275911 * abs(${a})))`;
  const terms = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  const polynomial = terms.reduce(
    (inner, term) => (inner ? `${t} * (${term} + ${inner})` : `${t} * ${term}`),
    "",
  );
  return `(${polynomial} * exp(-${a} * ${a}))`;
};

export const erf = real({
  name: "erf",
  evaluate: erfOf,
  derivative: (_, a) => bell(2 / Math.sqrt(Math.PI), "\\frac{2}{\\sqrt{\\pi}}", a),
  command: "\\operatorname{erf}",
  vega: (a) => `(${a} < 0 ? ${erfcTail(a)} - 1 : 1 - ${erfcTail(a)})`,
  lanes: (l, a) => l.approximate("erf", a),
});

export const erfc = real({
  name: "erfc",
  evaluate: erfcOf,
  derivative: (_, a) => bell(-2 / Math.sqrt(Math.PI), "-\\frac{2}{\\sqrt{\\pi}}", a),
  command: "\\operatorname{erfc}",
  vega: (a) => `(${a} < 0 ? 2 - ${erfcTail(a)} : ${erfcTail(a)})`,
  lanes: (l, a) => l.approximate("erfc", a),
});

export const sin = real({
  name: "sin",
  evaluate: Math.sin,
  derivative: (_, a) => cos(a),
  command: "\\sin",
  vega: (a) => `sin(${a})`,
});

export const cos = real({
  name: "cos",
  evaluate: Math.cos,
  derivative: (_, a) => negative(sin(a)),
  command: "\\cos",
  vega: (a) => `cos(${a})`,
});

export const tan = real({
  name: "tan",
  evaluate: Math.tan,
  derivative: (self) => add(1, square(self)),
  command: "\\tan",
  vega: (a) => `tan(${a})`,
});

export const asin = real({
  name: "asin",
  evaluate: Math.asin,
  derivative: (_, a) => overRoot(subtract(1, square(a))),
  command: "\\arcsin",
  vega: (a) => `asin(${a})`,
});

export const acos = real({
  name: "acos",
  evaluate: Math.acos,
  derivative: (_, a) => negative(overRoot(subtract(1, square(a)))),
  command: "\\arccos",
  vega: (a) => `acos(${a})`,
});

export const atan = real({
  name: "atan",
  evaluate: Math.atan,
  derivative: (_, a) => divide(1, add(1, square(a))),
  command: "\\arctan",
  vega: (a) => `atan(${a})`,
});

export const sinh = real({
  name: "sinh",
  evaluate: Math.sinh,
  derivative: (_, a) => cosh(a),
  command: "\\sinh",
  vega: (a) => `((exp(${a}) - exp(-${a})) / 2)`,
});

export const cosh = real({
  name: "cosh",
  evaluate: Math.cosh,
  derivative: (_, a) => sinh(a),
  command: "\\cosh",
  vega: (a) => `((exp(${a}) + exp(-${a})) / 2)`,
});

export const asinh = real({
  name: "asinh",
  evaluate: Math.asinh,
  derivative: (_, a) => overRoot(add(square(a), 1)),
  command: "\\operatorname{arsinh}",
  vega: (a) => `(${a} < 0 ? -log(sqrt(${a} * ${a} + 1) - ${a}) : log(${a} + sqrt(${a} * ${a} + 1)))`,
});

export const acosh = real({
  name: "acosh",
  evaluate: Math.acosh,
  derivative: (_, a) => overRoot(multiply(subtract(a, 1), add(a, 1))),
  command: "\\operatorname{arcosh}",
  vega: (a) => `log(${a} + sqrt(${a} * ${a} - 1))`,
});

export const atanh = real({
  name: "atanh",
  evaluate: Math.atanh,
  derivative: (_, a) => divide(1, multiply(add(1, a), subtract(1, a))),
  command: "\\operatorname{artanh}",
  vega: (a) => `(log((1 + ${a}) / (1 - ${a})) / 2)`,
});

export const cbrt = real({
  name: "cbrt",
  evaluate: Math.cbrt,
  derivative: (self) => divide(1 / 3, square(self)),
  latex: (print, a) => tex(`\\sqrt[3]{${print(a).text}}`),
  vega: (a) => `(${a} < 0 ? -pow(-${a}, 1 / 3) : pow(${a}, 1 / 3))`,
});

/** The angle of the point (x, y), in (−π, π]. */
export const atan2 = define({
  name: "atan2",
  arity: 2,
  kind: "number",
  evaluate: Math.atan2,
  partials: (_, y, x) => {
    const norm = add(square(x), square(y));
    return [divide(x, norm), divide(negative(y), norm)];
  },
  latex: (print, y, x) => call("\\operatorname{atan2}", print(y), print(x)),
  vega: (y, x) => `atan2(${y}, ${x})`,
});

/** log(1 + exp(−|a|)): what is added to the larger of two numbers, a apart, when their exponentials are. */
export const softTail = real({
  name: "softTail",
  evaluate: (a) => Math.log1p(Math.exp(-Math.abs(a))),
  derivative: (_, a) => where(greaterEqual(a, 0), negative(logistic(negative(a))), logistic(a)),
  latex: (print, a) => call("\\log", print(add(1, exp(negative(abs(a)))))),
  vega: (a) => `log(1 + exp(-abs(${a})))`,
  lanes: (l, a) => l.approximate("softTail", a),
});

/** The share of eᵃ in eᵃ + eᵇ: the derivative of {@link logaddexp} by a. */
const share = define({
  name: "share",
  arity: 2,
  kind: "number",
  body: (a: Expr, b: Expr) => {
    const finite = (e: Expr): Expr => where(equal(e, Infinity), 0, e);
    return exp(subtract(finite(a), finite(logaddexp(a, b))));
  },
  plain: (a: Expr, b: Expr) => logistic(subtract(a, b)),
});

/** log(eᵃ + eᵇ) without overflow: the larger of the two plus log(1 + exp(−|d|)), d their distance. */
export const logaddexp: Constructor<Composite> = define({
  name: "logaddexp",
  arity: 2,
  kind: "number",
  body: (a: Expr, b: Expr) => {
    const distance = subtract(a, b);
    const sum = add(maximum(a, b), softTail(distance));
    // Of two infinities the distance is NaN.
    if (b.form === "constant" && Number.isFinite(b.value)) return sum;
    return where(notEqual(distance, distance), add(a, b), sum);
  },
  partials: (_: Expr, a: Expr, b: Expr) => [share(a, b), share(b, a)],
  latex: (print, a, b) => call("\\log", print(add(exp(a), exp(b)))),
});
