// Runs the kernel's conformance tests on other versions of Node.js, whose programs npm brings.
//
//   node packages/kernel/test/nodes.mjs [22.23.3 24.9.0] [--python .venv/bin/python]
import { execFileSync, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: "string", default: join(root, ".venv", "bin", "python") } },
});
const versions = positionals.length > 0 ? positionals : ["22.23.3", "24.9.0"];
const prefix = execFileSync(values.python, ["-c", "import sys; print(sys.prefix)"], {
  encoding: "utf8",
}).trim();
const suites = [
  "conformance",
  "protocol",
  "introspection",
  "interrupts",
  "modules",
  "tools",
  "debugger",
  ...["stops", "steps", "exceptions", "values"].map((part) => `debugger_${part}`),
  "faults",
  "scope",
].map((name) => join(here, `test_${name}.py`));

for (const version of versions) {
  const program = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}@${version}`;
  const find = ["exec", "--yes", `--package=${program}`, "--", "node", "-p", "process.execPath"];
  const node = execFileSync("npm", find, { encoding: "utf8" }).trim();
  const name = `tslinen-node-${version}`;
  const kernelspec = (command) =>
    execFileSync(node, [join(here, "..", "dist", "cli.js"), command, "--prefix", prefix, "--name", name]);
  console.log(execFileSync(node, ["--version"], { encoding: "utf8" }).trim());
  kernelspec("install");
  const { status } = spawnSync(values.python, ["-m", "pytest", "-q", ...suites], {
    stdio: "inherit",
    env: { ...process.env, TSLINEN_TEST_KERNEL: name },
  });
  kernelspec("uninstall");
  if (status !== 0) process.exitCode = 1;
}
