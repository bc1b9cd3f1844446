import { sameShape } from "../array/broadcast";
import type { ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import { bindOne } from "../ops/bind";
import { sum, sumPrimitive } from "../ops/broadcast";
import { dot, dotPrimitive } from "../ops/dot";
import { reshapePrimitive, transposePrimitive } from "../ops/layout";
import { add, isAddition, mapPrimitive } from "../ops/map";
import { paramsOf, Variable, type Atom, type Equation, type Graph } from "./graph";

/**
 * Of what a loop carries, finds what only adds up products, and those: the sum over all steps of products is one
 * product, of all steps' operands.
 *
 * @param carry - What is carried, as a step gets it.
 * @param fixed - What is the same for all steps.
 * @returns For each, what a step adds to it; undefined where it is something else.
 */
export function termsOf(
  graph: Graph,
  carry: readonly Variable[],
  fixed: readonly Variable[],
): (Atom | undefined)[] {
  const makers = makersOf(graph);
  const uses = new Map<Atom, number>();
  for (const atom of [...graph.outputs, ...graph.equations.flatMap(({ operands }) => operands)]) {
    uses.set(atom, (uses.get(atom) ?? 0) + 1);
  }
  const changes = (atom: Atom): boolean => atom instanceof Variable && !fixed.includes(atom);
  const added = carry.map((one, i): Atom | undefined => {
    const next = graph.outputs[i];
    const operands = addends(makers.get(next));
    if (!isFloating(one.dtype) || !operands?.includes(one)) return undefined;
    if (uses.get(one) !== 1 || uses.get(next) !== 1) return undefined;
    return operands[0] === one ? operands[1] : operands[0];
  });
  const isOfProducts = (leaf: Equation): boolean =>
    paramsOf(dotPrimitive, leaf) !== undefined && leaf.operands.every(changes);
  const products = added.filter((term) => term && leafEquations(makers, term)?.every(isOfProducts));
  const kept = new Set(leavesOf(graph, products));
  // Sums within a step are worth it if what they add up is kept anyway.
  const isCheap = (leaf: Equation): boolean =>
    isOfProducts(leaf) || (paramsOf(sumPrimitive, leaf) !== undefined && kept.has(leaf.operands[0]));
  return added.map((term) => (term && leafEquations(makers, term)?.every(isCheap) ? term : undefined));
}

/** What has to be known of all steps to add up terms. */
export function leavesOf(graph: Graph, terms: readonly (Atom | undefined)[]): Atom[] {
  const makers = makersOf(graph);
  const leaves = terms.flatMap((term) => (term && leafEquations(makers, term)) ?? []);
  return [...new Set(leaves.flatMap(({ operands }) => operands))];
}

/**
 * The sum of a term over all steps.
 *
 * @param known - The leaves of all steps, along a new first axis.
 */
export function totalOf(graph: Graph, term: Atom, known: ReadonlyMap<Atom, ndarray>): ndarray {
  const makers = makersOf(graph);
  const stacked = (atom: Atom): ndarray => known.get(atom) as ndarray;
  const up = (axes: readonly number[]): number[] => axes.map((axis) => axis + 1);
  const total = (atom: Atom): ndarray => {
    const equation = makers.get(atom) as Equation;
    const [a, b] = equation.operands;
    const product = paramsOf(dotPrimitive, equation);
    if (product) {
      const [left, right] = product.contract;
      return dot(stacked(a), stacked(b), {
        contract: [
          [0, ...up(left)],
          [0, ...up(right)],
        ],
        batch: [up(product.batch[0]), up(product.batch[1])],
      });
    }
    const reduction = paramsOf(sumPrimitive, equation);
    if (reduction) return sum(stacked(a), [0, ...up(reduction.axes)]);
    if (addends(equation)) return add(total(a), total(b));
    return bindOne(equation.primitive, [total(a)], equation.params);
  };
  return total(term);
}

const makersOf = ({ equations }: Graph): Map<Atom, Equation> =>
  new Map(equations.flatMap((equation) => equation.results.map((one) => [one, equation] as const)));

/** The two operands of an equation that adds arrays of one shape. */
function addends(equation: Equation | undefined): readonly Atom[] | undefined {
  const mapping = equation && paramsOf(mapPrimitive, equation);
  if (!mapping || !isAddition(mapping)) return undefined;
  const [a, b] = equation.operands;
  return sameShape(a.shape, b.shape) ? [a, b] : undefined;
}

/** The products and sums of which a term is the sum; undefined where it is something else. */
function leafEquations(makers: ReadonlyMap<Atom, Equation>, term: Atom): Equation[] | undefined {
  const equation = makers.get(term);
  if (!equation) return undefined;
  if (paramsOf(dotPrimitive, equation) || paramsOf(sumPrimitive, equation)) return [equation];
  const isLinear = paramsOf(reshapePrimitive, equation) ?? paramsOf(transposePrimitive, equation);
  const operands = addends(equation) ?? (isLinear ? equation.operands : []);
  const leaves = operands.map((one) => leafEquations(makers, one));
  return leaves.length > 0 && leaves.every((one) => one !== undefined) ? leaves.flat() : undefined;
}
