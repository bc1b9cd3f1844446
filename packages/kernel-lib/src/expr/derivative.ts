import { constant, isConstant, isPrimitive, substitute } from "./expr";
import type { Application, Composite, Expr, Input } from "./expr";
import { add, multiply } from "./arithmetic";
import { where } from "./logic";

const zero = constant(0);

/**
 * The derivative of an expression by one of its inputs, with JAX's conventions where none exists: see the partial
 * derivatives of the single operations. A choice passes on the derivative of what is taken and of nothing else.
 */
export function derivative(e: Expr, by: Input): Expr {
  const done = new Map<Expr, Expr | null>();

  /** The derivative of one part; null where it is zero whatever the input. */
  const visit = (node: Expr): Expr | null => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = node === by ? constant(1) : node.form === "application" ? chain(node) : null;
    done.set(node, result);
    return result;
  };

  const chain = (node: Application): Expr | null => {
    if (node.operation === where.operation) {
      const [condition, a, b] = node.args;
      const [da, db] = [visit(a), visit(b)];
      return da || db ? where(condition, da ?? zero, db ?? zero) : null;
    }
    const tangents = node.args.map(visit);
    if (tangents.every((tangent) => tangent === null)) return null;
    const { operation, args } = node;
    if (!operation.partials) {
      return isPrimitive(operation) ? refuse(operation.name) : visitBody(operation, args, tangents);
    }
    let sum: Expr | null = null;
    operation.partials(node, ...args).forEach((partial, i) => {
      const tangent = tangents[i];
      if (partial === null || tangent === null) return;
      const term = product(tangent, partial);
      sum = sum === null ? term : add(sum, term);
    });
    return sum;
  };

  const visitBody = (operation: Composite, args: readonly Expr[], tangents: readonly (Expr | null)[]) => {
    tangents.forEach((tangent, i) => done.set(args[i], tangent));
    return visit(operation.body(...args));
  };

  return visit(e) ?? zero;
}

/** A product in which a zero that was chosen stays zero, whatever the other factor is. */
function product(a: Expr, b: Expr): Expr {
  if (isConstant(a, 1)) return b;
  for (const [choice, factor] of [
    [a, b],
    [b, a],
  ]) {
    if (choice.form !== "application" || choice.operation !== where.operation) continue;
    const [condition, x, y] = choice.args;
    if (isConstant(y, 0)) return where(condition, product(x, factor), y);
    if (isConstant(x, 0)) return where(condition, x, product(y, factor));
  }
  return multiply(a, b);
}

function refuse(name: string): never {
  throw new TypeError(`derivative: "${name}" has no derivative here`);
}

/** Replaces every operation that has a body by that body, down to primitives. */
export function expand(e: Expr): Expr {
  const done = new Map<Expr, Expr>();
  const visit = (node: Expr): Expr => {
    if (node.form !== "application") return node;
    const known = done.get(node);
    if (known) return known;
    const args = node.args.map(visit);
    let result: Expr;
    if (!isPrimitive(node.operation)) result = visit(node.operation.body(...args));
    else if (args.every((arg, i) => arg === node.args[i])) result = node;
    else result = substitute(node, new Map(node.args.map((arg, i) => [arg, args[i]])));
    done.set(node, result);
    return result;
  };
  return visit(e);
}
