import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { restoreNames } from "./names.mjs";

/** The namespaces that are read when they are first used: parsing them all would double the time of the import. */
const whenUsed = ["jax", "nn", "plt", "optax", "widgets", "data", "flax", "metrics", "safetensors"];
/** Those within `np`, by the modules that they are: src/np.ts exports each as a whole. */
const withinNp = ["linalg", "npRandom"];

/**
 * Builds src/index.ts for Node in parts: dist/core.js, one file a namespace that waits for its use, what several of
 * them share, and dist/index.js, which hands their exports out. esbuild parts ES modules only, so it makes these first
 * and CommonJS of them afterwards.
 */
export async function buildParts(root, namespaces, options) {
  const modules = ".cache/parts";
  const dist = join(root, "dist");
  const parts = ["core", ...whenUsed];
  const { metafile } = await build({
    ...options,
    entryPoints: [...parts, ...withinNp].map((part) => ({ in: `part:${part}`, out: part })),
    plugins: [statementsOfIndex(root), readWithinNp(namespaces), ...options.plugins],
    format: "esm",
    splitting: true,
    metafile: true,
    absWorkingDir: root,
    outdir: modules,
  });
  const { outputs } = metafile;
  await build({
    entryPoints: Object.keys(outputs).filter((path) => path.endsWith(".js")),
    absWorkingDir: root,
    sourcemap: true,
    sourcesContent: false,
    minifySyntax: options.minifySyntax,
    minifyWhitespace: options.minifyWhitespace,
    target: options.target,
    logLevel: options.logLevel,
    platform: options.platform,
    format: "cjs",
    outdir: dist,
  });
  for (const path of Object.keys(outputs).filter((one) => one.endsWith(".js")))
    restoreNames(join(dist, relative(modules, path)));
  const exported = parts.map((part) => [part, outputs[`${modules}/${part}.js`].exports]);
  writeFileSync(join(dist, "index.js"), indexOf(exported));
}

/** Makes each part of the statements of src/index.ts that export from its module; the core has all others. */
function statementsOfIndex(root) {
  const statements = readFileSync(join(root, "src/index.ts"), "utf8").match(/^(import|export)[^;]*;$/gm);
  const partOf = (statement) => whenUsed.find((part) => statement.endsWith(` from "./${part}";`)) ?? "core";
  return {
    name: "statements-of-index",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path }) => ({
        path: path.slice("part:".length),
        namespace: "part",
      }));
      onLoad({ filter: /.*/, namespace: "part" }, ({ path }) => {
        const own = withinNp.includes(path)
          ? [`export * from "./${path}";`]
          : statements.filter((statement) => partOf(statement) === path);
        // What the core has is then the core's alone, and not cut up by which parts use it.
        const head = path === "core" ? [] : [`import "part:core";`];
        return { contents: [...head, ...own].join("\n"), resolveDir: join(root, "src"), loader: "ts" };
      });
    },
  };
}

/** Makes of the namespaces within `np` objects that read their part with the first of its members. */
function readWithinNp(namespaces) {
  return {
    name: "read-within-np",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /[\\/]src[\\/]np\.ts$/ }, ({ path }) => {
        const whole = new RegExp(`^export \\* as (\\w+) from "\\./(${withinNp.join("|")})";$`, "gm");
        const contents = readFileSync(path, "utf8").replace(
          whole,
          `export { namespace as $1 } from "later:$2";`,
        );
        return { contents, loader: "ts" };
      });
      onResolve({ filter: /^later:/ }, ({ path }) => ({
        path: path.slice("later:".length),
        namespace: "later",
      }));
      onResolve({ filter: /^\.\/\w+\.js$/, namespace: "later" }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => ({
        contents: `export const namespace = {};
for (const name of ${JSON.stringify(namespaces.get(path).names)})
  Object.defineProperty(namespace, name, { enumerable: true, get: () => require("./${path}.js")[name] });`,
      }));
    },
  };
}

/** dist/index.js, in which a part's exports load it; the last line tells Node the names, for imports by ES modules. */
function indexOf(parts) {
  const getters = parts.flatMap(([part, names]) => {
    const load = part === "core" ? "core" : `(${part} ??= require("./${part}.js"))`;
    return names.map((name) => `  ${name}: { enumerable: true, get: () => ${load}.${name} },`);
  });
  const names = parts.flatMap(([, exports]) => exports);
  return `"use strict";
const core = require("./core.js");
let ${whenUsed.join(", ")};
Object.defineProperties(exports, {
  __esModule: { value: true },
${getters.join("\n")}
});
0 && (module.exports = { ${names.join(", ")} });
`;
}
