/** Mistakes of conditions: an array of several elements is neither true nor false. */
import { conditionOf, deciding } from "./conditions";
import { elementCounts, type Elements } from "./elements";
import { isMaybeArray } from "./operators";
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
  const visit = (node: Node): void => {
    const condition = conditionOf(node);
    for (const one of condition ? deciding(condition) : []) {
      if (isMaybeArray(checker, checker.getTypeAtLocation(one))) asked.add(one);
    }
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
