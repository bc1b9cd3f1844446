/** Names of compiled code as the reader knows them: those that stand in the source, and none that the compiler made. */
import { parameters } from "../cells/evaluate";

/** Values by name. */
export type Names = Record<string, unknown>;

/**
 * The names of scopes, inner ones first.
 *
 * @param text - The source; if it is null, all names count.
 * @param cell - What cells have declared, if the last scope is that of a whole cell: its names live in boxes.
 */
export function namesIn(text: string | null, scopes: readonly Names[], cell?: Names): Names {
  const found = Object.create(null) as Names;
  scopes.forEach((names, index) => {
    const shared = cell && index === scopes.length - 1 ? cell : undefined;
    for (const name of Object.keys(names)) {
      if (name in found || (text !== null && !isWritten(name, text))) continue;
      if (shared ? name in shared : !parameters.includes(name)) {
        found[name] = valueOf(shared ?? names, name);
      }
    }
    if (text === null || shared) return;
    for (const [name, path] of Object.entries(pathsIn(names, text))) {
      const [holder = "", key = ""] = path.split(".");
      if (!(name in found)) found[name] = valueOf(valueOf(names, holder) as Names, key);
    }
  });
  return found;
}

/** Of what a file imports and exports, the names in its source, and where compiled code reads their values. */
export function pathsIn(scope: Names, text: string): Record<string, string> {
  const isModule = (name: string): boolean =>
    name === "exports" || (/_\d+$/.test(name) && !isWritten(name, text));
  const paths = Object.keys(scope)
    .filter(isModule)
    .flatMap((holder) => {
      const module = valueOf(scope, holder);
      const names = typeof module === "object" && module !== null ? Object.keys(module) : [];
      return names
        .filter((name) => !(name in scope) && isWritten(name, text))
        .map((name) => [name, `${holder}.${name}`]);
    });
  return Object.fromEntries(paths) as Record<string, string>;
}

/** Whether a name stands in a text, as a word of its own. */
function isWritten(name: string, text: string): boolean {
  const part = /[\p{ID_Continue}$]/u;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = "", after = ""] = [text[at - 1], text[at + name.length]];
    if (!part.test(before) && !part.test(after)) return true;
  }
  return false;
}

/** The value of a name; undefined before it has one. */
function valueOf(names: Names, name: string): unknown {
  try {
    return names[name];
  } catch {
    return undefined;
  }
}
