import { expressionInterpreter } from "vega-interpreter";

type Evaluate = (...args: unknown[]) => unknown;

/** CSS that would fetch something: a paint server, a cursor, a font. */
const fetching = /\b(?:url|image|image-set|src)\s*\(/i;

/** Whether text, used as a colour or a cursor, would make the browser load an address. */
export const fetches = (value: unknown): boolean => typeof value === "string" && fetching.test(value);

/** Channels whose text reaches CSS or an SVG paint attribute. */
const styled = ["fill", "stroke", "cursor", "font", "fontStyle", "fontWeight", "blend", "strokeDash"];

const closed =
  (make: Evaluate): Evaluate =>
  (...args) => {
    const evaluate = make(...args) as Evaluate;
    return (...values: unknown[]) => {
      const value = evaluate(...values);
      return fetches(value) ? "" : value;
    };
  };

/**
 * Vega's interpreter of expressions, which needs no eval, with one thing more: what it computes for a colour,
 * a cursor or a signal never makes the browser load an address.
 */
export const interpreter = {
  ...expressionInterpreter,
  operator: closed(expressionInterpreter.operator as Evaluate),
  handler: closed(expressionInterpreter.handler as Evaluate),
  encode: (context: unknown, encode: unknown) => {
    const evaluate = (expressionInterpreter.encode as Evaluate)(context, encode) as Evaluate;
    return (item: Record<string, unknown>, parameters: unknown) => {
      const changed = evaluate(item, parameters);
      for (const channel of styled) if (fetches(item[channel])) item[channel] = null;
      return changed;
    };
  },
} as typeof expressionInterpreter;
