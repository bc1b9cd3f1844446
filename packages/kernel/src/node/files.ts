import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import type { Files } from "../platform";

/** A path of this system, with "/" between its parts. */
export const normalized = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));

const stat = (path: string) => statSync(path, { throwIfNoEntry: false });

/** What a call gives; undefined if the system refuses it. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** The files of this machine. */
export const files: Files = {
  exists: (path) => attempt(() => stat(path)?.isFile()) ?? false,
  read: (path) => attempt(() => readFileSync(path, "utf8")),
  stamp(path) {
    const found = attempt(() => stat(path));
    return found ? `${found.mtimeMs}:${found.size}` : "";
  },
  isFolder: (path) => attempt(() => stat(path)?.isDirectory()) ?? false,
  folders(path) {
    const entries = attempt(() => readdirSync(path, { withFileTypes: true })) ?? [];
    return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
  },
  names: (path) => attempt(() => readdirSync(path)) ?? [],
  realpath: (path) => normalized(attempt(() => realpathSync.native(path)) ?? path),
};
