/**
 * Arithmetic on arrays: what TypeScript refuses, such as `2 * x + 1`, means the method, `x.mul(2).add(1)`. The nodes of
 * the cell are changed before they are bound, every one staying where it is in the text; so the checker, editors and
 * source maps see calls in the places of the operators. A number to the left of an array calls a method that no object
 * has, `__mul`: `types/cell.d.ts` declares it, and the emitted code calls `__arithmetic.mul` in its place. So does what
 * has the type any, the leaves of `jax.tree.map((p, g) => p - 0.1 * g, params, grads)`: only the values can tell there.
 */
import { natureOf, operatorOf, type Nature } from "./operators";
import type { Snapshot } from "./project";
import {
  ts,
  type BinaryExpression,
  type BoundFile,
  type CompilerType,
  type Expression,
  type Node,
  type PrefixUnaryExpression,
  type TextRange,
  type UnaryExpression,
} from "./typescript";

/** How an operator is to be read: as the left operand's method, as a helper's, as an assignment, or of plain numbers. */
export type Reading = "method" | "helper" | "assignment" | "helperAssignment" | "plain";

/** The readings of a cell's operators, by where their expressions lie. */
export type Readings = ReadonlyMap<string, Reading>;

export const noReadings: Readings = new Map();

type Operation = BinaryExpression | PrefixUnaryExpression;

/** What TypeScript says of operators that have no meaning for their operands. */
const refusals = new Set([2362, 2363, 2365, 2367]);

const placeOf = ({ pos, end, kind }: Node): string => `${pos}:${end}:${kind}`;

/** A negation, or an operator that may mean a method; nothing else. */
function isOperation(node: Node): node is Operation {
  if (ts.isBinaryExpression(node)) return operatorOf(node.operatorToken.kind) !== undefined;
  return isNegation(node);
}

const isNegation = (node: Node): node is PrefixUnaryExpression =>
  ts.isPrefixUnaryExpression(node) &&
  node.operator === ts.SyntaxKind.MinusToken &&
  !ts.isNumericLiteral(node.operand);

/** Whether a file holds anything that could be arithmetic on arrays. Quick, for most cells hold nothing of the kind. */
export function mayCompute(file: BoundFile): boolean {
  const look = (node: Node): boolean => isOperation(node) || (ts.forEachChild(node, look) ?? false);
  return look(file);
}

const numberNature: Nature = { arrays: [], plain: true, any: false, other: false };
const textNature: Nature = { arrays: [], plain: false, any: false, other: true };

/** Finds operators of a checked cell that mean methods and are not read so yet. */
export function newReadings({ program, checker, cell }: Snapshot): Map<string, Reading> {
  const isRefused = program.getSemanticDiagnostics(cell).some(({ code }) => refusals.has(code));
  const found = new Map<string, Reading>();
  /** The types of expressions that will be read anew. */
  const results = new Map<Node, CompilerType>();
  const typeOf = (node: Node): CompilerType => {
    const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
    if (inner !== node) return typeOf(inner);
    return results.get(node) ?? checker.getTypeAtLocation(node);
  };
  /** What operators give that stay as they are: the checker would look at all of a long chain anew at each link. */
  const kept = new Map<Node, Nature>();
  const nature = (node: Node): Nature =>
    ts.isParenthesizedExpression(node)
      ? nature(node.expression)
      : (kept.get(node) ?? natureOf(checker, typeOf(node)));
  const isString = (node: Node): boolean =>
    ts.isParenthesizedExpression(node)
      ? isString(node.expression)
      : (kept.get(node)?.other ?? (typeOf(node).flags & ts.TypeFlags.StringLike) !== 0);
  /** What only its values tell whether it is arithmetic on arrays. */
  const noteUnknown = (node: Node, reading: Reading): void => {
    found.set(placeOf(node), reading);
    results.set(node, checker.getAnyType());
  };
  const note = (node: Node, reading: Reading, method: string, arrays: readonly CompilerType[]): void => {
    found.set(placeOf(node), reading);
    const symbol = arrays[0] && checker.getPropertyOfType(arrays[0], method);
    const [signature] = symbol ? checker.getTypeOfSymbolAtLocation(symbol, node).getCallSignatures() : [];
    if (signature) results.set(node, signature.getReturnType());
  };
  /** Whether a variable may hold an array, whatever it is known to hold now. */
  const mayHoldArray = (node: Node): boolean => {
    const symbol = checker.getSymbolAtLocation(node);
    const declared = symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(node);
    return natureOf(checker, declared).arrays.length > 0;
  };
  const visit = (node: Node): void => {
    ts.forEachChild(node, visit);
    if (!isOperation(node)) return;
    // Where an operand is still to be written, there is nothing to compute.
    if (ts.isBinaryExpression(node) && node.right.pos === node.right.end) return;
    if (ts.isPrefixUnaryExpression(node)) {
      const { arrays, plain, any, other } = nature(node.operand);
      if (any) noteUnknown(node, "helper");
      else if (arrays.length > 0 && !plain && !other) note(node, "method", "neg", arrays);
      return;
    }
    const { method, kind } = operatorOf(node.operatorToken.kind) as NonNullable<
      ReturnType<typeof operatorOf>
    >;
    const left = nature(node.left);
    const right = nature(node.right);
    const arrays = [...left.arrays, ...right.arrays];
    const hasOther = left.other || right.other;
    if (arrays.length === 0 && kind !== "assignment" && (hasOther || !(left.any || right.any))) {
      const isText = hasOther && method === "add" && (isString(node.left) || isString(node.right));
      if (isText) kept.set(node, textNature);
      else if (!hasOther || method !== "add") kept.set(node, numberNature);
    }
    if (hasOther) return;
    if (arrays.length === 0) {
      if (kind === "arithmetic" && (left.any || right.any)) noteUnknown(node, "helper");
      if (kind === "assignment" && left.any && isRepeatable(node.left)) noteUnknown(node, "helperAssignment");
      return;
    }
    if (!isRefused) return;
    const isLeftArray = !left.plain && !left.any;
    if (kind === "assignment") {
      if (!isRepeatable(node.left)) return;
      if (left.any) return;
      if (!mayHoldArray(node.left)) return note(node, "plain", method, []);
      return note(node, isLeftArray ? "assignment" : "helperAssignment", method, arrays);
    }
    // TypeScript takes these.
    if (left.any && (kind === "comparison" || method === "add")) return;
    if (right.any && (kind === "comparison" || method === "add")) return;
    if (kind === "comparison" && isLeftArray && !right.plain) return;
    note(node, isLeftArray ? "method" : "helper", method, arrays);
  };
  visit(cell);
  return found;
}

/** Whether reading an expression twice does no more than reading it once. */
function isRepeatable(node: Expression): boolean {
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword || isIndex(node)) return true;
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.name) && isRepeatable(node.expression);
  return (
    ts.isElementAccessExpression(node) &&
    isRepeatable(node.expression) &&
    isRepeatable(node.argumentExpression)
  );
}

const isIndex = (node: Node): boolean => ts.isNumericLiteral(node) || ts.isStringLiteralLike(node);

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
