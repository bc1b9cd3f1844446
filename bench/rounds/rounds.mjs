// Runs cases on engines in turn, and prints each case's times, the ratios to the peers and whether they reach the aims.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";

/** Says whether two lists of numbers agree as float32 computations do that add in another order. */
const agree = (a, b, tolerance) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - b[i]) <= tolerance * (1 + Math.abs(b[i])));

const shown = (ms) =>
  ms === undefined ? "–" : ms < 0.1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toPrecision(3)} ms`;

/**
 * Measures every case on every engine, in rounds.
 *
 * @param cases - By name: `aims`, a list of `[peer, factor]`: our time is to be at most the factor times the peer's; a
 * list of peers stands for the quickest of them. `tolerance` for the numbers, by default 1e-3.
 * @param engines - From `start`; the first is ours.
 */
export async function rounds(cases, engines, { count, budget, json, only }) {
  const names = Object.keys(cases).filter((name) => !only || name.includes(only));
  const times = Object.fromEntries(names.map((name) => [name, {}]));
  const asides = Object.fromEntries(names.map((name) => [name, {}]));
  const numbers = Object.fromEntries(names.map((name) => [name, {}]));
  for (let round = 0; round < count; round++) {
    for (const name of names) {
      for (const engine of engines) {
        const reply = await engine.ask({ name, budget });
        if (reply?.ms === undefined) continue;
        times[name][engine.name] = Math.min(times[name][engine.name] ?? Infinity, reply.ms);
        asides[name][engine.name] = Math.min(asides[name][engine.name] ?? Infinity, reply.aside ?? 0);
        if (reply.numbers) numbers[name][engine.name] = reply.numbers;
      }
    }
  }
  for (const engine of engines) engine.stop();
  // The least of both: what a noisy round sets aside does not make the others' times shorter.
  for (const name of names) {
    for (const [engine, aside] of Object.entries(asides[name]))
      times[name][engine] = Math.max(0, times[name][engine] - aside);
  }

  const ours = engines[0].name;
  console.log(
    `${cpus()[0].model}, Node ${process.versions.node}; least processor time a call of ${count} rounds`,
  );
  console.log(`\n| | ${engines.map(({ name }) => name).join(" | ")} | aims |`);
  console.log(`|---${"|---".repeat(engines.length)}|---|`);
  let [met, missed] = [0, 0];
  for (const name of names) {
    const { aims = [], tolerance = 1e-3 } = cases[name];
    const verdicts = [];
    for (const [peers, factor] of aims) {
      const least = Math.min(...[peers].flat().map((peer) => times[name][peer] ?? Infinity));
      if (!Number.isFinite(least) || times[name][ours] === undefined) continue;
      const ratio = times[name][ours] / least;
      if (ratio <= factor) met++;
      else missed++;
      verdicts.push(
        `${ratio <= factor ? "" : "**"}${ratio.toFixed(2)} × ${[peers].flat().join("/")} (≤ ${factor.toFixed(2)})${ratio <= factor ? "" : "**"}`,
      );
    }
    console.log(
      `| ${name} | ${engines.map((engine) => shown(times[name][engine.name])).join(" | ")} | ${verdicts.join(", ")} |`,
    );
    const [known] = Object.entries(numbers[name])
      .filter(([engine]) => engine !== ours)
      .map(([, list]) => list);
    for (const [engine, list] of Object.entries(numbers[name])) {
      if (known && !agree(list, known, tolerance)) {
        console.log(
          `  ${engine} computes something else: ${list.slice(0, 4)} where the others have ${known.slice(0, 4)}`,
        );
        process.exitCode = 1;
      }
    }
  }
  console.log(`\n${met} aims reached, ${missed} missed`);
  if (json) writeFileSync(json, JSON.stringify({ times, numbers }, null, 1));
}
