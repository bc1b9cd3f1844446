// Runs more cells than `npm test` has time for: two thousand at random.
//
//   node packages/kernel/test/many.mjs [--python .venv/bin/python]
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = join(here, "..", "..", "..", ".venv", "bin", "python");
const { values } = parseArgs({ options: { python: { type: "string", default: python } } });

const { status } = spawnSync(values.python, ["-m", "pytest", "-q", join(here, "test_scope.py")], {
  stdio: "inherit",
  env: { ...process.env, TSLINEN_TEST_CELLS: "2000" },
});
process.exitCode = status ?? 1;
