/** Mistakes of conditions: an array of several elements is neither true nor false. */
import { conditionOf, partsOf } from "./conditions";
import { doubtsAboutElements, type Doubt, type Elements } from "./elements";
import { isMaybeArray } from "./operators";
import type { Snapshot } from "./project";
import { ts, type CompilerDiagnostic, type Expression, type Node } from "./typescript";

/** The compiler's number for conditions that hold what is true always, as every object is. */
const alwaysTrue = 2801;

const remedy = "Use .any() or .all(), or np.where to choose element by element";

const messages: Readonly<Record<Doubt, string>> = {
  several: `A condition is one truth value, and this is an array of several. ${remedy}.`,
  unknown:
    "A condition is one truth value, and whoever calls decides how many elements this array has. " +
    `${remedy}; or .item() if it has one element.`,
};

/**
 * Finds the arrays in a checked cell's conditions that have not one element, or as many as a caller likes; what else is
 * not certain may run.
 */
export function arraysAsConditions(snapshot: Snapshot, known: Elements): CompilerDiagnostic[] {
  const { checker, cell } = snapshot;
  const asked = new Set<Expression>();
  const seen = new Set<Expression>();
  const look = (condition: Expression): void => {
    // What a long chain of conditions combines has been looked at with the chain.
    if (seen.has(condition)) return;
    seen.add(condition);
    const parts = partsOf(condition);
    parts.forEach(look);
    if (parts.length === 0 && isMaybeArray(checker, checker.getTypeAtLocation(condition)))
      asked.add(condition);
  };
  const visit = (node: Node): void => {
    const condition = conditionOf(node);
    if (condition) look(condition);
    ts.forEachChild(node, visit);
  };
  visit(cell);
  if (asked.size === 0) return [];
  const doubt = doubtsAboutElements(snapshot, known);
  return [...asked].flatMap((node) => {
    const found = doubt(node);
    if (!found) return [];
    const start = node.getStart(cell);
    const category = ts.DiagnosticCategory.Error;
    const messageText = messages[found];
    return [{ file: cell, start, length: node.end - start, messageText, category, code: alwaysTrue }];
  });
}
