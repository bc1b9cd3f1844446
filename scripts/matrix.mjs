// The wider matrices, apart from `npm test` for their time: `npm run test:matrix`.
// The kernel on other versions of Node.js, the extension's wheel in each JupyterLab it promises to work with, and what
// is published in an empty folder.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findPython, inVenv, root } from "./environment.mjs";
import { setUpTests } from "./setup.mjs";

const matrices = {
  "Node versions": ["packages/kernel/test/nodes.mjs", "--python", inVenv("python")],
  "JupyterLab versions": ["--test", "--test-timeout=600000", join("ui-tests", "wheel", "versions.test.mjs")],
  "an empty folder": ["scripts/installs.mjs"],
};

setUpTests();
let failed = 0;
for (const [name, args] of Object.entries(matrices)) {
  console.log(`\n── ${name}`);
  const env = { ...process.env, PYTHON: findPython() };
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env });
  if (status !== 0) failed += 1;
}
console.log(`\n${Object.keys(matrices).length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
