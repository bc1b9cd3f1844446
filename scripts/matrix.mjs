// The wider matrices, apart from `npm test` for their time: `npm run test:matrix`.
// The kernel on other versions of Node.js, thousands of cells at random, the extension's wheel in each JupyterLab and
// Notebook it promises to work with, `pip install tslinen` with each Python, the npm packages in an empty folder, files
// that go to Python and back, all lessons and hundreds of figures by others in JupyterLab, and the site in a browser.
// `npm run test:matrix -- nodes` runs one of them.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fail, findPython, inVenv, root } from "./environment.mjs";
import { setUpTests } from "./setup.mjs";

const matrices = {
  nodes: ["packages/kernel/test/nodes.mjs", "--python", inVenv("python")],
  cells: ["packages/kernel/test/many.mjs", "--python", inVenv("python")],
  browser: ["packages/lite/test/bridge/run.mjs", "--python", inVenv("python")],
  lessons: ["--test", "--test-timeout=600000", join("ui-tests", "tests", "lessons.test.mjs")],
  figures: ["--test", "--test-timeout=600000", join("ui-tests", "matrix", "corpora.test.mjs")],
  labs: ["--test", "--test-timeout=600000", join("ui-tests", "wheel", "versions.test.mjs")],
  installs: ["scripts/installs.mjs"],
  pythons: ["scripts/pythons.mjs"],
  files: ["scripts/files.mjs"],
  site: ["scripts/site.mjs", "--try"],
};

const names = Object.keys(matrices);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) fail(`no matrix named ${unknown.join(", ")}; there are ${names.join(", ")}`);
const chosen = wanted.length > 0 ? wanted : names;

setUpTests();
let failed = 0;
for (const name of chosen) {
  console.log(`\n── ${name}`);
  const env = { ...process.env, PYTHON: findPython(), LESSONS: "all" };
  const { status } = spawnSync(process.execPath, matrices[name], { cwd: root, stdio: "inherit", env });
  if (status !== 0) failed += 1;
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
