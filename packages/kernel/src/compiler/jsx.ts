import type { Boxes } from "./boxes";
import { engineTarget } from "./engine";
import { ts, type BoundFile, type Checker } from "./typescript";

/**
 * Makes the compiler build a checked cell's JSX with what the cell, an import or an earlier cell has declared: it writes
 * the name of the factory itself, where rewriting cannot see it.
 */
export function takeJsxFactoryFromBox(checker: Checker, cell: BoundFile, boxes: Boxes): void {
  if (cell.languageVariant !== ts.LanguageVariant.JSX) return;
  const root = checker.getJsxNamespace(cell);
  if (!boxes.knows(root)) return;
  const place = (path: string): string => path.replace(/^[^.]+/, (name) => boxes.path(name));
  const parse = (path: string) => ts.parseIsolatedEntityName(place(path), engineTarget);
  cell.localJsxFactory = parse(pragma(cell, "jsx") ?? "React.createElement");
  cell.localJsxFragmentFactory = parse(pragma(cell, "jsxfrag") ?? "React.Fragment");
}

/** The factory that a comment such as `/** @jsx h *\/` names. */
function pragma(cell: BoundFile, name: string): string | undefined {
  const found = cell.pragmas?.get(name);
  const first = Array.isArray(found) ? found[0] : found;
  return first?.arguments.factory;
}
