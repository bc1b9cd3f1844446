// Brings a checkout to the point where JupyterLab runs with the kernels and the extension in it.
// Every step keeps a stamp of what it was made from, and is left out while that is unchanged.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  fail,
  findPython,
  inVenv,
  leaveHistoryAlone,
  npm,
  otherKernels,
  root,
  run,
  venv,
  venvProgram,
  windows,
  writeKernelSpec,
} from "./environment.mjs";

const stamps = join(root, ".cache/setup");

/** Runs a step unless it was done before with the same inputs and its result is still there. */
function step(name, inputs, result, action) {
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(input);
  const stamp = join(stamps, name);
  const made = hash.digest("hex");
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === made) return;
  console.log(`tslinen: ${name}`);
  action();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, made);
}

/** Installs the packages of a folder that has its own lockfile. */
export function installPackages(name, folder) {
  const lock = join(folder, "package-lock.json");
  step(name, [readFileSync(lock), process.version], join(folder, "node_modules/.package-lock.json"), () =>
    npm("ci", "--no-audit", "--no-fund", "--prefix", folder),
  );
}

/** Installs a list of pinned Python packages into an environment. */
export function installPython(name, list, environment = venv) {
  const python = venvProgram(environment, "python");
  step(name, [readFileSync(list), environment], python, () =>
    run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", list]),
  );
}

function makeVenv() {
  step("Python environment", [venv], inVenv("python"), () => {
    rmSync(venv, { recursive: true, force: true });
    run(findPython(), ["-m", "venv", venv]);
  });
}

function build() {
  npm("run", "--silent", "build");
}

/** Stock tslab's kernel, which the lessons also run under. */
function registerTslab() {
  writeKernelSpec(join(venv, "share/jupyter"), "tslab", otherKernels().tslab);
}

function registerKernel() {
  const cli = join(root, "packages/kernel/dist/cli.js");
  run(process.execPath, [cli, "install", "--prefix", venv], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Installs the extension's Python package from its source, with the built extension linked in place of a copy, so
 * that a rebuild is seen at the next reload. */
function installExtension() {
  const folder = join(root, "packages/jlab-ext");
  const built = join(folder, "tslinen_jupyterlab/labextension");
  const link = join(venv, "share/jupyter/labextensions/@tslinen/jupyterlab");
  const inputs = ["pyproject.toml", "package.json"].map((name) => readFileSync(join(folder, name)));
  step("JupyterLab extension", [...inputs, folder], inVenv("python"), () => {
    rmSync(link, { recursive: true, force: true });
    const flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--editable"];
    run(inVenv("python"), ["-m", "pip", "install", ...flags, folder]);
  });
  rmSync(link, { recursive: true, force: true });
  mkdirSync(dirname(link), { recursive: true });
  if (windows) cpSync(built, link, { recursive: true });
  else symlinkSync(built, link);
}

/** Spares a first-time reader the question about news, in this environment only. */
function quietFirstStart() {
  const folder = join(venv, "share/jupyter/lab/settings");
  const overrides = {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "overrides.json"), JSON.stringify(overrides, undefined, 2));
}

/** Installs, builds and registers everything that running the lessons needs. */
export function setUp() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed, this is ${process.version}`);
  installPackages("npm packages", root);
  makeVenv();
  installPython("JupyterLab", join(root, "scripts/requirements.txt"));
  build();
  registerTslab();
  registerKernel();
  installExtension();
  quietFirstStart();
}

/** Adds what only the tests need. */
export function setUpTests() {
  leaveHistoryAlone();
  setUp();
  installPython("papermill and Dask", join(root, "remote/requirements.txt"));
  installPython("Python test tools", join(root, "scripts/requirements-test.txt"));
  installPackages("browser test tools", join(root, "ui-tests"));
  installPackages("Deno", join(root, "bench/kernel"));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) setUp();
