// Compares the training of networks, with layers and an optimiser, with other engines: all in one run, each engine in a
// process of its own on one core.
//
//   node bench/training.mjs [--rounds 5] [--budget 200] [--only LSTM] [--python python3] [--json file]
//
// A budget is the milliseconds of processor time that an engine measures a case for, each round; `--only` names the cases
// whose names contain it. The JavaScript peers are the packages of bench/numerics; Flax is measured where that Python
// has it. The losses of the first steps are compared with Flax's.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cases } from "./training/cases.mjs";
import { hasModule, start } from "./rounds/engines.mjs";
import { rounds } from "./rounds/rounds.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    budget: { type: "string", default: "200" },
    only: { type: "string" },
    python: { type: "string", default: process.env.PYTHON ?? "python3" },
    json: { type: "string" },
  },
});
const here = (file) => fileURLToPath(new URL(`training/${file}`, import.meta.url));
const engines = [
  start("tslinen", process.execPath, here("tslinen.mjs")),
  start("tfjs wasm", process.execPath, here("tfjs.mjs")),
  start("jax-js", process.execPath, here("jaxjs.mjs")),
  ...Object.entries({ Flax: "flax" })
    .filter(([, module]) => hasModule(options.python, module))
    .map(([name]) => start(name, options.python, here("python.py"))),
];
await rounds(cases, engines, {
  count: Number(options.rounds),
  budget: Number(options.budget),
  only: options.only,
  json: options.json,
});
