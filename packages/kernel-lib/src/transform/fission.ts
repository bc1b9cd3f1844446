import type { ndarray } from "../array/ndarray";
import { convolutionPrimitive } from "../ops/convolution";
import { dotPrimitive } from "../ops/dot";
import { toFront } from "../ops/broadcast";
import type { Aval } from "../ops/primitive";
import { overBatch } from "./batch";
import { evaluateGraph, hasEffect, paramsOf, traceGraph, Variable } from "./graph";
import type { Atom, Equation, Graph } from "./graph";
import { simplified } from "./optimize";
import { leavesOf, termsOf, totalOf } from "./stepSums";

/** A loop's body takes what is the same for all steps, what is carried, and an element each step of some arrays. */
export interface LoopShape {
  readonly constants: number;
  readonly carried: number;
  readonly length: number;
}

/**
 * A loop of which products were taken out that no step waits for: they are computed for all steps at once, before the
 * loop where they follow from the elements alone, behind it where only results need them. A sum of one product a step,
 * such as the gradient of a weight, is one product over all steps. Compilers call this loop fission.
 */
export interface Fission {
  /** Of the carry, what is a sum over steps: it is not carried any more. */
  readonly isSum: readonly boolean[];
  /** From the constants and elements to further elements. */
  readonly before: Graph;
  /** From the constants, the carry, and an element of each array to the carry and what the rest needs of a step. */
  readonly body: Graph;
  /** From the constants, elements, and what steps gave to the sums, without what they began with, and the results. */
  readonly after: Graph;
}

/** Shorter loops stay as they are, and those of which steps would keep more elements together. */
const [fewestSteps, mostElements] = [4, 2 ** 24];

/** Takes products out of a loop; undefined where none can be. */
export function fission(whole: Graph, { constants, carried, length }: LoopShape): Fission | undefined {
  if (length < fewestSteps) return undefined;
  const graph = simplified(whole);
  const fixed = graph.inputs.slice(0, constants);
  const carry = graph.inputs.slice(constants, constants + carried);
  const elements = graph.inputs.slice(constants + carried);
  const terms = termsOf(graph, carry, fixed);
  const isCarried = (_: unknown, i: number): boolean => terms[i] === undefined;
  const loopCarry = carry.filter(isCarried);
  const next = graph.outputs.slice(0, carried).filter(isCarried);
  const leaves = leavesOf(graph, terms);
  const results = [...leaves, ...graph.outputs.slice(carried)];

  const parts = partsOf(graph.equations, carry, elements, next, results);
  if (parts.before.length + parts.after.length + leaves.length === 0) return undefined;
  const inLoop = used(parts.loop, next);
  const behind = used(parts.after, results);
  const made = resultsOf(parts.before).filter((one) => inLoop.has(one) || behind.has(one));
  const collected = [...loopCarry, ...resultsOf(parts.loop)].filter((one) => behind.has(one));
  if (sizeOf([...made, ...collected]) * length > mostElements) return undefined;

  const before = { inputs: [...fixed, ...elements], equations: parts.before, outputs: made };
  const inputs = [...before.inputs, ...made, ...collected];
  const after = { inputs, equations: parts.after, outputs: results };
  return {
    isSum: terms.map((term) => term !== undefined),
    before: overSteps(before, constants, length),
    body: {
      inputs: [...fixed, ...loopCarry, ...elements, ...made],
      equations: parts.loop,
      outputs: [...next, ...collected],
    },
    after: overSteps(after, constants, length, (values) => {
      const known = new Map(leaves.map((leaf, i) => [leaf, values[i]]));
      const sums = terms.flatMap((term) => (term ? [totalOf(graph, term, known)] : []));
      return [...sums, ...values.slice(leaves.length)];
    }),
  };
}

const sizeOf = (values: readonly Aval[]): number =>
  values.reduce((sum, { shape }) => sum + shape.reduce((product, length) => product * length, 1), 0);

const resultsOf = (equations: readonly Equation[]): Variable[] => equations.flatMap(({ results }) => results);

/** What equations and results need. */
const used = (equations: readonly Equation[], results: readonly Atom[]): Set<Atom> =>
  new Set([...results, ...equations.flatMap(({ operands }) => operands)]);

/** Says whether an equation costs so much more than keeping its operands that it is worth being computed elsewhere. */
const isProduct = (equation: Equation): boolean =>
  paramsOf(dotPrimitive, equation) !== undefined || paramsOf(convolutionPrimitive, equation) !== undefined;

/** Which equations are computed before a loop, in it, and behind it; each list in order. */
function partsOf(
  equations: readonly Equation[],
  carry: readonly Variable[],
  elements: readonly Variable[],
  next: readonly Atom[],
  results: readonly Atom[],
): { before: Equation[]; loop: Equation[]; after: Equation[] } {
  const live = needed(equations, equations.filter(hasEffect), [...next, ...results]);
  const [waiting, changing] = [following(live, carry), following(live, elements)];
  const isFree = (one: Equation): boolean => isProduct(one) && !waiting.has(one) && changing.has(one);
  const before = needed(live, live.filter(isFree), []);
  const rest = without(live, before);
  const later = without(rest, needed(rest, rest.filter(hasEffect), next));
  const products = later.filter(isProduct);
  const behind = following(later, resultsOf(products));
  const after = later.filter((one) => isProduct(one) || behind.has(one));
  return { before, loop: without(rest, after), after };
}

const without = (all: readonly Equation[], some: readonly Equation[]): Equation[] => {
  const left = new Set(some);
  return all.filter((one) => !left.has(one));
};

/** Of equations, some and whatever these or results need. */
function needed(
  equations: readonly Equation[],
  some: readonly Equation[],
  results: readonly Atom[],
): Equation[] {
  const wanted = used(some, results);
  const kept = new Set(some);
  for (let i = equations.length - 1; i >= 0; i--) {
    if (!equations[i].results.some((one) => wanted.has(one))) continue;
    kept.add(equations[i]);
    for (const one of equations[i].operands) wanted.add(one);
  }
  return equations.filter((one) => kept.has(one));
}

/** The equations whose results depend on values. */
function following(equations: readonly Equation[], values: readonly Atom[]): Set<Equation> {
  const reached = new Set(values);
  const found = new Set<Equation>();
  for (const equation of equations) {
    if (!equation.operands.some((one) => reached.has(one))) continue;
    found.add(equation);
    for (const one of equation.results) reached.add(one);
  }
  return found;
}

/** A program for all steps at once: its inputs, except for the first, and its results have an axis of steps in front. */
function overSteps(
  graph: Graph,
  constants: number,
  length: number,
  finish: (values: readonly ndarray[]) => readonly ndarray[] = (values) => values,
): Graph {
  const isLong = graph.inputs.map((_, i) => i >= constants);
  const inputs = graph.inputs.map(({ shape, dtype }, i) => ({
    shape: isLong[i] ? [length, ...shape] : shape,
    dtype,
  }));
  return traceGraph("lax.scan", inputs, (...args) => {
    const axes = isLong.map((one) => (one ? 0 : null));
    const all = overBatch("lax.scan", (...own) => evaluateGraph(graph, own), args, axes, length);
    return finish(all.outputs.map((x, i) => toFront(x, all.axes[i], length)));
  });
}
