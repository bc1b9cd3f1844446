// Executes the first lesson under Deno's own kernel, which finds `tslinen` in this workspace, and compares its figures.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fail, inVenv, otherKernels, root, writeKernelSpec } from "./environment.mjs";

const { deno } = otherKernels();
if (!deno) fail("Deno is not installed: npm ci --prefix bench/kernel");

const jupyter = mkdtempSync(join(tmpdir(), "tslinen-deno-"));
writeKernelSpec(jupyter, "deno", deno, { env: { NO_COLOR: "1" } });
const path = [jupyter, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter);
const lesson = join(root, "notebooks/activation-functions.ipynb");
const { status } = spawnSync(
  inVenv("python"),
  [join(root, "scripts/notebooks.py"), "--kernel", "deno", "--linger", "100", lesson],
  { stdio: "inherit", env: { ...process.env, JUPYTER_PATH: path } },
);
rmSync(jupyter, { recursive: true, force: true });
process.exit(status ?? 1);
