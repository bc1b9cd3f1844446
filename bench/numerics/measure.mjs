// Measures one engine in a process of its own: node measure.mjs <engine> <sizes, comma-separated>. Prints JSON, for an
// engine with memory of its own once with and once without reading the results.
import { engines, names } from "./engines.mjs";

const [engineName, sizes] = process.argv.slice(2);
const engine = await engines[engineName]();

/** Runs a function many times; gives the median of eleven samples, in microseconds a call. */
async function time(f, x, read) {
  const { free, wait } = engine;
  const once = async (count) => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) {
      const y = wait ? await f(x) : f(x);
      if (read) read(y);
      if (free) free(y);
    }
    return Number(process.hrtime.bigint() - start) / 1000;
  };
  let count = 1;
  while ((await once(count)) < 20000) count *= 2;
  const samples = [];
  for (let i = 0; i < 11; i++) samples.push((await once(count)) / count);
  return samples.sort((a, b) => a - b)[5];
}

for (const n of sizes.split(",").map(Number)) {
  const data = Float32Array.from({ length: n }, (_, i) => -10 + (20 * i) / (n - 1));
  const [times, unread, samples] = [{}, {}, {}];
  for (const name of names) {
    const f = engine.functions[name];
    if (!f) continue;
    const x = engine.make(
      data,
      name === "softmax" ? [Math.max(1, Math.floor(n / 1000)), Math.min(n, 1000)] : [n],
    );
    const y = engine.read(await f(x));
    samples[name] = [0, 0.25, 0.5, 0.75].map((part) => y[Math.floor(part * n)]);
    times[name] = await time(f, x, engine.read);
    if (engine.ownMemory) unread[name] = await time(f, x);
  }
  console.log(JSON.stringify({ engine: engineName, n, times, samples }));
  if (engine.ownMemory) console.log(JSON.stringify({ engine: `${engineName}, unread`, n, times: unread }));
}
