/** Which operators of a cell mean methods of arrays, by the types of their operands. */
import { natureOf, operatorOf, type Nature } from "./operators";
import type { Snapshot } from "./project";
import {
  ts,
  type BinaryExpression,
  type BoundFile,
  type Checker,
  type CompilerType,
  type Expression,
  type Node,
  type PrefixUnaryExpression,
} from "./typescript";

/** How an operator is to be read: as the left operand's method, as a helper's, as an assignment, or of plain numbers. */
export type Reading = "method" | "helper" | "assignment" | "helperAssignment" | "plain";

/** The readings of a cell's operators, by where their expressions lie. */
export type Readings = ReadonlyMap<string, Reading>;

export const noReadings: Readings = new Map();

/** What may be arithmetic on arrays. */
export type Operation = BinaryExpression | PrefixUnaryExpression;

/** What TypeScript says of operators that have no meaning for their operands. */
const refusals = new Set([2362, 2363, 2365, 2367]);

/** Where an expression lies: what a reading is found by. */
export const placeOf = ({ pos, end, kind }: Node): string => `${pos}:${end}:${kind}`;

/** A negation, or an operator that may mean a method; nothing else. */
export function isOperation(node: Node): node is Operation {
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

/** An expression without the brackets around it. */
const bare = (node: Node): Node => (ts.isParenthesizedExpression(node) ? bare(node.expression) : node);

const numberNature: Nature = { arrays: [], plain: true, any: false, other: false };
const textNature: Nature = { arrays: [], plain: false, any: false, other: true };

/**
 * Whether a comparison, or a variable that holds one, stands where TypeScript cannot mean a truth value: before a member
 * that none has, within arithmetic, or where an array may be given. So does what is kept in a variable that is only ever
 * used so.
 */
function isAskedForArray(checker: Checker, node: Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isAskedForArray(checker, parent);
  if (ts.isVariableDeclaration(parent)) {
    return parent.initializer === node && !parent.type && isUsedAsArray(checker, parent.name);
  }
  if (ts.isPropertyAccessExpression(parent)) {
    return !checker.getPropertyOfType(checker.getBooleanType(), parent.name.text);
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const place = parent.expression === node ? undefined : checker.getContextualType(node as Expression);
    const { arrays, any } = place ? natureOf(checker, place) : { arrays: [], any: false };
    return arrays.length > 0 && !any;
  }
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.MinusToken;
  return ts.isBinaryExpression(parent) && operatorOf(parent.operatorToken.kind)?.kind === "arithmetic";
}

/** Whether a variable is used in its cell, and nowhere but where an array is asked for. */
function isUsedAsArray(checker: Checker, name: Node): boolean {
  if (!ts.isIdentifier(name)) return false;
  const symbol = checker.getSymbolAtLocation(name);
  const uses: Node[] = [];
  const visit = (node: Node): void => {
    const isSame = ts.isIdentifier(node) && node !== name && node.text === name.text;
    if (isSame && checker.getSymbolAtLocation(node) === symbol) uses.push(node);
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return uses.length > 0 && uses.every((use) => isAskedForArray(checker, use));
}

/** Finds operators of a checked cell that mean methods and are not read so yet. */
export function newReadings({ program, checker, cell }: Snapshot): Map<string, Reading> {
  const isRefused = program.getSemanticDiagnostics(cell).some(({ code }) => refusals.has(code));
  const found = new Map<string, Reading>();
  /** The types of expressions that will be read anew. */
  const results = new Map<Node, CompilerType>();
  const typeOf = (node: Node): CompilerType => {
    const inner = bare(node);
    return results.get(inner) ?? checker.getTypeAtLocation(inner);
  };
  /** What operators give that stay as they are: the checker would look at all of a long chain anew at each link. */
  const kept = new Map<Node, Nature>();
  const nature = (node: Node): Nature => kept.get(bare(node)) ?? natureOf(checker, typeOf(node));
  const isString = (node: Node): boolean =>
    kept.get(bare(node))?.other ?? (typeOf(node).flags & ts.TypeFlags.StringLike) !== 0;
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
    const isArrayPossible = arrays.length > 0 || left.any || right.any;
    const isElementwise = kind === "comparison" && isArrayPossible && isAskedForArray(checker, node);
    if (arrays.length === 0) {
      if (isElementwise && (left.any || right.any)) noteUnknown(node, "helper");
      if (kind === "arithmetic" && (left.any || right.any)) noteUnknown(node, "helper");
      if (kind === "assignment" && left.any && isRepeatable(node.left)) noteUnknown(node, "helperAssignment");
      return;
    }
    const isLeftArray = !left.plain && !left.any;
    if (isElementwise) return note(node, isLeftArray ? "method" : "helper", method, arrays);
    if (!isRefused) return;
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
