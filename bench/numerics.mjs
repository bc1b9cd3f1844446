// Compares the speed of nn's functions with other engines, all in one run, each in a process of its own on one core.
//
//   node bench/numerics.mjs [--sizes 100,1000,10000,1000000,10000000] [--rounds 2] [--python python3] [--tuned]
//                           [--json file]
//
// A call ends with numbers that can be read: in JavaScript with a Float32Array. Engines that leave their results in memory
// of their own, to be freed by hand, are also measured without reading them ("unread").
//
// The JavaScript peers are the packages of bench/numerics (npm ci --prefix bench/numerics); JAX and torch are measured
// where that Python has them. XLA runs with one thread, as the others do. The JavaScript engines all run in the
// environment that the kernel's kernelspec sets, with GLIBC_TUNABLES for large arrays; so does Python with --tuned.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import kernelspec from "../packages/kernel/dist/node/install/kernelspec.js";

const here = (path) => fileURLToPath(new URL(`numerics/${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000,10000,1000000,10000000" },
    rounds: { type: "string", default: "2" },
    python: { type: "string", default: process.env.PYTHON ?? "python3" },
    json: { type: "string" },
    tuned: { type: "boolean", default: false },
  },
});

const names = ["relu", "sigmoid", "tanh", "gelu", "elu", "softplus", "softmax"];
const peers = ["plain loop", "jax-js", "jax-js jit", "tfjs cpu", "tfjs wasm"];
const unread = ["jax-js, unread", "jax-js jit, unread", "tfjs wasm, unread"];
const pythonEngines = { "JAX eager": "jax", "JAX jit": "jax", torch: "torch" };

if (!existsSync(here("node_modules"))) {
  console.error("The peers are not installed: npm ci --ignore-scripts --prefix bench/numerics");
  process.exit(1);
}

/** What the kernelspec of tslinen sets. */
const tunables = kernelspec.kernelSpec("tslinen", "error").env ?? {};

/** Runs a command on one core, where the system can pin one. */
function pinned(command, args, environment) {
  const pin = spawnSync("taskset", ["-c", "0", "true"]).status === 0;
  const [file, all] = pin ? ["taskset", ["-c", "0", command, ...args]] : [command, args];
  const env = { ...process.env, ...environment };
  return execFileSync(file, all, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e8,
    env,
  });
}

function hasModule(module) {
  return spawnSync(options.python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;
}

const engines = [
  ...["tslinen", ...peers].map((name) => ({
    name,
    command: process.execPath,
    script: here("measure.mjs"),
    environment: tunables,
  })),
  ...Object.entries(pythonEngines)
    .filter(
      ([name, module]) =>
        hasModule(module) || void console.log(`${name}: not in ${options.python}, left out`),
    )
    .map(([name]) => ({
      name,
      command: options.python,
      script: here("measure.py"),
      environment: options.tuned ? tunables : {},
    })),
];

/** times[n][function][engine]: the least of the rounds' medians, in microseconds a call. */
const times = {};
const samples = {};
for (let round = 0; round < Number(options.rounds); round++) {
  for (const { name, command, script, environment } of engines) {
    for (const line of pinned(command, [script, name, options.sizes], environment).trim().split("\n")) {
      const { engine, n, times: measured, samples: values } = JSON.parse(line);
      for (const [f, time] of Object.entries(measured)) {
        const row = ((times[n] ??= {})[f] ??= {});
        row[engine] = Math.min(row[engine] ?? Infinity, time);
        if (values) ((samples[n] ??= {})[f] ??= {})[engine] = values[f];
      }
    }
  }
}

const shown = (time) => (time === undefined ? "–" : time < 10 ? time.toFixed(2) : String(Math.round(time)));
const columns = engines.map(({ name }) => name);
columns.splice(columns.indexOf("tfjs wasm") + 1, 0, "tfjs wasm, unread");
console.log(
  `\nNode ${process.version}, ${cpus()[0].model}, one core, JavaScript${options.tuned ? " and Python" : ""} with ` +
    `${JSON.stringify(tunables)}; microseconds a call, the least of the rounds' medians`,
);
for (const n of Object.keys(times)) {
  console.log(`\nn = ${n}`);
  const rows = names.map((f) => {
    const row = times[n][f];
    const best = (some) => Math.min(...some.map((peer) => row[peer] ?? Infinity));
    const ratios = {
      "best JS peer / tslinen": best(peers) / row.tslinen,
      "best unread / tslinen": best(unread) / row.tslinen,
    };
    for (const name of Object.keys(pythonEngines))
      if (row[name]) ratios[`${name} / tslinen`] = row[name] / row.tslinen;
    return [
      f,
      {
        ...Object.fromEntries(columns.map((c) => [c, shown(row[c])])),
        ...mapValues(ratios, (r) => r.toFixed(2)),
      },
    ];
  });
  console.table(Object.fromEntries(rows));
}

function mapValues(object, f) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value)]));
}

// The engines must have computed the same functions for their times to mean anything.
let wrong = 0;
for (const [n, byFunction] of Object.entries(samples)) {
  for (const [f, byEngine] of Object.entries(byFunction)) {
    for (const [name, values] of Object.entries(byEngine)) {
      const far = values.some((y, i) => Math.abs(y - byEngine.tslinen[i]) > 2e-3 * Math.max(1, Math.abs(y)));
      if (far) {
        wrong++;
        console.error(`${name}: ${f} of ${n} differs: ${values} instead of ${byEngine.tslinen}`);
      }
    }
  }
}
if (options.json) writeFileSync(options.json, JSON.stringify({ times }, null, 1) + "\n");
process.exitCode = wrong > 0 ? 1 : 0;
