// Builds what makes the documentation's examples live: a button at each, and the cell that it opens, which runs in the
// browser's kernel. The kernel's workers are those of the lessons, so that a reader loads them once. And what starts
// these workers for a lesson while JupyterLite is still being loaded.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { fail, root } from "../environment.mjs";

const require = createRequire(join(root, "package.json"));
const own = join(root, "scripts/site/live");

/** Has the kernel find its workers' files where the site has them. */
function workersOf(site, out) {
  const folder = join(site, "lite/extensions/@tslinen/lite/static/workers");
  const built = readdirSync(folder);
  const addressOf = (name, kind) => {
    const file = built.find((one) => one.startsWith(`${name}.`) && one.endsWith(`.${kind}`));
    if (!file) fail(`the site has no ${name}.${kind} among the workers' files`);
    return JSON.stringify(relative(out, join(folder, file)).replaceAll("\\", "/"));
  };
  return {
    name: "workers-of-the-site",
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]lite[\\/]lib[\\/]workers\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replaceAll(/"\.\.\/dist\/([\w-]+)\.(\w+)"/g, (_, name, kind) =>
          addressOf(name, kind),
        ),
      }));
    },
  };
}

/** Leaves the styles that scripts name to the cell's own, which has all of them. */
const stylesApart = {
  name: "styles-apart",
  setup(bundler) {
    bundler.onResolve({ filter: /\.css$/ }, ({ path, kind }) =>
      kind === "import-statement" ? { path, namespace: "styles-apart" } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "styles-apart" }, () => ({ contents: "" }));
  },
};

/**
 * Builds the scripts and the style of live examples into `live`, in a site that has the lessons already, and has the
 * lessons' pages start their kernel early.
 *
 * @param site the site's folder
 */
export async function buildLive(site) {
  const out = join(site, "live");
  const { version, dependencies } = require("@tslinen/kernel/package.json");
  const names = Object.keys(require("tslinen")).filter((name) => name !== "default");
  await build({
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    entryPoints: ["ahead.ts", "buttons.ts", "cell.css"].map((name) => join(own, name)),
    define: {
      tslinenVersions: JSON.stringify({ kernel: version, typescript: dependencies.typescript }),
      prelude: JSON.stringify(`import { ${names.join(", ")} } from "tslinen";`),
    },
    plugins: [workersOf(site, out), stylesApart],
    outdir: out,
  });
  for (const app of ["lab", "notebooks"]) {
    const page = join(site, "lite", app, "index.html");
    const script = '<script type="module" async src="../../live/ahead.js"></script>';
    writeFileSync(page, readFileSync(page, "utf8").replace("<head>", `<head>${script}`));
  }
}
