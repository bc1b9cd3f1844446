import { define, type Constructor, type Operation, type Partials, type Primitive } from "./expr";
import { call } from "./tex";

/** Stands in place of a Vega expression where Vega has no such function. */
export const beyondVega = (name: string) => (): never => {
  throw new TypeError(`${name}: a figure cannot compute it by itself, as Vega has no such function`);
};

/**
 * A function of numbers that Vega has not.
 *
 * @param latex - The command that stands before its arguments, or how all of it is written.
 */
export const special = (
  name: string,
  latex: string | NonNullable<Operation["latex"]>,
  evaluate: (...args: readonly number[]) => number,
  partials: Partials,
): Constructor<Primitive> =>
  define({
    name,
    arity: evaluate.length,
    kind: "number",
    evaluate,
    partials,
    latex: typeof latex === "string" ? (print, ...args) => call(latex, ...args.map(print)) : latex,
    vega: beyondVega(name),
  });
