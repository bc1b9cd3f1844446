// A sweep of 24 sets of parameters over one and over two workers: the time of the whole command, cluster included.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inVenv, root } from "../scripts/environment.mjs";

const grid = "-p activation relu gelu tanh silu -p rate 0.03 0.1 0.3 -p hidden 8 16".split(" ");
const notebook = join(root, "remote/training.ipynb");
const folder = mkdtempSync(join(tmpdir(), "tslinen-sweep-"));

/** The seconds that a sweep takes. */
function measure(workers) {
  const args = [join(root, "remote/sweep.py"), notebook, ...grid, "--workers", `${workers}`, "-o", folder];
  const start = performance.now();
  const results = execFileSync(inVenv("python"), args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (results.match(/"value"/g)?.length !== 24) throw new Error(`expected 24 values, got:\n${results}`);
  return (performance.now() - start) / 1000;
}

try {
  const [one, two] = [measure(1), measure(2)];
  const figures = `one worker ${one.toFixed(1)} s, two workers ${two.toFixed(1)} s`;
  console.log(`24 sets of parameters: ${figures}, ratio ${(two / one).toFixed(2)} (aim 0.65)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
