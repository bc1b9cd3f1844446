// Compiles the extension and bundles it for JupyterLab. Calls the builder's own script: through its command
// line it would look for jlpm, which an npm workspace does not have.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

run(require.resolve("typescript/bin/tsc"), "--project", ".");
run(
  require.resolve("@jupyter/builder/lib/build-labextension.js"),
  "--core-package-file",
  require.resolve("@jupyterlab/core-meta/core.package.json"),
  ".",
);
