import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../platform";
import { kernelRoot } from "./folders";

const versionIn = (path: string): string =>
  (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;

/** The versions of what is running. */
export const versions: Platform["versions"] = {
  kernel: versionIn(join(kernelRoot, "package.json")),
  typescript: versionIn(require.resolve("typescript/package.json")),
  host: `Node.js ${process.versions.node}`,
};
