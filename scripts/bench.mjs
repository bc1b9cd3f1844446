// Measures speed beside peers, every comparison in one run: `npm run bench`, or `npm run bench -- load numerics`.
// JavaScript peers have their lockfiles in bench/NAME; Python ones live in an environment of their own.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fail, findPython, root, run, venvProgram } from "./environment.mjs";
import { installPackages, installPython, setUpTests } from "./setup.mjs";

const folder = join(root, "bench");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => name.slice(0, -".mjs".length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) fail(`no benchmark named ${unknown.join(", ")}; there are ${names.join(", ")}`);

setUpTests();
const peers = join(root, ".venv-peers");
const python = venvProgram(peers, "python");
if (!existsSync(python)) run(findPython(), ["-m", "venv", peers]);
installPython("Python peers", join(folder, "requirements.txt"), peers);

/** A benchmark whose peers are those of another one. */
const sharing = { features: "kernel", programs: "numerics", training: "numerics" };

const failed = [];
for (const name of wanted.length > 0 ? wanted : names) {
  const own = join(folder, sharing[name] ?? name);
  if (existsSync(join(own, "package-lock.json"))) installPackages(`peers of ${name}`, own);
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.mjs`)], {
    stdio: "inherit",
    cwd: root,
    env: { ...process.env, PYTHON: python },
  });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) fail(`these benchmarks did not run to their end: ${failed.join(", ")}`);
