// Measures tslinen's plt in a process of its own: node measure.mjs. Prints JSON, times in milliseconds.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { np, plt } = require(
  fileURLToPath(new URL("../../packages/kernel-lib/dist/index.js", import.meta.url)),
);

/** A kernel that takes down what is displayed and when; it ends a cell when told to. */
const messages = [];
let hooks = [];
globalThis[Symbol.for("tslinen.host")] = {
  display: (bundle) => messages.push({ at: performance.now(), bundle }),
  atCellEnd: (hook) => hooks.push(hook),
};

async function endCell() {
  for (const hook of hooks.splice(0)) await hook();
}

/** Runs a cell that draws and shows; times from its start and from show() to the two messages. */
async function cell(draw) {
  messages.length = 0;
  const start = performance.now();
  draw();
  const show = performance.now();
  plt.show();
  await endCell();
  const [first, last] = [messages[0], messages.at(-1)];
  if (!last.bundle["image/png"]) throw new Error("no picture was displayed");
  return {
    draw: show - start,
    first: first.at - show,
    picture: last.at - show,
    total: last.at - start,
    bundle: last.bundle,
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function repeated(draw, times) {
  const runs = [];
  for (let i = 0; i < times; i++) runs.push(await cell(draw));
  const size = JSON.stringify(runs.at(-1).bundle).length;
  return {
    ...Object.fromEntries(
      ["draw", "first", "picture", "total"].map((key) => [key, median(runs.map((r) => r[key]))]),
    ),
    bytes: size,
    cold: runs[0].total,
  };
}

let seed = 7;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const hundred = np.linspace(-5, 5, 100);
const million = Float64Array.from({ length: 1e6 }, (_, i) => i / 1e5);
const noisy = million.map((x) => Math.sin(x) + 0.1 * (random() + random() - 1));
const spots = [0, 1].map(() => Float64Array.from({ length: 1e5 }, () => random() + random() + random()));

const results = {
  hundred: await repeated(() => plt.plot(hundred, np.tanh(hundred)), 41),
  million: await repeated(() => plt.plot(million, noisy), 9),
  scatter: await repeated(() => plt.scatter(spots[0], spots[1]), 5),
};
console.log(JSON.stringify(results));
