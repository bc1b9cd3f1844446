import { isPrimitive, type Expr, type Input } from "./expr";
import { simplify } from "./simplify";

/**
 * Writes an expression in Vega's expression language, so that a figure can compute it without a kernel.
 *
 * @param names - What the inputs are called there; left out, their own names.
 * @see https://vega.github.io/vega/docs/expressions/
 */
export function vegaExpression(e: Expr, names: ReadonlyMap<Input, string>): string {
  const done = new Map<Expr, string>();
  const print = (node: Expr): string => {
    let text = done.get(node);
    if (text === undefined) {
      text = write(node);
      done.set(node, text);
    }
    return text;
  };
  const write = (node: Expr): string => {
    if (node.form === "input") return names.get(node) ?? node.name;
    if (node.form === "constant")
      return node.kind === "truth" ? String(node.value !== 0) : number(node.value);
    if (!isPrimitive(node.operation)) return print(simplify(node.operation.body(...node.args), true));
    return node.operation.vega(...node.args.map(print));
  };
  return print(simplify(e, true));
}

/** A number as a literal, in parentheses where its sign could be taken for an operator. */
function number(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const text = Math.abs(value) === Infinity ? `${value > 0 ? "" : "-"}(1 / 0)` : String(value);
  return text.startsWith("-") ? `(${text})` : text;
}
