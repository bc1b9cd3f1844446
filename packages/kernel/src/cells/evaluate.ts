import type { Conversion } from "../compiler/conversion";
import { freeName, helpers } from "../compiler/helperNames";
import { folderOf } from "../paths";
import { platform } from "../platform";
import { arithmetic } from "./arithmetic";
import type { Lines } from "./lines";
import { metaOf } from "./meta";
import type { Modules } from "./modules";
import type { Scope } from "./scope";
import { registerSource } from "./stack";

const doorway = Symbol.for("tslinen.cell");

/** What is handed to the cell that is about to run. */
const handed: { surroundings: unknown[] } = { surroundings: [] };
Object.assign(globalThis, { [doorway]: handed });

/** What the modules of Node.js are given. */
const ofModules = ["require", "module", "exports", "__dirname", "__filename"];

/** What compiled code speaks of that is neither its own nor global. */
export const parameters = [...helpers, ...ofModules];

/** What {@link parameters} mean in a cell. */
export function surroundings(scope: Scope, modules: Modules, lines: Lines): unknown[] {
  const require = modules.requireFrom();
  const module = { exports: {} };
  const filename = `${modules.folder}/cell.ts`;
  return [
    scope.box,
    (specifier: string, taken: Record<string, string>) => scope.take(require(specifier), taken),
    modules.importFrom(),
    metaOf(filename, require),
    lines,
    arithmetic,
    require,
    module,
    module.exports,
    modules.folder,
    filename,
  ];
}

/**
 * Runs a compiled cell.
 *
 * @param name - The cell's name in stack traces.
 * @param code - The cell as it was written.
 * @param lines - Runs its lines that are not TypeScript.
 * @returns The value of its last expression, after its top-level awaits.
 * @throws Interrupted if a signal stopped it, and otherwise whatever the cell throws.
 */
export async function evaluate(
  name: string,
  code: string,
  cell: Conversion,
  scope: Scope,
  modules: Modules,
  lines: Lines,
): Promise<unknown> {
  const { prelude = "", output = "", map = "", names = [], imports = [], sideModules = [] } = cell;
  registerSource(name, code, map, output);
  if (modules.needsPreparing(imports)) await modules.prepare(imports);
  for (const { path, imports: needed } of sideModules) {
    const folder = folderOf(path);
    if (modules.needsPreparing(needed, folder)) await modules.prepare(needed, folder);
  }
  const kind = cell.hasTopLevelAwait ? "async function" : "function";
  handed.surroundings = surroundings(scope, modules, lines);
  const own = cell.helpers ?? helpers;
  const taken = [...names, ...own];
  const free = [...own, ...ofModules.map((name) => freeName(name, taken))];
  const source =
    `(${kind} (${free.join(", ")}) {${prelude}\n${output}\n` +
    `})(...globalThis[Symbol.for("tslinen.cell")].surroundings)`;
  return await platform().evaluate(source, name, cell.brevity?.isBrief);
}
