import type { ndarray } from "../array/ndarray";
import { substitute, input, type Expr, type Input } from "../expr";
import { beforeTranspose, dotPrimitive } from "../ops/dot";
import { transposePrimitive } from "../ops/layout";
import { Mapping, mapPrimitive } from "../ops/map";
import { bind, bodyOf } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { sameShape } from "../array/broadcast";
import { hasEffect, paramsOf, traceGraph, Variable, type Atom, type Equation, type Graph } from "./graph";
import { withJoinedPads } from "./joinPads";

/** Puts a program in order: bodies in place of what has one, nothing twice, nothing in vain, elementwise runs as one. */
export function optimized(graph: Graph): Graph {
  return fused(simplified(graph));
}

/** The same, but for elementwise runs. */
export function simplified(graph: Graph): Graph {
  return withoutDead(withJoinedPads(withoutTransposes(withoutEqual(withoutDead(withBodies(graph))))));
}

/** Has products read their operands as they were before their axes were put in another order. */
function withoutTransposes(graph: Graph): Graph {
  const makers = new Map<Atom, Equation>();
  const equations = graph.equations.map((equation) => {
    let current = equation;
    for (const side of [0, 1] as const) {
      const maker = makers.get(equation.operands[side]);
      const transposed = maker && paramsOf(transposePrimitive, maker);
      const product = paramsOf(dotPrimitive, current);
      const params = transposed && product && beforeTranspose(side, transposed.order, product);
      if (!params) continue;
      const operands = current.operands.map((atom, i) => (i === side ? maker.operands[0] : atom));
      current = { ...current, operands, params };
    }
    for (const result of current.results) makers.set(result, current);
    return current;
  });
  return { ...graph, equations };
}

/** Replaces what has a body by it: derivatives of its own are of no use any more. */
export function withBodies(graph: Graph): Graph {
  if (graph.equations.every(({ primitive }) => !primitive.isInlined)) return graph;
  const written = traceGraph("jax.jit", graph.inputs, (...args) => {
    const values = new Map<Variable, ndarray>();
    graph.inputs.forEach((variable, i) => values.set(variable, args[i]));
    const read = (atom: Atom): ndarray => (atom instanceof Variable ? (values.get(atom) as ndarray) : atom);
    for (const { primitive, operands, params, results } of graph.equations) {
      const own = operands.map(read);
      const computed = primitive.isInlined ? bodyOf(primitive, own, params) : bind(primitive, own, params);
      results.forEach((variable, i) => values.set(variable, computed[i]));
    }
    return graph.outputs.map(read);
  });
  return withBodies(written);
}

/** Leaves out what no result depends on; what has no results is there for what else it does. */
export function withoutDead(graph: Graph): Graph {
  const needed = new Set<Atom>(graph.outputs);
  const kept: Equation[] = [];
  for (let i = graph.equations.length - 1; i >= 0; i--) {
    const equation = graph.equations[i];
    if (!hasEffect(equation) && !equation.results.some((one) => needed.has(one))) continue;
    for (const atom of equation.operands) needed.add(atom);
    kept.push(equation);
  }
  return { ...graph, equations: kept.reverse() };
}

/** Computes once what several equations compute. */
function withoutEqual(graph: Graph): Graph {
  const replaced = new Map<Atom, Atom>();
  const known = new Map<string, Equation>();
  const keyOf = numbering();
  const equations: Equation[] = [];
  for (const equation of graph.equations) {
    const operands = equation.operands.map((atom) => replaced.get(atom) ?? atom);
    if (hasEffect(equation)) {
      equations.push({ ...equation, operands });
      continue;
    }
    const key = `${keyOf(equation.primitive)}(${operands.map(keyOf).join()})${paramsKey(equation.params, keyOf)}`;
    const same = known.get(key);
    if (same) equation.results.forEach((variable, i) => replaced.set(variable, same.results[i]));
    else {
      const kept = { ...equation, operands };
      known.set(key, kept);
      equations.push(kept);
    }
  }
  return { ...graph, equations, outputs: graph.outputs.map((atom) => replaced.get(atom) ?? atom) };
}

/** Gives every object a number of its own. */
function numbering(): (value: object) => number {
  const ids = new Map<object, number>();
  return (value) => {
    let id = ids.get(value);
    if (id === undefined) ids.set(value, (id = ids.size));
    return id;
  };
}

/** What parameters say; objects other than lists of numbers are told apart by identity. */
function paramsKey(params: unknown, keyOf: (value: object) => number): string {
  if (params instanceof Mapping) return String(keyOf(params));
  if (typeof params === "function") return String(keyOf(params));
  if (typeof params !== "object" || params === null) return String(params);
  if (Array.isArray(params)) return `[${params.map((one) => paramsKey(one, keyOf)).join()}]`;
  if (Object.getPrototypeOf(params) !== Object.prototype) return String(keyOf(params));
  return `{${Object.entries(params)
    .map(([key, value]) => `${key}:${paramsKey(value, keyOf)}`)
    .join()}}`;
}

/** The largest number of operands of a kernel. */
const mostOperands = 24;

/** Computes a run of elementwise equations in one pass, where each is needed by the next alone. */
function fused(graph: Graph): Graph {
  const uses = new Map<Atom, number>();
  const count = (atom: Atom): void => void uses.set(atom, (uses.get(atom) ?? 0) + 1);
  for (const { operands } of graph.equations) operands.forEach(count);
  graph.outputs.forEach(count);
  const outputs = new Set<Atom>(graph.outputs);
  const makers = new Map<Atom, Equation<Mapping>>();
  const merged = new Set<Equation>();
  const equations = graph.equations.map((equation): Equation => {
    if ((equation.primitive as Primitive<never>) !== mapPrimitive) return equation;
    let current = equation as Equation<Mapping>;
    for (let i = 0; i < current.operands.length;) {
      const operand = current.operands[i];
      const maker = makers.get(operand);
      const alone = uses.get(operand) === current.operands.filter((one) => one === operand).length;
      if (maker && alone && !outputs.has(operand) && fitsInto(maker, current)) {
        merged.add(maker as Equation);
        makers.delete(operand);
        current = mergedInto(maker, current, operand);
        i = 0;
      } else i++;
    }
    makers.set(current.results[0], current);
    return current as Equation;
  });
  const latest = new Map<Equation, boolean>();
  for (const one of merged) latest.set(one, true);
  return { ...graph, equations: equations.filter((equation) => !latest.has(equation)) };
}

function fitsInto(maker: Equation<Mapping>, user: Equation<Mapping>): boolean {
  return (
    maker.params.isFast === user.params.isFast &&
    sameShape(maker.results[0].shape, user.results[0].shape) &&
    maker.operands.length + user.operands.length <= mostOperands
  );
}

/** One equation that computes both. */
function mergedInto(maker: Equation<Mapping>, user: Equation<Mapping>, operand: Atom): Equation<Mapping> {
  const operands: Atom[] = [];
  const inputs: Input[] = [];
  const place = (atom: Atom, type: Input["kind"]): Input => {
    const at = operands.indexOf(atom);
    if (at >= 0) return inputs[at];
    operands.push(atom);
    inputs.push(input(`x${operands.length}`, type));
    return inputs[inputs.length - 1];
  };
  const renamed = ({ params, operands: own }: Equation<Mapping>, inner?: Expr): Expr => {
    const replacements = new Map<Expr, Expr>();
    params.inputs.forEach((one, i) => {
      replacements.set(one, inner && own[i] === operand ? inner : place(own[i], one.kind));
    });
    return substitute(params.expression, replacements);
  };
  const expression = renamed(user, renamed(maker));
  const mapping = new Mapping(
    `${maker.params.name} ${user.params.name}`,
    expression,
    inputs,
    operands.map((atom) => atom.dtype),
  );
  return { ...user, operands, params: mapping };
}
