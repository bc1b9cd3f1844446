import type { Storage } from "../array/dtype";
import { elementsOf, type ndarray } from "../array/ndarray";
import { recycling, type Recycler } from "../array/traits";
import { areNumbersChecked, checkNumbers } from "../ops/numberChecks";
import { evaluateGraph, Variable, type Atom, type Graph } from "./graph";
import { optimized } from "./optimize";

/** A program that runs: from its arguments to its results. */
export interface Compiled {
  (args: readonly ndarray[]): ndarray[];
  /** Takes back the memory of results of an earlier run, which nothing needs any more; that of others is left alone. */
  reclaim(results: readonly ndarray[]): void;
}

/** A step of a program: where its operands and results stand, and which of those before it nobody needs afterwards. */
interface Step {
  readonly run: (operands: readonly ndarray[]) => readonly ndarray[];
  readonly operands: readonly number[];
  readonly results: readonly number[];
  readonly dropped: readonly number[];
}

/**
 * Makes a program that runs out of one that was taken down. Memory of what lies between arguments and results is used
 * again, within a run and by the next one.
 */
export function compile(followed: Graph): Compiled {
  const graph = optimized(followed);
  const places = new Map<Atom, number>();
  const known: [number, ndarray][] = [];
  const placeOf = (atom: Atom): number => {
    let place = places.get(atom);
    if (place === undefined) {
      places.set(atom, (place = places.size));
      if (!(atom instanceof Variable)) known.push([place, atom]);
    }
    return place;
  };
  const inputs = graph.inputs.map(placeOf);
  const lastUse = new Map<Atom, number>();
  graph.equations.forEach(({ operands }, i) => operands.forEach((atom) => lastUse.set(atom, i)));
  const kept = new Set<Atom>([...graph.inputs, ...graph.outputs]);
  const steps = graph.equations.map(({ primitive, operands, params, results }, i): Step => {
    const gone = [...operands, ...results].filter(
      (atom) => atom instanceof Variable && !kept.has(atom) && (lastUse.get(atom) ?? i) === i,
    );
    return {
      run: (values) => primitive.run(values, params),
      operands: operands.map(placeOf),
      results: results.map(placeOf),
      dropped: [...new Set(gone.map(placeOf))],
    };
  });
  const outputs = graph.outputs.map(placeOf);
  const recycler = recycling();

  const run = (args: readonly ndarray[]): ndarray[] => {
    const values = new Array<ndarray | undefined>(places.size);
    for (const [place, value] of known) values[place] = value;
    inputs.forEach((place, i) => (values[place] = args[i]));
    return recycler.use(() => {
      for (const { run, operands, results, dropped } of steps) {
        const computed = run(operands.map((place) => values[place] as ndarray));
        for (let i = 0; i < results.length; i++) values[results[i]] = computed[i];
        for (const place of dropped) release(recycler, values, place);
      }
      const result = outputs.map((place) => values[place] as ndarray);
      recycler.keep(result.map(elementsOf));
      return result;
    });
  };
  const reclaim = (results: readonly ndarray[]): void =>
    results.forEach((one) => recycler.reclaim(elementsOf(one)));
  return Object.assign(run, { reclaim });
}

const compiled = new WeakMap<Graph, Compiled>();

/** The program that runs for one that was taken down, made once. */
export function compiledOf(graph: Graph): Compiled {
  let made = compiled.get(graph);
  if (!made) {
    const run = compile(graph);
    const checked = (args: readonly ndarray[]): ndarray[] =>
      checkedResults(run(args), "a loop or branch", () => evaluateGraph(graph, args));
    made = Object.assign(checked, { reclaim: run.reclaim });
    compiled.set(graph, made);
  }
  return made;
}

/**
 * Gives back what a program has computed. If that holds numbers that `jax.config` has looked for, the same is computed
 * again step by step, and the step that gives the first of them throws.
 */
export function checkedResults(results: ndarray[], name: string, stepByStep: () => unknown): ndarray[] {
  if (!areNumbersChecked()) return results;
  checkNumbers(results, () => {
    stepByStep();
    return `${name}, though not step by step`;
  });
  return results;
}

/** Gives memory back unless another value lies in it, too. */
function release(recycler: Recycler, values: (ndarray | undefined)[], place: number): void {
  const gone = values[place];
  values[place] = undefined;
  if (!gone) return;
  const data: Storage = elementsOf(gone);
  if (!values.some((other) => other !== undefined && elementsOf(other) === data)) recycler.release(data);
}
