// Installs what npm publishes into an empty folder, as docs/install.md says, and works with it there:
// the kernel is found, the extension is enabled, the first lesson gives its outputs, papermill sets parameters.
// A site is built from the wheel of the kernel for JupyterLite. `node scripts/installs.mjs` does so with what is built.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildLiteWheel, buildWheel, packTarball } from "./artifacts.mjs";
import { fail, findPython, leaveHistoryAlone, root, venvProgram, windows } from "./environment.mjs";
import { setUp } from "./setup.mjs";

/** Packs what is built into a folder: the tarballs, each before those that need it, and the wheels. */
export function packAll(folder) {
  mkdirSync(folder, { recursive: true });
  const tarballs = ["kernel-lib", "kernel", "jlab-ext"].map((name) => packTarball(name, folder));
  const lite = { tarball: packTarball("lite", folder), wheel: buildLiteWheel(folder) };
  return { tarballs, wheel: buildWheel(folder), lite };
}

/** Installs tarballs and wheels in a folder that is thrown away, and tries them; ends this process if something fails. */
export function tryInstalled({ tarballs, wheel, lite }) {
  leaveHistoryAlone();
  const folder = mkdtempSync(join(tmpdir(), "tslinen-installs-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const [prefix, environment, work] = ["node", "python", "work"].map((name) => join(folder, name));
  const python = venvProgram(environment, "python");
  const programs = [dirname(python), windows ? prefix : join(prefix, "bin")];
  // A user's shell: nothing of the npm that runs this script, and nothing of this checkout's environment.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  Object.assign(env, { VIRTUAL_ENV: environment, PATH: [...programs, env.PATH].join(delimiter) });

  const sh = (command, ...args) => {
    console.log(`$ ${[command, ...args].join(" ")}`);
    const done = spawnSync(command, args, { cwd: work, env, encoding: "utf8", shell: windows });
    const output = `${done.stdout ?? ""}${done.stderr ?? done.error}`;
    return done.status === 0 ? output : fail(`it ended with status ${done.status}\n${output}`);
  };
  const expect = (pattern, output) => pattern.test(output) || fail(`expected ${pattern}, got\n${output}`);
  const pip = (...args) =>
    sh("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...args);

  // The lesson lies beside a copy of the script that runs it, out of reach of this checkout's node_modules.
  for (const path of [
    "scripts/notebooks.py",
    "notebooks/activation-functions.ipynb",
    "remote/training.ipynb",
  ])
    cpSync(join(root, path), join(work, path));
  sh(findPython(), "-m", "venv", environment);
  pip("-r", join(root, "scripts/requirements.txt"), "-r", join(root, "remote/requirements.txt"));
  sh("npm", "install", "--global", "--prefix", prefix, "--silent", ...tarballs);
  sh("tslinen", "install", "--sys-prefix");
  pip(wheel);

  sh("tslinen", "doctor");
  expect(/^\s*tslinen\s.*python/m, sh("jupyter", "kernelspec", "list"));
  const extensions = sh("jupyter", "labextension", "list");
  expect(/@tslinen\/jupyterlab.*enabled.*OK.*\(python, tslinen-jupyterlab\)/, extensions);
  expect(/tslinen_jupyterlab .*OK/, sh("jupyter", "server", "extension", "list"));
  expect(/^1 passed, 0 failed/m, sh("python", "scripts/notebooks.py"));
  sh("papermill", "--no-progress-bar", "-p", "steps", "20", "remote/training.ipynb", "trained.ipynb");
  expect(/let steps = 20;/, readFileSync(join(work, "trained.ipynb"), "utf8"));

  const forLite = join(folder, "lite");
  const ofLite = venvProgram(forLite, "python");
  const pipOfLite = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  sh(findPython(), "-m", "venv", forLite);
  sh(ofLite, ...pipOfLite, "-r", join(root, "scripts/requirements-site.txt"), wheel, lite.wheel);
  sh(venvProgram(forLite, "jupyter"), "lite", "build", "--contents", "notebooks", "--output-dir", "lite");
  const names = JSON.parse(readFileSync(join(work, "lite/jupyter-lite.json"), "utf8"))[
    "jupyter-config-data"
  ].federated_extensions.map(({ name }) => name);
  expect(/@tslinen\/jupyterlab @tslinen\/lite/, names.sort().join(" "));
  console.log("what is published installs and works");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  setUp();
  const folder = mkdtempSync(join(tmpdir(), "tslinen-artifacts-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  tryInstalled(packAll(folder));
}
