// Asks tslinen's kernel, stock tslab, Deno and ipykernel the same questions, and prints what each can do: the table in
// the README. Deno is the package of bench/kernel. Then it asks the kernels of a page, for which there has to be a site.
//
//   node bench/features.mjs [--jupyter python3] [--python python3]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareInBrowser } from "./features/inBrowser.mjs";
import { jupyterPython, kernelSpecs } from "./kernel/commands.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    jupyter: { type: "string", default: jupyterPython },
    python: { type: "string", default: process.env.PYTHON ?? "python3" },
  },
});
const specs = JSON.stringify(kernelSpecs(options.python));
const { status } = spawnSync(options.jupyter, [here("features/probes.py"), specs], { stdio: "inherit" });
await compareInBrowser(options.python);
process.exitCode = status ?? 1;
