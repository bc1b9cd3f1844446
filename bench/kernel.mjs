// Compares the kernel's speed with that of stock tslab, Deno and ipykernel, all in one run.
//
//   node bench/kernel.mjs [--rounds 20] [--lessons 3] [--jupyter python3] [--python python3] [--json file]
//
// --jupyter is a Python with jupyter_client; --python one with ipykernel, JAX, Flax and matplotlib, for the lesson in
// Python. Deno is the package of bench/kernel (npm ci --prefix bench/kernel).
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { jupyterPython, kernelSpecs } from "./kernel/commands.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    lessons: { type: "string", default: "3" },
    jupyter: { type: "string", default: jupyterPython },
    python: { type: "string", default: process.env.PYTHON ?? "python3" },
    json: { type: "string" },
  },
});

const specs = kernelSpecs(options.python);
const { rounds, lessons, json } = options;
const args = ["--specs", JSON.stringify(specs), "--rounds", rounds, "--lessons", lessons];
if (json) args.push("--json", json);
const { status } = spawnSync(options.jupyter, [here("kernel/measure.py"), ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
