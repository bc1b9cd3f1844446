// Compares programs over arrays with other engines: matrix products, training steps, convolutions, and the kernels that
// memory bounds; all in one run, each engine in a process of its own on one core.
//
//   node bench/programs.mjs [--rounds 5] [--budget 60] [--only step] [--python python3] [--json file]
//
// A budget is the milliseconds of processor time that an engine measures a case for, each round; `--only` names the cases
// whose names contain it. The JavaScript peers are the packages of bench/numerics; JAX and NumPy are measured where that
// Python has them. NumPy writes into memory that stands, XLA uses its own again; of what memory bounds, our
// time is less what it takes to allocate the result.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cases } from "./programs/cases.mjs";
import { hasModule, start } from "./rounds/engines.mjs";
import { rounds } from "./rounds/rounds.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    budget: { type: "string", default: "60" },
    only: { type: "string" },
    python: { type: "string", default: process.env.PYTHON ?? "python3" },
    json: { type: "string" },
  },
});
const here = (file) => fileURLToPath(new URL(`programs/${file}`, import.meta.url));
const engines = [
  start("tslinen", process.execPath, here("tslinen.mjs")),
  start("tfjs wasm", process.execPath, here("tfjs.mjs")),
  start("jax-js", process.execPath, here("jaxjs.mjs")),
  ...Object.entries({ JAX: "jax", NumPy: "numpy" })
    .filter(([, module]) => hasModule(options.python, module))
    .map(([name]) => start(name, options.python, here("python.py"))),
];
await rounds(cases, engines, {
  count: Number(options.rounds),
  budget: Number(options.budget),
  only: options.only,
  json: options.json,
});
