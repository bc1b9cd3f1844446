/** Mistakes of conditions: an array of several elements is neither true nor false. */
import { isMaybeArray } from "./operators";
import { conditionOf, isAnd, isNot, isOr } from "./conditions";
import { elementCounts, type Elements } from "./elements";
import type { Snapshot } from "./project";
import { ts, type CompilerDiagnostic, type Expression, type Node } from "./typescript";

/** The compiler's number for conditions that hold what is true always, as every object is. */
const alwaysTrue = 2801;

const messageText =
  "A condition is one truth value, and this is an array of several. Use .any() or .all(), or np.where to choose " +
  "element by element.";

/** Finds the arrays in a checked cell's conditions that certainly have not one element; what is not certain may run. */
export function arraysAsConditions(snapshot: Snapshot, known: Elements): CompilerDiagnostic[] {
  const { checker, cell } = snapshot;
  const asked = new Set<Expression>();
  const ask = (node: Expression): void => {
    if (ts.isParenthesizedExpression(node)) ask(node.expression);
    else if (ts.isBinaryExpression(node) && (isAnd(node) || isOr(node))) {
      ask(node.left);
      ask(node.right);
    } else if (ts.isPrefixUnaryExpression(node) && isNot(node)) ask(node.operand);
    else if (isMaybeArray(checker, checker.getTypeAtLocation(node))) asked.add(node);
  };
  const visit = (node: Node): void => {
    const condition = conditionOf(node);
    if (condition) ask(condition);
    ts.forEachChild(node, visit);
  };
  visit(cell);
  if (asked.size === 0) return [];
  const isNotOne = elementCounts(snapshot, known);
  return [...asked].filter(isNotOne).map((node) => {
    const start = node.getStart(cell);
    const category = ts.DiagnosticCategory.Error;
    return { file: cell, start, length: node.end - start, messageText, category, code: alwaysTrue };
  });
}
