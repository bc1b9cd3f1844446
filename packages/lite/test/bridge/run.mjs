// Runs the kernel's tests against the kernel of the browser, those left out that need Node.js.
//
//   node packages/lite/test/bridge/run.mjs [--python .venv/bin/python] [arguments of pytest]
import { spawnSync } from "node:child_process";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPage } from "./build.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const given = process.argv.slice(2);
const named = given[0] === "--python" ? given.splice(0, 2)[1] : undefined;
const python = named ?? join(root, ".venv/bin/python");
const prefix = execFileSync(python, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" }).trim();
const name = "tslinen-browser";
const folder = join(prefix, "share/jupyter/kernels", name);

await buildPage();
mkdirSync(folder, { recursive: true });
const spec = {
  argv: [process.execPath, join(here, "bridge.mjs"), "{connection_file}"],
  display_name: name,
  language: "typescript",
  interrupt_mode: "message",
};
writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec));
try {
  const tests = given.length > 0 ? given : [join(root, "packages/kernel/test")];
  const { status } = spawnSync(python, ["-m", "pytest", "-q", "-m", "not node", ...tests], {
    stdio: "inherit",
    cwd: root,
    env: { ...process.env, TSLINEN_TEST_KERNEL: name },
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
