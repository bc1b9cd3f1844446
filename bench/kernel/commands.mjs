// How the kernels that are compared are started: as their installers have Jupyter start them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import kernelspec from "../../packages/kernel/dist/node/install/kernelspec.js";
import { inVenv, otherKernels } from "../../scripts/environment.mjs";

/** A Python with jupyter_client: the project's own, if it has been set up. */
export const jupyterPython = existsSync(inVenv("python")) ? inVenv("python") : "python3";

/**
 * The command and the environment of each kernel that is there, by name; says which are left out. `python` is one with
 * JAX and so on.
 */
export function kernelSpecs(python) {
  const { tslab, deno } = otherKernels();
  const { argv, env } = kernelspec.kernelSpec("tslinen", "error");
  const specs = { tslinen: { argv, env }, tslab: { argv: tslab }, ...(deno && { Deno: { argv: deno } }) };
  if (!deno) console.log("Deno is left out: npm ci --prefix bench/kernel");
  const wanted = ["-c", "import ipykernel, jax, flax, matplotlib"];
  if (spawnSync(python, wanted, { stdio: "ignore" }).status === 0) {
    specs.ipykernel = { argv: [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"] };
  } else console.log(`ipykernel is left out: ${python} lacks ipykernel, jax, flax or matplotlib`);
  return specs;
}
