/**
 * Arithmetic on arrays: what TypeScript refuses, such as `2 * x + 1`, means the method, `x.mul(2).add(1)`. The nodes of
 * the cell are changed before they are bound, every one staying where it is in the text; so the checker, editors and
 * source maps see calls in the places of the operators. A number to the left of an array calls a method that no object
 * has, `__mul`: `types/cell.d.ts` declares it, and the emitted code calls `__arithmetic.mul` in its place. So does what
 * has the type any, the leaves of `jax.tree.map((p, g) => p - 0.1 * g, params, grads)`: only the values can tell there.
 */
import { operatorOf } from "./operators";
import { isOperation, placeOf, type Operation, type Reading, type Readings } from "./readings";
import {
  ts,
  type BoundFile,
  type Expression,
  type Node,
  type TextRange,
  type UnaryExpression,
} from "./typescript";

/** Changes the nodes of a parsed cell to what its operators are read as. */
export function applyReadings(file: BoundFile, readings: Readings): void {
  if (readings.size === 0) return;
  const visit = (node: Node): void => {
    ts.forEachChild(node, visit);
    const reading = isOperation(node) ? readings.get(placeOf(node)) : undefined;
    if (reading) replace(node, readAs(node as Operation, reading));
  };
  visit(file);
}

const make = ts.parseNodeFactory;

/** Names and literals that have no text of their own, where the compiler would look for it. */
const unwritten = new WeakSet<Node>();

/** Whether a node is there because an operator was read as something else. */
export const isReadAnew = (node: Node): boolean => unwritten.has(node);

function withoutText<T extends Node>(node: T, place: TextRange): T {
  unwritten.add(node);
  return ts.setTextRange(node, place);
}

/** A node as it can be printed: one without text of its own is made anew. */
export function printable(node: Node): Node {
  if (!unwritten.has(node)) return node;
  if (ts.isIdentifier(node)) return ts.factory.createIdentifier(node.text);
  if (ts.isNumericLiteral(node)) return ts.factory.createNumericLiteral(node.text);
  return ts.isStringLiteral(node) ? ts.factory.createStringLiteral(node.text) : node;
}

function readAs(node: Operation, reading: Reading): Expression {
  if (ts.isPrefixUnaryExpression(node)) {
    return methodCall(node, node.operand, reading === "helper" ? "__neg" : "neg", node.operand, []);
  }
  const { left, right, operatorToken: operator } = node;
  const { method } = operatorOf(operator.kind) as NonNullable<ReturnType<typeof operatorOf>>;
  const name = reading === "helper" || reading === "helperAssignment" ? `__${method}` : method;
  if (reading === "method" || reading === "helper") return methodCall(node, left, name, operator, [right]);
  if (reading === "plain") {
    const plus = make.createPrefixUnaryExpression(ts.SyntaxKind.PlusToken, right as UnaryExpression);
    const number = withoutText(plus, right);
    return ts.setTextRange(make.createBinaryExpression(left, operator, number), node);
  }
  const place = { pos: operator.pos, end: right.end };
  const result = methodCall(place, copyAt(left, operator), name, operator, [right]);
  const equals = ts.setTextRange(make.createToken(ts.SyntaxKind.EqualsToken), operator);
  return ts.setTextRange(make.createBinaryExpression(left, equals, result), node);
}

/** A call of an object's method, whose name is at a place of its own. */
function methodCall(
  node: TextRange,
  object: Expression,
  method: string,
  place: TextRange,
  args: Expression[],
): Expression {
  const name = withoutText(make.createIdentifier(method), place);
  const isSimple = ts.isLeftHandSideExpression(object);
  const callee = isSimple ? object : ts.setTextRange(make.createParenthesizedExpression(object), object);
  const access = make.createPropertyAccessExpression(callee, name);
  ts.setTextRange(access, { pos: node.pos, end: place.end });
  const list = ts.setTextRange(make.createNodeArray(args), { pos: place.end, end: node.end });
  return ts.setTextRange(make.createCallExpression(access, undefined, list), node);
}

/** The target of an assignment once more, where its operator is. */
function copyAt(node: Expression, place: TextRange): Expression {
  const copied = ((): Expression => {
    if (ts.isIdentifier(node)) return make.createIdentifier(node.text);
    if (ts.isPropertyAccessExpression(node)) {
      const name = withoutText(make.createIdentifier(node.name.text), place);
      return make.createPropertyAccessExpression(copyAt(node.expression, place), name);
    }
    if (ts.isElementAccessExpression(node)) {
      const argument = copyAt(node.argumentExpression, place);
      return make.createElementAccessExpression(copyAt(node.expression, place), argument);
    }
    if (ts.isNumericLiteral(node)) return make.createNumericLiteral(node.text);
    if (ts.isStringLiteralLike(node)) return make.createStringLiteral(node.text);
    return make.createThis();
  })();
  return withoutText(copied, place);
}

/** Puts a node in another's place. */
function replace(old: Node, fresh: Node): void {
  const { parent } = old;
  for (const [key, value] of Object.entries(parent)) {
    if (key === "parent") continue;
    if (value === old) Object.assign(parent, { [key]: fresh });
    else if (Array.isArray(value) && value.includes(old)) value[value.indexOf(old)] = fresh;
  }
  ts.setParentRecursive(fresh, false);
  ts.setParent(fresh, parent);
}

/** The operation that a helper's method stands for, `mul` for `__mul`; undefined for any other node. */
export function helperOf(node: Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return /^__(neg|add|sub|mul|div|mod|pow|less|greater|lessEqual|greaterEqual|equal|notEqual)$/.exec(
    node.expression.name.text,
  )?.[1];
}
