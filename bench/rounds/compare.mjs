// A comparison from the command line: reads the options, starts the engines of a folder and runs its cases on them.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasModule, start } from "./engines.mjs";
import { rounds } from "./rounds.mjs";

/**
 * Compares tslinen with tfjs, jax-js and engines of Python.
 *
 * @param folder - The address of the folder that has a file for each engine.
 * @param budget - The milliseconds of processor time for a case each round, where the command line says nothing.
 * @param modules - By engine of Python, the module that it needs; it is left out where there is none.
 */
export async function compare(folder, cases, budget, modules) {
  const { values: options } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      budget: { type: "string", default: String(budget) },
      only: { type: "string" },
      python: { type: "string", default: process.env.PYTHON ?? "python3" },
      json: { type: "string" },
    },
  });
  const here = (file) => fileURLToPath(new URL(file, folder));
  const engines = [
    start("tslinen", process.execPath, here("tslinen.mjs")),
    start("tfjs wasm", process.execPath, here("tfjs.mjs")),
    start("jax-js", process.execPath, here("jaxjs.mjs")),
    ...Object.entries(modules)
      .filter(([, module]) => hasModule(options.python, module))
      .map(([name]) => start(name, options.python, here("python.py"))),
  ];
  const { only, json } = options;
  await rounds(cases, engines, { count: Number(options.rounds), budget: Number(options.budget), only, json });
}
