// Finds circles of files that import each other, types included, in the rooms of packages/kernel-lib/src that are to
// have none: what two files need of each other belongs in a third.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { root } from "./environment.mjs";

const src = join(root, "packages/kernel-lib/src");

/** The rooms without circles: folders of src. */
const rooms = [
  "simd",
  "array",
  "files",
  "ops",
  "transform",
  "widgets",
  "np",
  "lax",
  "linalg",
  "random",
  "data",
  "metrics",
  "saving",
  "optax",
  "flax",
  "plt",
];

/** The files that a file imports from, by their paths. */
function importsOf(path) {
  const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .flatMap(({ fileName }) => {
      const target = join(dirname(path), fileName);
      const found = [`${target}.ts`, join(target, "index.ts"), target].find(
        (candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() ?? false,
      );
      return found ? [found] : [];
    });
}

/**
 * Groups files that reach each other along their imports: Tarjan's strongly connected components.
 *
 * @param imports a map from each file to those that it imports
 * @returns the groups of more than one file, and those of one file that imports itself
 */
export function circlesAmong(imports) {
  const numbers = new Map();
  const lowest = new Map();
  const open = [];
  const circles = [];
  const visit = (file) => {
    numbers.set(file, numbers.size);
    lowest.set(file, numbers.get(file));
    open.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!numbers.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file), lowest.get(next)));
    }
    if (lowest.get(file) !== numbers.get(file)) return;
    const group = open.splice(open.indexOf(file));
    if (group.length > 1 || imports.get(file)?.includes(file)) circles.push(group.sort());
  };
  for (const file of imports.keys()) if (!numbers.has(file)) visit(file);
  return circles;
}

function main() {
  const files = readdirSync(src, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(src, name));
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const roomOf = (file) => relative(src, file).split(sep)[0];
  const forbidden = circlesAmong(imports).filter((group) =>
    group.some((file) => rooms.includes(roomOf(file))),
  );
  for (const group of forbidden) {
    console.log(`these ${group.length} files import each other in a circle:`);
    for (const file of group) {
      const own = imports.get(file).filter((next) => group.includes(next));
      console.log(`  ${relative(src, file)} imports ${own.map((next) => relative(src, next)).join(", ")}`);
    }
  }
  process.exitCode = forbidden.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
