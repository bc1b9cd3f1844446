import { engineTarget } from "./engine";
import { isImported } from "./imports";
import type { Snapshot } from "./project";
import { ts, type BoundFile } from "./typescript";

/**
 * Makes the compiler build a checked cell's JSX with what an import or an earlier cell has declared: it writes the name of the
 * factory itself, where rewriting cannot see it.
 */
export function takeJsxFactoryFromScope({ checker, cell, earlier }: Snapshot): void {
  const root = checker.getJsxNamespace(cell);
  const key = ts.escapeLeadingUnderscores(root);
  const own = cell.locals?.get(key);
  if (own ? !isImported(own) : !earlier.locals?.has(key)) return;
  const factory = pragma(cell, "jsx") ?? "React.createElement";
  const fragment = pragma(cell, "jsxfrag") ?? "React.Fragment";
  cell.localJsxFactory = ts.parseIsolatedEntityName(`__scope.${factory}`, engineTarget);
  cell.localJsxFragmentFactory = ts.parseIsolatedEntityName(`__scope.${fragment}`, engineTarget);
}

/** The factory that a comment such as `/** @jsx h *\/` names. */
function pragma(cell: BoundFile, name: string): string | undefined {
  const found = cell.pragmas?.get(name);
  const first = Array.isArray(found) ? found[0] : found;
  return first?.arguments.factory;
}
