// How the kernels that are compared are started.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inVenv, otherKernels, root } from "../../scripts/environment.mjs";

/** A Python with jupyter_client: the project's own, if it has been set up. */
export const jupyterPython = existsSync(inVenv("python")) ? inVenv("python") : "python3";

/** The command of each kernel that is there, by name; says which are left out. `python` is one with JAX and so on. */
export function kernelCommands(python) {
  const { tslab, deno } = otherKernels();
  const tslinen = [
    process.execPath,
    join(root, "packages/kernel/dist/cli.js"),
    "kernel",
    "{connection_file}",
  ];
  const commands = { tslinen, tslab, ...(deno && { Deno: deno }) };
  if (!deno) console.log("Deno is left out: npm ci --prefix bench/kernel");
  const wanted = ["-c", "import ipykernel, jax, flax, matplotlib"];
  if (spawnSync(python, wanted, { stdio: "ignore" }).status === 0) {
    commands.ipykernel = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"];
  } else console.log(`ipykernel is left out: ${python} lacks ipykernel, jax, flax or matplotlib`);
  return commands;
}
