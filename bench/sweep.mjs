// A sweep of 24 sets of parameters over one and over two workers: the time of the whole command, cluster included, with
// the notebook's own number of steps and with four times as many; and what two cores of this machine gain at all, by
// loops that share nothing.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inVenv, root } from "../scripts/environment.mjs";

const grid = "-p activation relu gelu tanh silu -p rate 0.03 0.1 0.3 -p hidden 8 16".split(" ");
const notebook = join(root, "remote/training.ipynb");
const folder = mkdtempSync(join(tmpdir(), "tslinen-sweep-"));

/** The seconds that a sweep takes. */
function measure(workers, steps) {
  const args = [
    join(root, "remote/sweep.py"),
    notebook,
    ...grid,
    "-p",
    "steps",
    steps,
    "--workers",
    `${workers}`,
    "-o",
    folder,
  ];
  const start = performance.now();
  const results = execFileSync(inVenv("python"), args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (results.match(/"value"/g)?.length !== 24) throw new Error(`expected 24 values, got:\n${results}`);
  return (performance.now() - start) / 1000;
}

/** The seconds that processes take which run at once and do nothing but count. */
async function count(processes) {
  const loop = "let x = 0; for (let i = 0; i < 5e8; i++) x = (31 * x + i) | 0; process.exitCode = x & 0;";
  const start = performance.now();
  const ends = Array.from(
    { length: processes },
    () => new Promise((end) => spawn(process.execPath, ["-e", loop]).on("exit", end)),
  );
  await Promise.all(ends);
  return (performance.now() - start) / 1000;
}

try {
  for (const steps of ["1500", "6000"]) {
    const [one, two] = [measure(1, steps), measure(2, steps)];
    const figures = `one worker ${one.toFixed(1)} s, two workers ${two.toFixed(1)} s`;
    console.log(
      `24 sets of parameters, ${steps} steps: ${figures}, ratio ${(two / one).toFixed(2)} (aim 0.65)`,
    );
  }
  const [alone, together] = [await count(1), await count(2)];
  console.log(
    `two loops at once take ${(together / (2 * alone)).toFixed(2)} of the time of one after the other`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
