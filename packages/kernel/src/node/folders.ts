import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root folder of this package, from which what the kernel brings can be resolved. */
export const kernelRoot = dirname(dirname(__dirname));

/** The folder with the type package of Node.js nearest above a folder, or undefined. */
export function typeRootAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const root = join(at, "node_modules", "@types");
    if (existsSync(join(root, "node", "package.json"))) return root;
    if (dirname(at) === at) return undefined;
  }
}
