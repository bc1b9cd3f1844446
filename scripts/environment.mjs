// The project's own places and commands, the same on every system.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const windows = process.platform === "win32";
export const venv = join(root, ".venv");

/** The path of a program in a Python environment. */
export const venvProgram = (folder, program) =>
  join(folder, windows ? "Scripts" : "bin", windows ? `${program}.exe` : program);

/** The path of a program in the project's Python environment. */
export const inVenv = (program) => venvProgram(venv, program);

/** Runs a command, its output passed through, and ends this process with a message if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", cwd: root, ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`"${[command, ...args].join(" ")}" ended with status ${status}`);
}

/** Runs npm with the Node that runs this script. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /\.[cm]?js$/.test(cli)) run(process.execPath, [cli, ...args]);
  else run(windows ? "npm.cmd" : "npm", args, { shell: windows });
}

/** Keeps what kernels run below this process out of the user's history. */
export function leaveHistoryAlone() {
  process.env.TSLINEN_HISTORY = devNull;
}

/** Ends this process with a message. */
export function fail(message) {
  console.error(`\ntslinen: ${message}`);
  process.exit(1);
}

/** Finds a Python of at least 3.10, or ends this process saying what to install. */
export function findPython() {
  const script = "import sys; print(int(sys.version_info >= (3, 10)))";
  for (const name of [process.env.PYTHON, "python3", "python", "py"].filter(Boolean)) {
    const { stdout, status } = spawnSync(name, ["-c", script], { encoding: "utf8" });
    if (status === 0 && stdout.trim() === "1") return name;
  }
  return fail(
    "Python 3.10 or newer is needed and was not found. Install it, or name it in the variable PYTHON.",
  );
}

/**
 * Finds the program of the npm package `deno`, which `bench/kernel` has: its path, or undefined where none is published
 * for this platform. The package's own bin would first start another Node.js.
 */
function findDeno() {
  const folder = join(root, "bench/kernel/node_modules/@deno");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .map((name) => join(folder, name, windows ? "deno.exe" : "deno"))
    .find((path) => existsSync(path));
}

/** What starts the kernels that are not ours, by name; without Deno where it is not published. */
export function otherKernels() {
  const deno = findDeno();
  return {
    tslab: [
      process.execPath,
      join(root, "node_modules/tslab/bin/tslab"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    ...(deno && { deno: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"] }),
  };
}

/** Writes the specification of a TypeScript kernel below a folder of Jupyter's data. */
export function writeKernelSpec(folder, name, argv, more = {}) {
  const place = join(folder, "kernels", name);
  mkdirSync(place, { recursive: true });
  const spec = { argv, display_name: `TypeScript (${name})`, language: "typescript", ...more };
  writeFileSync(join(place, "kernel.json"), JSON.stringify(spec, undefined, 2));
}

/** Finds a Chromium or Chrome for the browser tests; its path, or undefined. */
export function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(windows ? ";" : ":");
  const candidates = [
    process.env.CHROMIUM,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return candidates.find((path) => path && existsSync(path));
}
