import { ts, type BoundFile, type Node } from "./typescript";

const { SyntaxKind } = ts;

/** Expressions that call nothing, whatever their parts are. */
const plain = new Set<number>([
  SyntaxKind.NumericLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.Identifier,
  SyntaxKind.ArrowFunction,
  SyntaxKind.FunctionExpression,
]);

/** What is brief if its parts are. */
const composed = new Set<number>([
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.BinaryExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.ShorthandPropertyAssignment,
  SyntaxKind.ExpressionStatement,
  SyntaxKind.VariableStatement,
  SyntaxKind.VariableDeclarationList,
  SyntaxKind.VariableDeclaration,
]);

/** Declarations that do nothing by themselves. */
const idle = new Set<number>([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.ExportDeclaration,
]);

/** How long a cell can take, and what it can leave behind, as far as its text tells. */
export interface Brevity {
  /**
   * Whether it can only run for a moment: it has no loops, calls nothing and imports nothing. Such a cell need not be
   * watched while it runs, which takes longer than the cell.
   */
  isBrief: boolean;
  /** Whether it is brief and declares and changes nothing either: later cells need not wait for its end. */
  leavesNothing: boolean;
}

export function brevityOf(cell: BoundFile): Brevity {
  const isBrief = cell.statements.every((one) => isAllOf(one, isBriefNode));
  const leavesNothing =
    isBrief && !cell.locals?.size && cell.statements.every((one) => isAllOf(one, isReading));
  return { isBrief, leavesNothing };
}

/** What is not looked into: it does nothing, or nothing yet. */
const isClosed = (node: Node): boolean => plain.has(node.kind) || idle.has(node.kind) || ts.isTypeNode(node);

/** Whether a node and what it is composed of pass a test. */
const isAllOf = (node: Node, passes: (node: Node) => boolean): boolean =>
  passes(node) && (isClosed(node) || !ts.forEachChild(node, (part) => !isAllOf(part, passes) || undefined));

const isBriefNode = (node: Node): boolean => isClosed(node) || composed.has(node.kind) || ts.isToken(node);

const isReading = (node: Node): boolean =>
  ts.isPrefixUnaryExpression(node)
    ? node.operator !== SyntaxKind.PlusPlusToken && node.operator !== SyntaxKind.MinusMinusToken
    : !ts.isToken(node) || !ts.isAssignmentOperator(node.kind);
