/** Conditions that hold arrays ask them for their truth: to the language, every object is true. */
import { helperIn } from "./helperNames";
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

/** `__arithmetic.name(…)`, which the kernel gives cells, in place of a node. */
export function callArithmetic(node: Node, name: string, ...args: Expression[]): Expression {
  const arithmetic = factory.createIdentifier(helperIn(node.getSourceFile(), "__arithmetic"));
  const method = factory.createPropertyAccessExpression(arithmetic, name);
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

/** What `&&`, `||` and `!` combine in a condition: the truth of these decides it. Nothing if it is not combined. */
export function partsOf(condition: Expression): Expression[] {
  if (ts.isParenthesizedExpression(condition)) return [condition.expression];
  if (ts.isPrefixUnaryExpression(condition) && isNot(condition)) return [condition.operand];
  return ts.isBinaryExpression(condition) && (isAnd(condition) || isOr(condition))
    ? [condition.left, condition.right]
    : [];
}

/** What makes conditions ask: gives the node in place of one that a condition with an array decides; else undefined. */
export function askingArrays(checker: Checker, visit: Visitor, context: TransformationContext) {
  // A long chain of conditions holds others, each of which is asked about.
  const holding = new Map<Expression, boolean>();
  const holdsArray = (node: Expression): boolean => {
    let holds = holding.get(node);
    if (holds === undefined) {
      const parts = partsOf(node);
      holds =
        parts.length > 0
          ? parts.map(holdsArray).includes(true)
          : isMaybeArray(checker, checker.getTypeAtLocation(node));
      holding.set(node, holds);
    }
    return holds;
  };
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
      ? ts.setTextRange(callArithmetic(node, "truth", visited), node)
      : visited;
  };
  /** A condition whose deciding value can be asked for afterwards. */
  const remembering = (node: Node): Node =>
    ts.isParenthesizedExpression(node) || isAnd(node) || isOr(node)
      ? ts.visitEachChild(node, (child) => (ts.isExpression(child) ? remembering(child) : child), context)
      : ts.setTextRange(callArithmetic(node, "truth", ts.visitNode(node, visit) as Expression), node);
  return (node: Node): Node | undefined => {
    const condition = conditionOf(node);
    if (!condition || !holdsArray(condition)) return undefined;
    if (ts.isBinaryExpression(node)) {
      const right = ts.visitNode(node.right, visit) as Expression;
      const [ifTrue, ifFalse] = isAnd(node)
        ? [right, callArithmetic(node, "last")]
        : [callArithmetic(node, "last"), right];
      const left = remembering(node.left) as Expression;
      const chosen = factory.createConditionalExpression(left, undefined, ifTrue, undefined, ifFalse);
      return factory.createParenthesizedExpression(ts.setTextRange(chosen, node));
    }
    return ts.visitEachChild(node, (child) => (child === condition ? asking(child) : visit(child)), context);
  };
}
