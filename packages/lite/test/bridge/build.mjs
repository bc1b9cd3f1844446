// Builds the bridge's page.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const lite = join(here, "../..");

/** The folder of the workers' files. */
export const dist = join(lite, "dist");
/** The page's script. */
export const builtPage = join(lite, ".cache/bridge/page.js");

/** Builds the page's script. */
export async function buildPage() {
  const { version, dependencies } = require("@tslinen/kernel/package.json");
  await build({
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "esm",
    logLevel: "warning",
    entryPoints: [join(here, "page.ts")],
    define: {
      tslinenVersions: JSON.stringify({ kernel: version, typescript: dependencies.typescript }),
    },
    outfile: builtPage,
  });
}
