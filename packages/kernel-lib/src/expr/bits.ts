import { add, multiply } from "./arithmetic";
import { define } from "./expr";
import type { Composite, Constructor, Primitive } from "./expr";
import { call, tex, within } from "./tex";

/** An operation on the bits of two integers: its sign in a formula, its value, and its text in a Vega expression. */
const between = (
  name: string,
  latex: string,
  evaluate: (a: number, b: number) => number,
  vega: (a: string, b: string) => string,
): Constructor<Primitive> =>
  define({
    name,
    arity: 2,
    kind: "number",
    evaluate,
    partials: () => [null, null],
    latex: (print, a, b) => tex(`${within(print(a), "atom")} ${latex} ${within(print(b), "atom")}`, "sum"),
    vega,
  });

export const bitAnd = between(
  "bitAnd",
  "\\mathbin{\\&}",
  (a, b) => a & b,
  (a, b) => `(${a} & ${b})`,
);
export const bitOr = between(
  "bitOr",
  "\\mid",
  (a, b) => a | b,
  (a, b) => `(${a} | ${b})`,
);
export const bitXor = between(
  "bitXor",
  "\\oplus",
  (a, b) => a ^ b,
  (a, b) => `(${a} ^ ${b})`,
);

/** Shifts to the left. Bits that leave are lost, so that a shift by 32 or more leaves none. */
export const shiftLeft = between(
  "shiftLeft",
  "\\ll",
  (a, b) => (b < 0 || b > 31 ? 0 : a << b),
  (a, b) => `(${b} < 0 || ${b} > 31 ? 0 : ${a} << ${b})`,
);

/** Shifts to the right. What comes in is the sign, of integers that have one. */
export const shiftRight = between(
  "shiftRight",
  "\\gg",
  (a, b) => {
    if (b < 0 || b > 31) return a < 0 ? -1 : 0;
    return a < 0 ? a >> b : a >>> b;
  },
  (a, b) => `(${b} < 0 || ${b} > 31 ? (${a} < 0 ? -1 : 0) : ${a} < 0 ? ${a} >> ${b} : ${a} >>> ${b})`,
);

export const bitNot = define({
  name: "bitNot",
  arity: 1,
  kind: "number",
  evaluate: (a) => ~a,
  partials: () => [null],
  latex: (print, a) => tex(`\\mathord{\\sim} ${within(print(a), "atom")}`, "power"),
  vega: (a) => `(~${a})`,
});

/** How many bits are 1: counted in pairs, in fours and in bytes, which a product adds up. */
export const bitCount: Constructor<Composite> = define({
  name: "bitCount",
  arity: 1,
  kind: "number",
  body: (a) => {
    const pairs = add(a, multiply(-1, bitAnd(shiftRight(a, 1), 0x55555555)));
    const fours = add(bitAnd(pairs, 0x33333333), bitAnd(shiftRight(pairs, 2), 0x33333333));
    const bytes = bitAnd(add(fours, shiftRight(fours, 4)), 0x0f0f0f0f);
    return bitAnd(shiftRight(multiply(bytes, 0x01010101), 24), 0x3f);
  },
  partials: () => [null],
  latex: (print, a) => call("\\operatorname{bits}", print(a)),
});

/** The greatest common divisor of two integers, by Euclid's algorithm. */
export const gcd = define({
  name: "gcd",
  arity: 2,
  kind: "number",
  evaluate: (a, b) => {
    let [larger, smaller] = [Math.abs(a), Math.abs(b)];
    while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
    return larger;
  },
  partials: () => [null, null],
  latex: (print, a, b) => call("\\gcd", print(a), print(b)),
  vega: () => {
    throw new TypeError("gcd: a figure cannot compute it by itself, as Vega has no loops");
  },
});
