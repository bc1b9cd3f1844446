// Gathers the declarations that the compiler reads in a browser, by the paths of src/worker/host.ts.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const kernel = dirname(require.resolve("@tslinen/kernel/package.json"));
const library = dirname(require.resolve("tslinen/package.json"));
const ofKernel = createRequire(join(kernel, "package.json"));
const ts = ofKernel("typescript");

/** Adds files of a folder, and the files that those name. */
function addReachable(texts, folder, place, names, namedIn) {
  const queue = [...names];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const path = `${place}/${name}`;
    if (path in texts) continue;
    texts[path] = readFileSync(join(folder, name), "utf8");
    queue.push(...namedIn(ts.preProcessFile(texts[path], true, true), name));
  }
}

/** The text of every declaration file, by its path in the compiler's worker. */
export function gatherDeclarations(here) {
  const texts = {};
  const read = (folder, place, names) => {
    for (const name of names) texts[`${place}/${name}`] = readFileSync(join(folder, name), "utf8");
  };
  addReachable(
    texts,
    dirname(ofKernel.resolve("typescript")),
    "/kernel/libraries",
    ["lib.esnext.d.ts", "lib.webworker.d.ts"],
    ({ libReferenceDirectives }) => libReferenceDirectives.map(({ fileName }) => `lib.${fileName}.d.ts`),
  );
  addReachable(
    texts,
    join(kernel, "dist"),
    "/kernel/node_modules/@tslinen/kernel/dist",
    ["index.d.ts", "protocol/tslab.d.ts"],
    ({ importedFiles }, name) =>
      importedFiles
        .filter(({ fileName }) => fileName.startsWith("."))
        .map(({ fileName }) => `${join(dirname(name), fileName).replaceAll("\\", "/")}.d.ts`),
  );
  read(kernel, "/kernel/node_modules/@tslinen/kernel", ["package.json"]);
  read(kernel, "/kernel", ["types/cell.d.ts"]);
  read(here, "/kernel", ["types/browser.d.ts"]);
  read(library, "/kernel/node_modules/tslinen", [
    "package.json",
    ...readdirSync(join(library, "dist"))
      .filter((name) => name.endsWith(".d.ts"))
      .map((name) => `dist/${name}`),
  ]);
  return texts;
}
