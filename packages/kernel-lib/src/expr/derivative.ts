import { constant, define, isConstant, isPrimitive, substitute } from "./expr";
import type { Application, Composite, Expr, Input, Operation } from "./expr";
import { add, multiply, negative, subtract } from "./arithmetic";
import { equal, where } from "./logic";

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
function product(a: Expr, b: Expr, times: (a: Expr, b: Expr) => Expr = multiply): Expr {
  if (isConstant(a, 1)) return b;
  for (const [choice, factor] of [
    [a, b],
    [b, a],
  ]) {
    if (choice.form !== "application" || choice.operation !== where.operation) continue;
    const [condition, x, y] = choice.args;
    if (isConstant(y, 0)) return where(condition, product(x, factor, times), y);
    if (isConstant(x, 0)) return where(condition, x, product(y, factor, times));
  }
  return times(a, b);
}

/** A product in which a change of 0 stays 0, whatever the slope: nothing comes back through a branch not taken. */
const guarded = define({
  name: "guarded",
  arity: 2,
  kind: "number",
  body: (change, slope) => where(equal(change, 0), 0, multiply(change, slope)),
  partials: (_, change, slope) => [slope, change],
});

const finite = new Set<Operation>([add, subtract, multiply, negative].map(({ operation }) => operation));

/** Whether a slope is finite wherever its inputs are. */
function isFinite(slope: Expr): boolean {
  return slope.form !== "application" || (finite.has(slope.operation) && slope.args.every(isFinite));
}

/** What a small change of an input changes an expression by: linear in the change. */
export function tangentOf(e: Expr, by: Input, change: Expr): Expr {
  const slope = derivative(e, by);
  if (isConstant(slope, 0)) return zero;
  return product(slope, change, (a, b) => {
    const [other, own] = a === change ? [b, a] : [a, b];
    return isFinite(other) ? multiply(own, other) : guarded(own, other);
  });
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
