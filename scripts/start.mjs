// Sets up and opens JupyterLab on the first lesson. Further arguments go to JupyterLab.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { inVenv, root } from "./environment.mjs";
import { setUp } from "./setup.mjs";

setUp();
const isRoot = process.getuid?.() === 0;
const args = [
  "lab",
  "activation-functions.ipynb",
  ...(isRoot ? ["--allow-root"] : []),
  ...process.argv.slice(2),
];
const lab = spawn(inVenv("jupyter"), args, { cwd: join(root, "notebooks"), stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => lab.kill(signal));
lab.on("exit", (code) => process.exit(code ?? 1));
