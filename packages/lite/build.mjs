// Builds the extension: the two workers, the library and its declarations as files in dist, and the page's part by
// JupyterLab's builder, which takes those files along.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { gatherDeclarations } from "./declarations.mjs";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const { version, dependencies } = require("@tslinen/kernel/package.json");
const tslinenVersions = JSON.stringify({ kernel: version, typescript: dependencies.typescript });

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: here,
    stdio: "inherit",
    env: { ...process.env, TSLINEN_VERSIONS: tslinenVersions },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Has long arrays shown without a look at each of their elements: the package asks each of them whether it is one, where
 * Node.js itself knows. With millions that takes seconds, or fails.
 */
const quickArrays = {
  name: "quick-arrays",
  setup(bundler) {
    bundler.onLoad({ filter: /node-inspect-extracted[\\/]dist[\\/]inspect\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const head = "getOwnNonIndexProperties:function(t,e=2){";
      if (!text.includes(head)) throw new Error(`${path} has changed: it has no ${head}`);
      return { contents: text.replace(head, `${head}if(t.length>1e4)return[];`) };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const common = {
  bundle: true,
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};
await build({
  ...common,
  entryPoints: ["compiler", "cells"].map((name) => join(here, "src/worker", `${name}.ts`)),
  format: "iife",
  define: { tslinenVersions },
  plugins: [quickArrays],
  outdir: dist,
});
// Messages, cards and summaries name functions and classes, so these keep their names.
await build({
  ...common,
  bundle: false,
  minify: false,
  minifySyntax: true,
  minifyWhitespace: true,
  entryPoints: [require.resolve("tslinen/dist/browser.mjs")],
  format: "esm",
  outfile: join(dist, "tslinen.mjs"),
});
const ofLibrary = createRequire(require.resolve("tslinen/package.json"));
for (const name of ["vega", "vega-lite"]) {
  const entry = dirname(ofLibrary.resolve(name));
  copyFileSync(join(entry, `${name}.min.js`), join(dist, `${name}.js`));
}
writeFileSync(join(dist, "declarations.json"), JSON.stringify(gatherDeclarations(here)));

run(require.resolve("typescript/bin/tsc"), "--build", ".");
run(
  require.resolve("@jupyter/builder/lib/build-labextension.js"),
  "--core-package-file",
  require.resolve("@jupyterlab/core-meta/core.package.json"),
  ".",
);
