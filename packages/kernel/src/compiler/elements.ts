/** How many elements an array has, as far as a cell's text and the values of earlier cells tell. */
import { natureOf } from "./operators";
import type { Snapshot } from "./project";
import {
  ts,
  type CallExpression,
  type CompilerSymbol,
  type Expression,
  type Node,
  type ParameterDeclaration,
} from "./typescript";

/** By the names that cells have declared: how many elements those that are arrays have. */
export type Elements = Readonly<Record<string, number>>;

/** Why an array is no condition: it has several elements or none; or whoever calls decides how many it has. */
export type Doubt = "several" | "unknown";

/** Methods and functions of arrays that work element by element. */
const elementwise = new Set([
  ...["add", "sub", "mul", "div", "mod", "pow", "neg", "radd", "rsub", "rmul", "rdiv", "rmod", "rpow"],
  ...["less", "lessEqual", "greater", "greaterEqual", "equal", "notEqual"],
  ...["logicalAnd", "logicalOr", "logicalXor", "logicalNot", "abs", "sign", "isnan", "isfinite", "isinf"],
  ...["exp", "log", "sqrt", "square", "sin", "cos", "tan", "tanh", "round", "floor", "ceil", "astype"],
]);

const made = new Set(["array", "asarray"]);
const filled = new Set(["zeros", "ones", "empty", "full"]);

/** What tells of expressions of a cell why they are no conditions; nothing of those that may have one element. */
export function doubtsAboutElements({ checker, cell, earlier }: Snapshot, known: Elements) {
  const assigned = new Set<CompilerSymbol>();
  const note = (node: Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const symbol = checker.getSymbolAtLocation(node.left);
      if (symbol) assigned.add(symbol);
    }
    ts.forEachChild(node, note);
  };
  note(cell);

  const doubt = (node: Expression): Doubt | undefined => {
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return doubt(node.expression);
    if (ts.isIdentifier(node)) return doubtOfVariable(node);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
    const { name, expression: object } = node.expression;
    const method = name.text.replace(/^__/, "");
    if (!elementwise.has(method)) return isCallOfSeveral(node, method) ? "several" : undefined;
    const doubts = [object, ...node.arguments].map(doubt);
    return doubts.find((one) => one === "several") ?? doubts.find((one) => one);
  };

  /**
   * A variable that is never assigned anew in the cell, by what it is declared with or, of an earlier cell, by its value;
   * a parameter, by its type.
   */
  const doubtOfVariable = (node: Expression): Doubt | undefined => {
    const symbol = checker.getSymbolAtLocation(node);
    if (!symbol || assigned.has(symbol)) return undefined;
    const name = symbol.escapedName as string;
    if (earlier.locals?.get(symbol.escapedName) === symbol)
      return Object.hasOwn(known, name) && known[name] !== 1 ? "several" : undefined;
    const { valueDeclaration: declaration } = symbol;
    if (!declaration) return undefined;
    if (ts.isParameter(declaration)) return isArrayOfCaller(declaration) ? "unknown" : undefined;
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    // What it is declared with may speak of the variable itself.
    assigned.add(symbol);
    const found = doubt(declaration.initializer);
    assigned.delete(symbol);
    return found;
  };

  /** Whether a parameter is declared to be an array and nothing else. */
  const isArrayOfCaller = (parameter: ParameterDeclaration): boolean => {
    if (!parameter.type || parameter.initializer) return false;
    const { arrays, plain, any, other } = natureOf(checker, checker.getTypeAtLocation(parameter));
    return arrays.length > 0 && !plain && !any && !other;
  };

  const isCallOfSeveral = (call: CallExpression, name: string): boolean => {
    const [first, second, third] = call.arguments;
    if (name === "linspace") return first !== undefined && (third === undefined || isOther(third));
    if (name === "arange") return second === undefined && first !== undefined && isOther(first);
    if (made.has(name)) return first !== undefined && isListOfSeveral(first);
    if (!filled.has(name) || first === undefined) return false;
    return ts.isArrayLiteralExpression(first)
      ? first.elements.every(ts.isNumericLiteral) && first.elements.some(isOther)
      : isOther(first);
  };
  return doubt;
}

/** Whether an expression is a literal number other than 1. */
const isOther = (node: Expression): boolean => ts.isNumericLiteral(node) && Number(node.text) !== 1;

/** Whether an expression is a list, in lists or not, of a number of elements other than 1. */
function isListOfSeveral(node: Expression): boolean {
  if (!ts.isArrayLiteralExpression(node) || node.elements.some(ts.isSpreadElement)) return false;
  const [first] = node.elements;
  return node.elements.length !== 1 || first === undefined || isListOfSeveral(first);
}
