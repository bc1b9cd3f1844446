import { apply, constant, define, isConstant, toExpr } from "./expr";
import type { Composite, Constructor, Expr, Operand, Primitive } from "./expr";
import { call, power, tex, within, type Tex } from "./tex";
import { equal, greater, greaterEqual, less, where } from "./logic";

/** The constructor of a primitive on numbers. */
const number = (definition: Omit<Primitive, "kind">): Constructor<Primitive> =>
  define({ kind: "number", ...definition });

const one = constant(1);

const signed = (left: Tex, right: Tex): Tex =>
  right.negative
    ? tex(`${left.text} - ${right.text.slice(1)}`, "sum", left.negative)
    : tex(`${left.text} + ${right.text}`, "sum", left.negative);

/** Digits beside digits need a dot between them, functions a thin space, all else stands side by side. */
function product(left: Tex, right: Tex): Tex {
  const a = within(left, "product");
  const b = right.level === "product" && !right.negative ? right.text : within(right, "power");
  const gap =
    /^[\d.]|^\\frac/.test(b) && /[\d.}]$/.test(a) ? " \\cdot " : /^\\left|^.$/.test(b) ? " " : " \\, ";
  return tex(a + gap + b, "product", left.negative);
}

export const add = number({
  name: "add",
  arity: 2,
  evaluate: (a, b) => a + b,
  partials: () => [one, one],
  latex: (print, a, b) => signed(print(a), print(b)),
  vega: (a, b) => `(${a} + ${b})`,
  lanes: (l, a, b) => l.add(a, b),
});

export const subtract = number({
  name: "subtract",
  arity: 2,
  evaluate: (a, b) => a - b,
  partials: () => [one, constant(-1)],
  latex(print, a, b) {
    const left = print(a);
    const right = print(b);
    if (right.negative) return tex(`${left.text} + ${right.text.slice(1)}`, "sum", left.negative);
    return tex(`${left.text} - ${within(right, "product")}`, "sum", left.negative);
  },
  vega: (a, b) => `(${a} - ${b})`,
  lanes: (l, a, b) => l.sub(a, b),
  reduce: (a, b) => (isConstant(b, 0) ? a : undefined),
});

export const multiply = number({
  name: "multiply",
  arity: 2,
  evaluate: (a, b) => a * b,
  evaluateInteger: Math.imul,
  partials: (_, a, b) => [b, a],
  latex: (print, a, b) => {
    const [left, right] = [print(a), print(b)];
    return left.text === right.text ? power(left, tex("2")) : product(left, right);
  },
  vega: (a, b) => `(${a} * ${b})`,
  lanes: (l, a, b) => l.mul(a, b),
  reduce: (a, b) => (isConstant(a, 1) ? b : isConstant(b, 1) ? a : undefined),
});

export const divide = number({
  name: "divide",
  arity: 2,
  evaluate: (a, b) => a / b,
  partials: (_, a, b) => [divide(1, b), divide(negative(a), multiply(b, b))],
  latex: (print, a, b) => tex(`\\frac{${print(a).text}}{${print(b).text}}`, "power"),
  vega: (a, b) => `(${a} / ${b})`,
  lanes: (l, a, b) => l.div(a, b),
  reduce: (a, b) => (isConstant(b, 1) ? a : undefined),
});

export const negative = number({
  name: "negative",
  arity: 1,
  evaluate: (a) => -a,
  partials: () => [constant(-1)],
  latex: (print, a) => tex(`-${within(print(a), "product")}`, "product", true),
  vega: (a) => `(-${a})`,
  lanes: (l, a) => l.neg(a),
  reduce: (a) => (a.form === "application" && a.operation === negative.operation ? a.args[0] : undefined),
});

/** Its derivative at 0 is 1, as JAX has it. */
export const abs = number({
  name: "abs",
  arity: 1,
  evaluate: Math.abs,
  partials: (_, a) => [where(greaterEqual(a, 0), 1, -1)],
  latex: (print, a) => tex(`\\left|${print(a).text}\\right|`),
  vega: (a) => `abs(${a})`,
  lanes: (l, a) => l.abs(a),
});

export const sign = number({
  name: "sign",
  arity: 1,
  evaluate: Math.sign,
  partials: () => [null],
  latex: (print, a) => tex(`\\operatorname{sgn}\\left(${print(a).text}\\right)`, "power"),
  vega: (a) => `(${a} > 0 ? 1 : ${a} < 0 ? -1 : ${a})`,
  lanes: (l, a) => {
    const zero = l.constant(0);
    const one = l.constant(1);
    return l.select(l.gt(a, zero), one, l.select(l.lt(a, zero), l.neg(one), a));
  },
});

export const sqrt = number({
  name: "sqrt",
  arity: 1,
  evaluate: Math.sqrt,
  partials: (self) => [divide(0.5, self)],
  latex: (print, a) => tex(`\\sqrt{${print(a).text}}`),
  vega: (a) => `sqrt(${a})`,
  lanes: (l, a) => l.sqrt(a),
});

/** The partial derivative of max and min: 1 for the one that is taken, 1/2 where both are, 0 for the other. */
const taken = (name: "maximum" | "minimum"): Constructor<Composite> =>
  define({
    name: `${name}Taken`,
    arity: 2,
    kind: "number",
    body(a: Expr, b: Expr) {
      const best = name === "maximum" ? maximum(a, b) : minimum(a, b);
      return divide(where(equal(a, best), 1, 0), where(equal(b, best), 2, 1));
    },
    plain: (a: Expr, b: Expr) => where(name === "maximum" ? greater(a, b) : less(a, b), 1, 0),
    plainEverywhere: (a: Expr, b: Expr) =>
      where(name === "maximum" ? greater(a, b) : less(a, b), 1, where(equal(a, b), 0.5, 0)),
  });

function extreme(name: "maximum" | "minimum", command: "max" | "min"): Constructor<Primitive> {
  const slope = taken(name);
  return number({
    name,
    arity: 2,
    evaluate: Math[command],
    partials: (_, a, b) => [slope(a, b), slope(b, a)],
    latex: (print, a, b) => call(`\\${command}`, print(a), print(b)),
    vega: (a, b) => `${command}(${a}, ${b})`,
    lanes: (l, a, b) => l[command](a, b),
  });
}

export const maximum = extreme("maximum", "max");
export const minimum = extreme("minimum", "min");

/** To an even number where two are equally near, as IEEE 754 and NumPy round. */
export function roundHalfEven(a: number): number {
  if (!(Math.abs(a) < 4503599627370496)) return a;
  const down = Math.floor(a);
  const rest = a - down;
  const rounded = rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1;
  return rounded === 0 && (a < 0 || Object.is(a, -0)) ? -0 : rounded;
}

const stepped = (name: string, evaluate: (a: number) => number, delimiters: [string, string], vega: string) =>
  number({
    name,
    arity: 1,
    evaluate,
    partials: () => [null],
    latex: (print, a) => tex(`\\left${delimiters[0]}${print(a).text}\\right${delimiters[1]}`),
    vega: (a) => `${vega}(${a})`,
    lanes: (l, a) => l[name as "floor" | "ceil" | "trunc" | "nearest"](a),
  });

export const floor = stepped("floor", Math.floor, ["\\lfloor ", "\\rfloor"], "floor");
export const ceil = stepped("ceil", Math.ceil, ["\\lceil ", "\\rceil"], "ceil");
export const nearest = stepped("nearest", roundHalfEven, ["\\lfloor ", "\\rceil"], "round");

export const trunc = number({
  name: "trunc",
  arity: 1,
  evaluate: Math.trunc,
  partials: () => [null],
  vega: (a) => `(${a} < 0 ? ceil(${a}) : floor(${a}))`,
  lanes: (l, a) => l.trunc(a),
});

/** The remainder with the sign of the dividend, as C and JavaScript have it; of integers by 0, 0, as in JAX. */
export const remainder = number({
  name: "rem",
  arity: 2,
  evaluate: (a, b) => a % b,
  evaluateInteger: (a, b) => (b === 0 ? 0 : a % b),
  partials: (_, a, b) => [one, negative(trunc(divide(a, b)))],
  latex: (print, a, b) => tex(`${within(print(a), "power")} \\bmod ${within(print(b), "power")}`, "sum"),
  vega: (a, b) => `(${a} % ${b})`,
});

/** The quotient rounded down; of infinities NaN, as NumPy has it; of integers by 0, what XLA gives. */
export const floorDivide = number({
  name: "floorDivide",
  arity: 2,
  evaluate: (a, b) => (Math.abs(a) === Infinity ? NaN : Math.floor(a / b)),
  evaluateInteger: (a, b) => (b === 0 ? (a === 0 ? -1 : -2) : Math.floor(a / b)),
  partials: () => [null, null],
  latex: (print, a, b) => tex(`\\left\\lfloor ${print(divide(a, b)).text}\\right\\rfloor`),
  vega: (a, b) => `floor(${a} / ${b})`,
});

/** The power of any numbers, in NumPy's and C's sense: 1 to any power is 1. */
export const pow = number({
  name: "pow",
  arity: 2,
  evaluate: (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b),
  evaluateInteger: integerPower,
  partials: (self, a, b) => [
    multiply(b, pow(a, subtract(b, 1))),
    multiply(naturalLog(where(equal(a, 0), 1, a)), self),
  ],
  latex: (print, a, b) => power(print(a), print(b)),
  vega: (a, b) => `pow(${a}, ${b})`,
});

function integerPower(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = Math.imul(result, square);
    square = Math.imul(square, square);
  }
  return exponent < 0 ? (base === 1 ? 1 : base === -1 ? (exponent % 2 === 0 ? 1 : -1) : 0) : result;
}

const integerPowers = new Map<number, Composite>();

/** A power with a whole number known beforehand as exponent, by repeated squaring, as XLA computes it. */
export function integerPow(base: Operand, exponent: number): Expr {
  if (exponent === 0) return constant(1);
  if (exponent === 1) return toExpr(base);
  let operation = integerPowers.get(exponent);
  if (!operation) {
    operation = {
      name: `integerPow${exponent}`,
      arity: 1,
      kind: "number",
      body: (a) => repeatedSquares(a, exponent),
      partials: (_, a) => [multiply(exponent, integerPow(a, exponent - 1))],
      latex: (print, a) => power(print(a), tex(String(exponent))),
    };
    integerPowers.set(exponent, operation);
  }
  return apply(operation, base);
}

function repeatedSquares(base: Expr, exponent: number): Expr {
  if (exponent < 0) return divide(1, repeatedSquares(base, -exponent));
  let result: Expr | undefined;
  for (let square = base, rest = exponent; ; square = multiply(square, square)) {
    if (rest % 2 === 1) result = result ? multiply(result, square) : square;
    rest = Math.floor(rest / 2);
    if (rest === 0) return result as Expr;
  }
}

/** The square, as a formula shows it. */
export const square = (a: Operand): Expr => integerPow(a, 2);

/** The natural logarithm; a domain error is NaN, as everywhere. */
export const naturalLog = number({
  name: "log",
  arity: 1,
  evaluate: Math.log,
  partials: (_, a) => [divide(1, a)],
  latex: (print, a) => tex(`\\log\\left(${print(a).text}\\right)`, "power"),
  vega: (a) => `log(${a})`,
  lanes: (l, a) => l.approximate("log", a),
});
