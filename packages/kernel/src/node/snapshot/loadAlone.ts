type Load = (name: string) => unknown;
type Wrapped = (exports: object, require: Load, module: object, path: string, folder: string) => void;

/**
 * Loads a module and what it needs, where there is no `require` but for the modules of Node.js itself: in the script of
 * which a snapshot is made. That script is this function's text, so that it speaks of nothing outside.
 *
 * @param entry - The module's path.
 */
export function loadAlone(entry: string): void {
  const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");
  const { createRequire, isBuiltin } = process.getBuiltinModule("node:module");
  const { dirname, join } = process.getBuiltinModule("node:path");
  const { compileFunction } = process.getBuiltinModule("node:vm");
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  const modules = new Map<string, { exports: object }>();

  const resolve = (name: string, importer: string): string => {
    if (!name.startsWith(".")) return createRequire(importer).resolve(name);
    const path = join(dirname(importer), name);
    return (
      [path, `${path}.js`].find((one) => one.endsWith(".js") && existsSync(one)) ?? join(path, "index.js")
    );
  };

  const load = (path: string): object => {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const from: Load = (name) =>
      isBuiltin(name) ? process.getBuiltinModule(name) : load(resolve(name, path));
    const requireFrom = Object.assign(from, { resolve: (name: string) => resolve(name, path) });
    const wrapped = compileFunction(readFileSync(path, "utf8"), parameters, { filename: path }) as Wrapped;
    wrapped(module.exports, requireFrom, module, path, dirname(path));
    return module.exports;
  };

  load(entry);
}
