import { constant, isConstant, isPrimitive, apply } from "./expr";
import type { Application, Constant, Constructor, Expr, Operation } from "./expr";
import { add, divide, multiply, negative, sqrt, square, subtract } from "./arithmetic";
import { where } from "./logic";
import { exp, expm1 } from "./transcendental";

const isOf = <O extends Operation>(
  e: Expr,
  { operation }: Constructor<O>,
): e is Application & { readonly operation: O } => e.form === "application" && e.operation === operation;

const isPlainConstant = (e: Expr): e is Constant => e.form === "constant" && e.latex === undefined;

/**
 * Rewrites an expression as one would write it by hand: plain forms for operations that have one, nothing multiplied
 * by 1 or 0, a choice that is already made not made again. It may differ from the original in signed zeros and in NaN,
 * and, unless `everywhere`, at single points, so it is for reading and drawing, not for computing.
 */
export function simplify(e: Expr, everywhere = false): Expr {
  const ids = new Map<string, number>();
  const known = new Map<Expr, number>();

  /** A number that equal parts share. */
  const idOf = (node: Expr): number => {
    let id = known.get(node);
    if (id !== undefined) return id;
    let key = `input ${known.size}`;
    if (node.form === "constant") key = `${node.kind} ${node.value} ${node.latex}`;
    else if (node.form === "application") key = `${node.operation.name}(${node.args.map(idOf).join()})`;
    id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    known.set(node, id);
    return id;
  };

  const visit = (node: Expr, facts: ReadonlyMap<number, boolean>): Expr => {
    if (node.form !== "application") return node;
    const { operation, args } = node;
    if (!isPrimitive(operation) && operation.letter === undefined && (operation.plain || !operation.latex)) {
      const plain = (everywhere && operation.plainEverywhere) || operation.plain;
      return visit((plain ?? operation.body)(...args), facts);
    }
    if (isOf(node, where)) return choose(node, facts);
    const simple = args.map((arg) => visit(arg, facts));
    return rewrite(apply(operation, ...simple));
  };

  const choose = (node: Application, facts: ReadonlyMap<number, boolean>): Expr => {
    const condition = visit(node.args[0], facts);
    const fact = facts.get(idOf(condition));
    if (fact !== undefined) return visit(node.args[fact ? 1 : 2], facts);
    const a = visit(node.args[1], new Map(facts).set(idOf(condition), true));
    const b = visit(node.args[2], new Map(facts).set(idOf(condition), false));
    return idOf(a) === idOf(b) ? a : where(condition, a, b);
  };

  return visit(e, new Map());
}

/** One step of tidying, applied to an operation whose arguments are tidy. */
function rewrite(node: Expr): Expr {
  if (node.form !== "application") return node;
  const [a, b] = node.args;
  if (isOf(node, add)) return sum(a, b);
  if (isOf(node, subtract)) return difference(a, b);
  if (isOf(node, multiply)) return product(a, b);
  if (isOf(node, divide)) return quotient(a, b);
  if (isOf(node, negative)) return opposite(a);
  return node;
}

function sum(a: Expr, b: Expr): Expr {
  if (isConstant(a, 0)) return b;
  if (isConstant(b, 0)) return a;
  if (isConstant(b, 1) && isOf(a, expm1)) return exp(a.args[0]);
  if (isOf(b, negative)) return difference(a, b.args[0]);
  return add(a, b);
}

function difference(a: Expr, b: Expr): Expr {
  if (isConstant(b, 0)) return a;
  if (isConstant(a, 0)) return opposite(b);
  if (isOf(b, negative)) return sum(a, b.args[0]);
  return subtract(a, b);
}

function opposite(a: Expr): Expr {
  if (isPlainConstant(a)) return constant(-a.value);
  if (isOf(a, multiply) && isPlainConstant(a.args[0])) return product(opposite(a.args[0]), a.args[1]);
  if (isOf(a, subtract)) return difference(a.args[1], a.args[0]);
  return negative(a);
}

function product(a: Expr, b: Expr): Expr {
  if (isConstant(a, 0) || isConstant(b, 0)) return constant(0);
  if (isConstant(a, 1)) return b;
  if (isConstant(b, 1)) return a;
  if (isConstant(a, -1)) return opposite(b);
  if (weight(a) > weight(b)) return product(b, a);
  if (isOf(a, where) && isConstantChoice(a)) return distribute(a, b);
  if (isOf(b, where) && isConstantChoice(b)) return distribute(b, a);
  if (isOf(a, negative)) return opposite(product(a.args[0], b));
  if (isOf(b, negative)) return opposite(product(a, b.args[0]));
  if (isOf(a, sqrt) && equal(a, b)) return a.args[0];
  const [number, rest] = factored(b);
  if (number && isPlainConstant(a)) return product(multiply(a, number), rest);
  if (number) return product(number, product(a, rest));
  for (const [factor, ratio] of [
    [a, b],
    [b, a],
  ]) {
    if (!isOf(ratio, divide)) continue;
    if (equal(ratio.args[1], factor)) return ratio.args[0];
    // A letter over a number stays in front; anything else goes on the fraction.
    const short = weight(ratio.args[0]) <= 2 || isOf(ratio.args[0], exp);
    if (weight(ratio) !== 3 && short && !isPlainConstant(factor)) {
      return quotient(product(ratio.args[0], factor), ratio.args[1]);
    }
  }
  return multiply(a, b);
}

/** A product's leading number, and the rest of it. */
function factored(e: Expr): [number: Constant | undefined, rest: Expr] {
  if (!isOf(e, multiply)) return [undefined, e];
  const [a, b] = e.args;
  if (isPlainConstant(a)) return [a, b];
  const [number, rest] = factored(a);
  return number ? [number, product(rest, b)] : [undefined, e];
}

/** Whether two expressions are written alike. */
function equal(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.form === "constant" && b.form === "constant")
    return a.latex === b.latex && Object.is(a.value, b.value);
  if (a.form !== "application" || b.form !== "application" || a.operation !== b.operation) return false;
  return a.args.every((arg, i) => equal(arg, b.args[i]));
}

const isConstantChoice = ({ args }: Application): boolean =>
  args[1].form === "constant" && args[2].form === "constant";

/** The order in which factors are written: numbers, letters, fractions of letters, everything else. */
function weight(e: Expr): number {
  if (e.form === "constant") return e.latex === undefined ? 0 : 1;
  if (e.form === "input") return 2;
  return isOf(e, divide) && e.args[0].form === "input" && e.args[1].form === "constant" ? 3 : 4;
}

const distribute = (choice: Application, factor: Expr): Expr =>
  where(choice.args[0], product(choice.args[1], factor), product(choice.args[2], factor));

function quotient(a: Expr, b: Expr): Expr {
  if (isConstant(b, 1)) return a;
  if (isConstant(a, 0)) return a;
  if (isOf(a, negative)) return opposite(quotient(a.args[0], b));
  if (isOf(a, divide)) return quotient(a.args[0], a.args[1] === b ? square(b) : product(a.args[1], b));
  return without(a, b) ?? divide(a, b);
}

/** What is left of a product without one of its factors; undefined where that is none of them. */
function without(e: Expr, factor: Expr): Expr | undefined {
  if (equal(e, factor)) return constant(1);
  if (!isOf(e, multiply)) return undefined;
  const [a, b] = e.args;
  const left = without(a, factor);
  if (left) return product(left, b);
  const right = without(b, factor);
  return right && product(a, right);
}
