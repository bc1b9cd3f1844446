import { bodyOf } from "../ops/bind";
import { traceGraph, Variable, type Equation, type Graph } from "./graph";
import { withoutDead } from "./optimize";

/**
 * Counts the operations on numbers that a program takes, as XLA does: a product of two numbers and its addition are two,
 * sums, comparisons and choices one each; functions such as the exponential, and what only moves numbers, are none.
 */
export function flopsOf(graph: Graph): number {
  return withoutDead(graph).equations.reduce((sum, equation) => sum + flopsOfEquation(equation), 0);
}

function flopsOfEquation({ primitive, operands, results, params }: Equation): number {
  if (primitive.flops) return primitive.flops(operands, results, params);
  if (!primitive.body) return 0;
  const variables = operands.filter((one) => one instanceof Variable);
  const body = traceGraph("tabulate", variables, (...args) => {
    let at = 0;
    return bodyOf(
      primitive,
      operands.map((one) => (one instanceof Variable ? args[at++] : one)),
      params,
    );
  });
  return flopsOf(body);
}
