import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { Platform } from "../platform";
import { kernelRoot } from "./folders";

/** The folder of the kernel's own code. */
export const ownFolder = join(kernelRoot, "dist") + sep;

let found: string | undefined;

/** The folder of the library that the kernel brings. */
export function libraryFolder(): string {
  found ??= dirname(createRequire(join(kernelRoot, "cell.js")).resolve("tslinen")) + sep;
  return found;
}

/** Whether a script is a part of the kernel, or of the library it brings. */
export const ownerOf: Platform["ownerOf"] = (script) => {
  if (script.startsWith(ownFolder)) return "kernel";
  return script.startsWith(libraryFolder()) || script === "node:vm" ? "library" : undefined;
};
