// How the kernels that are compared are started.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findDeno } from "../../scripts/environment.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The command of each kernel that is there, by name; says which are left out. `python` is one with JAX and so on. */
export function kernelCommands(python) {
  const commands = {
    tslinen: [process.execPath, here("../../packages/kernel/dist/cli.js"), "kernel", "{connection_file}"],
    tslab: [
      process.execPath,
      here("../../node_modules/tslab/bin/tslab"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
  };
  const deno = findDeno();
  if (deno) commands.Deno = [deno, "jupyter", "--kernel", "--conn", "{connection_file}"];
  else console.log("Deno is left out: npm ci --prefix bench/kernel");
  const wanted = ["-c", "import ipykernel, jax, flax, matplotlib"];
  if (spawnSync(python, wanted, { stdio: "ignore" }).status === 0) {
    commands.ipykernel = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"];
  } else console.log(`ipykernel is left out: ${python} lacks ipykernel, jax, flax or matplotlib`);
  return commands;
}
