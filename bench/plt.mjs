// Compares plt with matplotlib as a notebook's inline backend draws it, in one run: three rounds of each, in turn, each
// in a process of its own; the medians of the rounds' medians.
//
//   node bench/plt.mjs [--python python3] [--rounds 3] [--no-pixels]
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = (path) => fileURLToPath(new URL(`plt/${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    python: { type: "string", default: process.env.PYTHON ?? "python3" },
    rounds: { type: "string", default: "3" },
    "no-pixels": { type: "boolean", default: false },
  },
});

const run = (command, file) =>
  JSON.parse(execFileSync(command, [here(file)], { encoding: "utf8", maxBuffer: 1e8 }));
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const rounds = Array.from({ length: Number(options.rounds) }, () => ({
  ours: run(process.execPath, "measure.mjs"),
  theirs: run(options.python, "measure.py"),
}));
const value = (side, figure, key) => median(rounds.map((round) => round[side][figure][key]));
const row = (name, ours, theirs, aim) => {
  const ratio = ours / theirs;
  const verdict = aim === undefined ? "" : `  aim ≤ ${aim.toFixed(2)}  ${ratio <= aim ? "met" : "MISSED"}`;
  console.log(
    `${name.padEnd(52)} ${ours.toFixed(1).padStart(8)} ms ${theirs.toFixed(1).padStart(8)} ms  ${ratio.toFixed(2)}×${verdict}`,
  );
};
const size = (name, bytes, aim) =>
  console.log(
    `${name.padEnd(52)} ${(bytes / 1000).toFixed(1).padStart(8)} kB   aim ≤ ${aim} kB  ${bytes <= 1000 * aim ? "met" : "MISSED"}`,
  );

console.log(
  `${cpus()[0].model}, ${cpus().length} cores; Node ${process.version}; tslinen beside matplotlib\n`,
);
const figure = value("theirs", "hundred", "total");
row("100 points, warm: show() to the first message", value("ours", "hundred", "first"), figure, 0.2);
row("100 points, warm: show() to the picture", value("ours", "hundred", "picture"), figure, 0.6);
row(
  "100 points, the first figure of a process",
  value("ours", "hundred", "cold"),
  value("theirs", "hundred", "cold"),
  1.2,
);
const long = value("theirs", "million", "total");
row("a line of 1e6 points: show() to the first message", value("ours", "million", "first"), long);
row("a line of 1e6 points: plot() to the picture", value("ours", "million", "total"), long, 0.5);
row(
  "1e5 scattered points: scatter() to the picture",
  value("ours", "scatter", "total"),
  value("theirs", "scatter", "total"),
  1,
);
console.log("");
size("a line of 1e6 points in the notebook, picture included", value("ours", "million", "bytes"), 150);
size("1e5 scattered points in the notebook", value("ours", "scatter", "bytes"), 300);
if (!options["no-pixels"]) {
  const { share } = run(process.execPath, "pixels.mjs");
  const met = share < 0.001 ? "met" : "MISSED";
  console.log(
    `pixels that thinning changes by more than a sixteenth     ${(100 * share).toFixed(3).padStart(5)} %    aim < 0.1 %  ${met}`,
  );
}
