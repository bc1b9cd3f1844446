import { inspect } from "node-inspect-extracted";
import type { ModuleLoader, Platform } from "@tslinen/kernel/dist/platform";
import { context } from "./context";
import type { MemoryFiles } from "./files";
import { setImmediate } from "./immediates";
import { versions } from "./versions";

/** The evaluation that gives a script the global scope. */
const evaluateGlobally = globalThis.eval;

/**
 * A browser's worker, as the kernel sees it.
 *
 * @param library - The address of the library, by which its frames in stack traces are known.
 */
export function browserPlatform(files: MemoryFiles, modules: ModuleLoader, library: string): Platform {
  const ownScript = self.location.href;
  return {
    versions,
    evaluate: (source, name) => evaluateGlobally(`${source}\n//# sourceURL=${name}`) as unknown,
    firstLine: 1,
    modules,
    files,
    currentCell: context,
    store: { read: () => "", append: () => undefined, replace: () => undefined },
    inspect: (value, options) => inspect(value, options),
    spawn(command) {
      throw new Error(
        `${command}: a browser has no commands; they run in JupyterLab with the kernel tslinen`,
      );
    },
    soon: (task) => void setImmediate(task),
    warn: (text) => console.warn(`tslinen: ${text}`),
    ownerOf(script) {
      if (script === ownScript) return "kernel";
      return script === library ? "library" : undefined;
    },
  };
}
