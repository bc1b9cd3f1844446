// Runs more cells than `npm test` has time for: two thousand at random, those that import packages, and the corpus
// under the compiler of before.
//
//   node packages/kernel/test/many.mjs [--python .venv/bin/python]
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..", "..");
const { values } = parseArgs({
  options: { python: { type: "string", default: join(root, ".venv", "bin", "python") } },
});
const env = { ...process.env, TSLINEN_TEST_CELLS: "2000", TSLINEN_TEST_MANY: "1" };
const steps = [
  ["npm", "ci", "--no-audit", "--no-fund", "--prefix", join(here, "packages")],
  [
    process.execPath,
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    ...["packages", "older"].map((name) => `packages/kernel/test/${name}.test.ts`),
  ],
  [values.python, "-m", "pytest", "-q", join(here, "test_scope.py")],
];
for (const [command, ...args] of steps) {
  const options = {
    cwd: root,
    stdio: "inherit",
    env,
    shell: command === "npm" && process.platform === "win32",
  };
  if (spawnSync(command, args, options).status !== 0) process.exitCode = 1;
}
