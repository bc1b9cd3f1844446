/** How many elements an array has, as far as a cell's text and the values of earlier cells tell. */
import type { Snapshot } from "./project";
import { ts, type CallExpression, type CompilerSymbol, type Expression, type Node } from "./typescript";

/** By the names that cells have declared: how many elements those that are arrays have. */
export type Elements = Readonly<Record<string, number>>;

/** Methods and functions of arrays that work element by element. */
const elementwise = new Set([
  ...["add", "sub", "mul", "div", "mod", "pow", "neg", "radd", "rsub", "rmul", "rdiv", "rmod", "rpow"],
  ...["less", "lessEqual", "greater", "greaterEqual", "equal", "notEqual"],
  ...["logicalAnd", "logicalOr", "logicalXor", "logicalNot", "abs", "sign", "isnan", "isfinite", "isinf"],
  ...["exp", "log", "sqrt", "square", "sin", "cos", "tan", "tanh", "round", "floor", "ceil", "astype"],
]);

const made = new Set(["array", "asarray"]);
const filled = new Set(["zeros", "ones", "empty", "full"]);

/** What tells of expressions of a cell whether they certainly are arrays of several elements, or of none. */
export function elementCounts({ checker, cell, earlier }: Snapshot, known: Elements) {
  const assigned = new Set<CompilerSymbol>();
  const note = (node: Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const symbol = checker.getSymbolAtLocation(node.left);
      if (symbol) assigned.add(symbol);
    }
    ts.forEachChild(node, note);
  };
  note(cell);

  const notOne = (node: Expression): boolean => {
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return notOne(node.expression);
    if (ts.isIdentifier(node)) return isVariableOfSeveral(node);
    return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
      ? isCallOfSeveral(node, node.expression.name.text.replace(/^__/, ""), node.expression.expression)
      : false;
  };

  /** A variable that is never assigned anew in the cell, by what it is declared with or, of an earlier cell, by its value. */
  const isVariableOfSeveral = (node: Expression): boolean => {
    const symbol = checker.getSymbolAtLocation(node);
    if (!symbol || assigned.has(symbol)) return false;
    const name = symbol.escapedName as string;
    if (earlier.locals?.get(symbol.escapedName) === symbol)
      return Object.hasOwn(known, name) && known[name] !== 1;
    const { valueDeclaration: declaration } = symbol;
    return declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined
      ? notOne(declaration.initializer)
      : false;
  };

  const isCallOfSeveral = (call: CallExpression, name: string, object: Expression): boolean => {
    const [first, second, third] = call.arguments;
    if (elementwise.has(name)) return notOne(object) || call.arguments.some(notOne);
    if (name === "linspace") return first !== undefined && (third === undefined || isOther(third));
    if (name === "arange") return second === undefined && first !== undefined && isOther(first);
    if (made.has(name)) return first !== undefined && isListOfSeveral(first);
    if (!filled.has(name) || first === undefined) return false;
    return ts.isArrayLiteralExpression(first)
      ? first.elements.every(ts.isNumericLiteral) && first.elements.some(isOther)
      : isOther(first);
  };
  return notOne;
}

/** Whether an expression is a literal number other than 1. */
const isOther = (node: Expression): boolean => ts.isNumericLiteral(node) && Number(node.text) !== 1;

/** Whether an expression is a list, in lists or not, of a number of elements other than 1. */
function isListOfSeveral(node: Expression): boolean {
  if (!ts.isArrayLiteralExpression(node) || node.elements.some(ts.isSpreadElement)) return false;
  const [first] = node.elements;
  return node.elements.length !== 1 || first === undefined || isListOfSeveral(first);
}
