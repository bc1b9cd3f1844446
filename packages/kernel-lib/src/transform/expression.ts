import { formatShape, sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { constant, substitute, type Expr, type Input } from "../expr";
import { Mapping } from "../ops/map";
import { isTracer } from "../ops/tracer";
import { traceGraph, Variable, type Atom } from "./graph";
import { withBodies, withoutDead } from "./optimize";

/**
 * Follows a function of numbers that is made of elementwise functions alone, and gives it as one expression: from there
 * come formulas, sliders and cards.
 *
 * @param name - The function, for messages.
 * @param inputs - What its arguments are in the expression.
 * @param f - The function; what it gives is its result.
 * @throws TypeError if it does anything else than computing element by element.
 */
export function expressionOf(
  name: string,
  inputs: readonly Input[],
  f: (...args: ndarray[]) => unknown,
): Expr {
  const number = { shape: [], dtype: "float32" } as const;
  const followed = traceGraph(
    name,
    inputs.map((one) => ({ ...number, from: one.name })),
    (...args) => [resultOf(name, f(...args))],
  );
  checkElementwise(name, inputs, f);
  const graph = withoutDead(withBodies(followed));
  const values = new Map<Atom, Expr>();
  graph.inputs.forEach((variable, i) => values.set(variable, inputs[i]));
  const read = (atom: Atom): Expr => {
    const known = values.get(atom);
    if (known) return known;
    if (atom instanceof Variable || isTracer(atom) || atom.ndim > 0) {
      throw new TypeError(`${name}: expected an elementwise function, it depends on an array from outside`);
    }
    return constant(atom.dtype === "bool" ? atom.item() !== 0 : atom.item());
  };
  for (const { primitive, operands, params, results } of graph.equations) {
    if (!(params instanceof Mapping)) {
      throw new TypeError(`${name}: expected an elementwise function, it uses ${primitive.name}`);
    }
    const replacements = new Map<Expr, Expr>(params.inputs.map((one, i) => [one, read(operands[i])]));
    values.set(results[0], substitute(params.expression, replacements));
  }
  return read(graph.outputs[0]);
}

/** What one element gives: one element. */
function resultOf(name: string, result: unknown): ndarray {
  if (typeof result === "number" || (result instanceof ndarray && result.ndim === 0))
    return toArray(name, result);
  const got = result instanceof ndarray ? `shape ${formatShape(result.shape)}` : describe(result);
  throw new TypeError(`${name}: expected an elementwise function, one element gives ${got}`);
}

/** Of several elements as many must come, whatever becomes of one. */
function checkElementwise(name: string, inputs: readonly Input[], f: (...args: ndarray[]) => unknown): void {
  const args = inputs.map((one, i) => ({
    shape: i === 0 ? [3] : [],
    dtype: "float32" as const,
    from: one.name,
  }));
  traceGraph(name, args, (...tracers) => {
    const result = f(...tracers);
    if (result instanceof ndarray && isTracer(result) && !sameShape(result.shape, [3])) {
      const got = formatShape(result.shape);
      throw new TypeError(`${name}: expected an elementwise function, three elements give shape ${got}`);
    }
    return [];
  });
}
