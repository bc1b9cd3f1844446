// Reads the pairs of scripts in reference/plt-pairs, and runs their TypeScript half.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";

const folder = fileURLToPath(new URL("plt-pairs", import.meta.url));
const library = fileURLToPath(new URL("../packages/kernel-lib", import.meta.url));
const fence = /^## (?<name>.+?)\n+```py\n(?<py>[\s\S]*?)```\n+```ts\n(?<ts>[\s\S]*?)```/gm;

/**
 * Every pair in order.
 *
 * @returns {{ file: string, name: string, py: string, ts: string }[]}
 */
export function readPairs() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [...text.matchAll(fence)].map(({ groups: { name, py, ts } }) => ({ file, name, py, ts }));
    });
}

/** Runs the TypeScript of a pair with what its cell would have imported. */
export function runScript(ts, { plt, np }) {
  const { code } = transformSync(ts, { loader: "ts" });
  new Function("plt", "np", code)(plt, np);
}

/** Bundles the library from its sources, its inner parts included, and loads it. */
export function loadLibrary() {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export * as plt from "./src/plt";
        export * as np from "./src/np";
        export { openFigures, closeFigure } from "./src/plt/state/openFigures";
        export { specOf } from "./src/plt/spec/figure";
        export { compileSpec, pngOf, rasterize, svgOf } from "./src/plt/picture";`,
      resolveDir: library,
      loader: "ts",
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
  });
  const module = { exports: {} };
  const require = createRequire(join(library, "package.json"));
  const run = new Function("module", "exports", "require", "__filename", outputFiles[0].text);
  run(module, module.exports, require, join(library, "package.json"));
  return module.exports;
}
