import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root folder of this package, from which what the kernel brings can be resolved. */
export const kernelRoot = dirname(__dirname);

/** Packages that cells can import wherever the notebook lies, because the kernel brings them. */
export const broughtAlong = ["tslinen", "@tslinen/kernel", "tslab"];

/** What the kernel offers in place of tslab, declared: no tslab need be installed. */
export const tslabDeclarations = join(kernelRoot, "dist", "tslab.d.ts");

/** Tells whether a module specifier names a package the kernel brings, or a folder of it. */
export function isBroughtAlong(specifier: string): boolean {
  return broughtAlong.some((name) => specifier === name || specifier.startsWith(name + "/"));
}

/** The command that installs the package a module specifier belongs to. */
export function howToInstall(specifier: string): string {
  const [scope = "", name = ""] = specifier.split("/");
  const packageName = scope.startsWith("@") ? `${scope}/${name}` : scope;
  return `To install it, run in a terminal, in the notebook's folder: npm install ${packageName}`;
}

/** The folder with the type package of Node.js nearest above a folder, or undefined. */
export function typeRootAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const root = join(at, "node_modules", "@types");
    if (existsSync(join(root, "node", "package.json"))) return root;
    if (dirname(at) === at) return undefined;
  }
}
