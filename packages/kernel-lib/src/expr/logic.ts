import { apply, define, isConstant, toExpr } from "./expr";
import type { ColumnType, Constructor, Expr, Operand, Primitive } from "./expr";
import { tex, within, type Tex } from "./tex";
import type { Lane, Lanes } from "./simd/lanes";

const infix = (symbol: string) => {
  return (print: (e: Expr) => Tex, a: Expr, b: Expr) =>
    tex(`${print(a).text} ${symbol} ${within(print(b), "sum")}`, "sum");
};

const comparison = (
  name: string,
  evaluate: (a: number, b: number) => boolean,
  latex: string,
  vega: string,
  lanes: (l: Lanes, a: Lane, b: Lane) => Lane,
): Constructor<Primitive> =>
  define({
    name,
    arity: 2,
    kind: "truth",
    evaluate: (a, b) => (evaluate(a, b) ? 1 : 0),
    partials: () => [null, null],
    latex: infix(latex),
    vega: (a, b) => `(${a} ${vega} ${b})`,
    lanes,
  });

export const greater = comparison(
  "greater",
  (a, b) => a > b,
  ">",
  ">",
  (l, a, b) => l.gt(a, b),
);
export const greaterEqual = comparison(
  "greaterEqual",
  (a, b) => a >= b,
  "\\ge",
  ">=",
  (l, a, b) => l.ge(a, b),
);
export const less = comparison(
  "less",
  (a, b) => a < b,
  "<",
  "<",
  (l, a, b) => l.lt(a, b),
);
export const lessEqual = comparison(
  "lessEqual",
  (a, b) => a <= b,
  "\\le",
  "<=",
  (l, a, b) => l.le(a, b),
);
export const equal = comparison(
  "equal",
  (a, b) => a === b,
  "=",
  "===",
  (l, a, b) => l.eq(a, b),
);
export const notEqual = comparison(
  "notEqual",
  (a, b) => a !== b,
  "\\ne",
  "!==",
  (l, a, b) => l.ne(a, b),
);

const logical = (definition: Omit<Primitive, "kind" | "partials">): Constructor<Primitive> =>
  define({ kind: "truth", partials: () => [null, null], ...definition });

/** Two bounds of one number, which are written to its left and right: −1 < x < 1. */
function between(print: (e: Expr) => Tex, a: Expr, b: Expr): Tex | undefined {
  if (a.form !== "application" || b.form !== "application" || a.args[0] !== b.args[0]) return undefined;
  const lower = new Map([
    [greater.operation, "<"],
    [greaterEqual.operation, "\\le"],
  ]).get(a.operation as Primitive);
  const upper = new Map([
    [less.operation, "<"],
    [lessEqual.operation, "\\le"],
  ]).get(b.operation as Primitive);
  if (lower === undefined || upper === undefined) return undefined;
  const [low, middle, high] = [a.args[1], a.args[0], b.args[1]].map((e) => within(print(e), "sum"));
  return tex(`${low} ${lower} ${middle} ${upper} ${high}`, "sum");
}

const land = infix("\\land");

export const and = logical({
  name: "and",
  arity: 2,
  evaluate: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  latex: (print, a, b) => between(print, a, b) ?? land(print, a, b),
  vega: (a, b) => `(${a} && ${b})`,
  lanes: (l, a, b) => l.and(a, b),
});

export const or = logical({
  name: "or",
  arity: 2,
  evaluate: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  latex: infix("\\lor"),
  vega: (a, b) => `(${a} || ${b})`,
  lanes: (l, a, b) => l.or(a, b),
});

export const xor = logical({
  name: "xor",
  arity: 2,
  evaluate: (a, b) => ((a !== 0) !== (b !== 0) ? 1 : 0),
  latex: infix("\\oplus"),
  vega: (a, b) => `(!${a} !== !${b})`,
  lanes: (l, a, b) => l.xor(a, b),
});

export const not = logical({
  name: "not",
  arity: 1,
  evaluate: (a) => (a === 0 ? 1 : 0),
  latex: (print, a) => tex(`\\lnot ${within(print(a), "atom")}`, "power"),
  vega: (a) => `!${a}`,
  lanes: (l, a) => l.not(a),
});

/** The choice between two values; the one that is not taken has no say, not even in the derivative. */
export const where = define({
  name: "where",
  arity: 3,
  kind: "second",
  evaluate: (condition, a, b) => (condition !== 0 ? a : b),
  vega: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  lanes: (l, condition, a, b) => l.select(condition, a, b),
  reduce: (condition, a, b) =>
    condition.form === "constant" ? (isConstant(condition, 0) ? b : a) : undefined,
});

/** To the nearest value of an integer type, toward zero; what is not a number becomes 0, as in XLA. */
const saturate = (least: number, most: number) => (a: number) =>
  Number.isNaN(a) ? 0 : Math.min(most, Math.max(least, Math.trunc(a)));

const conversion = (
  convertsTo: ColumnType,
  evaluate: (a: number) => number,
  vega: (a: string) => string,
  lanes?: Primitive["lanes"],
): Constructor<Primitive> =>
  define({
    lanes,
    name: `to_${convertsTo}`,
    arity: 1,
    kind: "number",
    convertsTo,
    evaluate,
    latex: (print, a) => print(a),
    vega,
    partials: () => [convertsTo.startsWith("float") ? toExpr(1) : null],
  });

const whole = (a: string): string => `(${a} < 0 ? ceil(${a}) : floor(${a}))`;

const conversions: Readonly<Record<Exclude<ColumnType, "bool">, Constructor<Primitive>>> = {
  float32: conversion(
    "float32",
    (a) => a,
    (a) => `(+${a})`,
    (l, a) => l.and(a, l.constant(1)),
  ),
  float64: conversion(
    "float64",
    (a) => a,
    (a) => `(+${a})`,
  ),
  int32: conversion("int32", saturate(-2147483648, 2147483647), whole),
  uint32: conversion("uint32", saturate(0, 4294967295), whole),
  uint8: conversion("uint8", saturate(0, 255), whole),
};

/** Converts to another type: any number is true but 0; truth counts as 1. */
export function convert(operand: Operand, type: ColumnType): Expr {
  const e = toExpr(operand);
  if (type !== "bool") return apply(conversions[type].operation, e);
  return e.kind === "truth" ? e : notEqual(e, 0);
}
