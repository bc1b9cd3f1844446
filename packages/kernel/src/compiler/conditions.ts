/** Conditions that hold arrays ask them for their truth: to the language, every object is true. */
import { isMaybeArray } from "./operators";
import {
  ts,
  type Checker,
  type Expression,
  type Node,
  type TransformationContext,
  type Visitor,
} from "./typescript";

const { factory } = ts;
const { SyntaxKind: Kind } = ts;

/** `__arithmetic.name(…)`, which the kernel gives cells. */
export function callArithmetic(name: string, ...args: Expression[]): Expression {
  const method = factory.createPropertyAccessExpression(factory.createIdentifier("__arithmetic"), name);
  return factory.createCallExpression(method, undefined, args);
}

const isAnd = (node: Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === Kind.AmpersandAmpersandToken;
const isOr = (node: Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === Kind.BarBarToken;
const isNot = (node: Node): boolean =>
  ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken;

/** The condition that decides what a node does, if one does. */
export function conditionOf(node: Node): Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return node.expression;
  if (ts.isForStatement(node) || ts.isConditionalExpression(node)) return node.condition;
  if (isNot(node) && ts.isPrefixUnaryExpression(node)) return node.operand;
  return (isAnd(node) || isOr(node)) && ts.isBinaryExpression(node) ? node.left : undefined;
}

/** The expressions whose truth decides a condition: what `&&`, `||` and `!` combine. */
export function deciding(condition: Expression): Expression[] {
  if (ts.isParenthesizedExpression(condition)) return deciding(condition.expression);
  if (ts.isPrefixUnaryExpression(condition) && isNot(condition)) return deciding(condition.operand);
  return ts.isBinaryExpression(condition) && (isAnd(condition) || isOr(condition))
    ? [...deciding(condition.left), ...deciding(condition.right)]
    : [condition];
}

/** What makes conditions ask: gives the node in place of one that a condition with an array decides; else undefined. */
export function askingArrays(checker: Checker, visit: Visitor, context: TransformationContext) {
  const holdsArray = (node: Expression): boolean =>
    deciding(node).some((one) => isMaybeArray(checker, checker.getTypeAtLocation(one)));
  const asking = (node: Node): Node => {
    if (ts.isParenthesizedExpression(node) || (ts.isExpression(node) && isNot(node)))
      return ts.visitEachChild(node, asking, context);
    if (ts.isBinaryExpression(node) && (isAnd(node) || isOr(node))) {
      const [left, right] = [asking(node.left), asking(node.right)] as Expression[];
      return factory.updateBinaryExpression(
        node,
        left as Expression,
        node.operatorToken,
        right as Expression,
      );
    }
    const visited = ts.visitNode(node, visit) as Expression;
    return isMaybeArray(checker, checker.getTypeAtLocation(node))
      ? ts.setTextRange(callArithmetic("truth", visited), node)
      : visited;
  };
  /** A condition whose deciding value can be asked for afterwards. */
  const remembering = (node: Node): Node =>
    ts.isParenthesizedExpression(node) || isAnd(node) || isOr(node)
      ? ts.visitEachChild(node, (child) => (ts.isExpression(child) ? remembering(child) : child), context)
      : ts.setTextRange(callArithmetic("truth", ts.visitNode(node, visit) as Expression), node);
  return (node: Node): Node | undefined => {
    const condition = conditionOf(node);
    if (!condition || !holdsArray(condition)) return undefined;
    if (ts.isBinaryExpression(node)) {
      const right = ts.visitNode(node.right, visit) as Expression;
      const [ifTrue, ifFalse] = isAnd(node)
        ? [right, callArithmetic("last")]
        : [callArithmetic("last"), right];
      const left = remembering(node.left) as Expression;
      const chosen = factory.createConditionalExpression(left, undefined, ifTrue, undefined, ifFalse);
      return factory.createParenthesizedExpression(ts.setTextRange(chosen, node));
    }
    return ts.visitEachChild(node, (child) => (child === condition ? asking(child) : visit(child)), context);
  };
}
