// `pip install tslinen` with each Python that the wheel is for and this machine has, in an empty environment without
// Node.js on PATH: the lesson gives its outputs, the kernel stops and restarts, JupyterLab lists kernel and extension,
// and pip removes every file again. `npm run test:matrix -- pythons`.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildKernelWheel, buildWheel } from "./artifacts.mjs";
import { fail, leaveHistoryAlone, root, venvProgram, windows } from "./environment.mjs";
import { setUp } from "./setup.mjs";

const versions = ["3.10", "3.11", "3.12", "3.13"];

/** The Pythons there are of a version: on PATH, or pyenv's. */
function pythonOf(version) {
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const kept = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => name.startsWith(`${version}.`)) : [];
  const script = "import sys; print('%d.%d' % sys.version_info[:2])";
  return [...kept.map((name) => join(pyenv, name, "bin", "python")), `python${version}`, "python3"].find(
    (python) => spawnSync(python, ["-c", script], { encoding: "utf8" }).stdout?.trim() === version,
  );
}

/** The folders of PATH in which no Node.js lies. */
const pathWithoutNode = () =>
  process.env.PATH.split(delimiter).filter(
    (folder) => !existsSync(join(folder, windows ? "node.exe" : "node")),
  );

/** The files below an environment that are named after the project, or lie in folders that are. */
const traces = (environment) =>
  readdirSync(environment, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(environment, join(entry.parentPath, entry.name)))
    .filter((path) => /tslinen/.test(path));

/** Installs wheels with a Python, works with them, and removes them; ends this process if something fails. */
export function tryWheels(python, wheels) {
  leaveHistoryAlone();
  const folder = mkdtempSync(join(tmpdir(), "tslinen-pip-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const [environment, work] = ["env", "work"].map((name) => join(folder, name));
  // A command on PATH may be a script that needs what lies beside Node.js.
  const asked = spawnSync(python, ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" });
  const executable = asked.stdout.trim();
  const own = dirname(venvProgram(environment, "python"));
  const names = /^(npm_|NODE|VIRTUAL_ENV|PYENV_VERSION|PYTHONPATH|JUPYTER_)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)));
  Object.assign(env, {
    PATH: [own, ...pathWithoutNode()].join(delimiter),
    JUPYTER_DATA_DIR: join(folder, "data"),
  });
  const sh = (command, ...args) => {
    console.log(`$ ${[command, ...args].join(" ")}`);
    const program = command === executable ? executable : venvProgram(environment, command);
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: work, env, encoding: "utf8" });
    const output = `${stdout ?? ""}${stderr ?? error}`;
    return status === 0 ? output : fail(`it ended with status ${status}\n${output}`);
  };
  const expect = (pattern, output) => pattern.test(output) || fail(`expected ${pattern}, got\n${output}`);
  const pip = (...args) => sh("python", "-m", "pip", ...args, "--quiet", "--disable-pip-version-check");

  mkdirSync(work);
  for (const path of ["scripts/notebooks.py", "notebooks/activation-functions.ipynb"])
    cpSync(join(root, path), join(work, path));
  sh(executable, "-m", "venv", environment);
  pip("install", "-r", join(root, "scripts/requirements.txt"));
  const before = traces(environment);
  pip("install", ...wheels);

  sh("tslinen", "doctor");
  expect(/^\s*tslinen\s/m, sh("jupyter", "kernelspec", "list"));
  const extensions = sh("jupyter", "labextension", "list");
  expect(/@tslinen\/jupyterlab.*enabled.*OK.*\(python, tslinen-jupyterlab\)/, extensions);
  sh("jupyter", "execute", "notebooks/activation-functions.ipynb", "--output", "../executed");
  expect(/^1 passed, 0 failed/m, sh("python", "scripts/notebooks.py"));
  console.log(compareStarts(sh, environment).trim());
  pip("uninstall", "--yes", "tslinen", "tslinen-jupyterlab");
  const left = traces(environment).filter((path) => !before.includes(path));
  if (left.length > 0) fail(`pip left behind: ${left.join(", ")}`);
}

/** How the kernel lives and dies, and how long it takes beside a kernelspec that names Node.js and the same files. */
function compareStarts(sh, environment) {
  const script = join(root, "packages/python/test/lifecycle.py");
  sh("tslinen", "install", "--prefix", environment, "--name", "tslinen-direct");
  const said = sh("python", script, "tslinen-direct");
  sh("tslinen", "uninstall", "--prefix", environment, "--name", "tslinen-direct");
  return said;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  const folder = mkdtempSync(join(tmpdir(), "tslinen-wheels-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const wheels = [buildWheel(folder), buildKernelWheel(folder)];
  const wanted = process.argv.slice(2);
  for (const version of wanted.length > 0 ? wanted : versions) {
    const python = pythonOf(version);
    console.log(`\n── Python ${version}${python ? ` (${python})` : ": left out, as it is not here"}`);
    if (python) tryWheels(python, wheels);
  }
}
