import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { bind } from "../ops/bind";
import type { Aval, Primitive, Trace } from "../ops/primitive";
import { isTracer, Tracer, type Weak } from "../ops/tracer";
import { atNextLevel } from "./levels";

/** A value within a program. */
export class Variable implements Aval {
  constructor(
    readonly shape: readonly number[],
    readonly dtype: DType,
  ) {}
}

/** What an equation works on: a value of the program, or a known array. */
export type Atom = Variable | ndarray;

/** One step of a program. */
export interface Equation<P = unknown> {
  readonly primitive: Primitive<P>;
  readonly operands: readonly Atom[];
  readonly params: P;
  readonly results: readonly Variable[];
}

/** The parameters of an equation that applies a primitive; undefined of others. */
export const paramsOf = <P>(primitive: Primitive<P>, { primitive: own, params }: Equation): P | undefined =>
  (own as Primitive<never>) === (primitive as Primitive<never>) ? (params as P) : undefined;

/** Whether an equation does something beside giving results, which it does not. */
export const hasEffect = ({ results }: Equation): boolean => results.length === 0;

/** A program over arrays: what is called a jaxpr in JAX. */
export interface Graph {
  readonly inputs: readonly Variable[];
  readonly equations: readonly Equation[];
  readonly outputs: readonly Atom[];
}

/** A value that is taken down instead of computed. */
export class GraphTracer extends Tracer {
  constructor(
    override readonly follower: GraphTrace,
    readonly variable: Variable,
    weak?: Weak,
    readonly from?: string,
  ) {
    super(follower, variable.shape, variable.dtype, weak);
  }

  override get origin(): string {
    return this.from ?? "a result";
  }
}

/** Takes down what a function computes. */
export class GraphTrace implements Trace {
  readonly equations: Equation[] = [];
  #open = true;

  constructor(
    readonly level: number,
    readonly followedBy: string,
  ) {}

  /** An argument of the function that is followed. */
  argument({ shape, dtype }: Aval, weak?: Weak, from?: string): GraphTracer {
    return new GraphTracer(this, new Variable(shape, dtype), weak, from);
  }

  /** What an array is in the equations: known ones, and those of outer levels, stand for themselves. */
  atom(x: ndarray): Atom {
    return isTracer(x) && x instanceof GraphTracer && x.follower === this ? x.variable : x;
  }

  process<P>(primitive: Primitive<P>, operands: readonly ndarray[], params: P): readonly ndarray[] {
    if (!this.#open) {
      throw new TypeError(
        `${primitive.name}: an array from within ${this.followedBy} is used after it has ended; return it instead of keeping it`,
      );
    }
    const results = primitive.shape(operands, params).map(({ shape, dtype }) => new Variable(shape, dtype));
    this.equations.push({
      primitive,
      operands: operands.map((x) => this.atom(x)),
      params,
      results,
    } as Equation);
    return results.map((variable) => new GraphTracer(this, variable));
  }

  close(): void {
    this.#open = false;
  }
}

/** What a function needs to be followed: arguments of these shapes and dtypes. */
export interface Argument extends Aval {
  readonly weak?: Weak;
  readonly from?: string;
}

/** Follows a function of arrays; gives the program of what it computes. */
export function traceGraph(
  followedBy: string,
  args: readonly Argument[],
  f: (...tracers: ndarray[]) => readonly ndarray[],
): Graph {
  return atNextLevel((level) => {
    const trace = new GraphTrace(level, followedBy);
    const tracers = args.map((arg) => trace.argument(arg, arg.weak, arg.from));
    try {
      const outputs = f(...tracers).map((x) => trace.atom(x));
      return { inputs: tracers.map(({ variable }) => variable), equations: trace.equations, outputs };
    } finally {
      trace.close();
    }
  });
}

/** Runs a program, one equation after the other, under whatever follows its arguments. */
export function evaluateGraph(graph: Graph, args: readonly ndarray[]): ndarray[] {
  const values = new Map<Variable, ndarray>();
  graph.inputs.forEach((variable, i) => values.set(variable, args[i]));
  const read = (atom: Atom): ndarray => (atom instanceof Variable ? (values.get(atom) as ndarray) : atom);
  for (const { primitive, operands, params, results } of graph.equations) {
    const computed = bind(primitive, operands.map(read), params);
    results.forEach((variable, i) => values.set(variable, computed[i]));
  }
  return graph.outputs.map(read);
}

/**
 * Makes arrays of outer levels that a program refers to its arguments, so that it can be run elsewhere.
 *
 * @returns The program with further inputs in front, and what is to be given for them.
 */
export function closeOver(graph: Graph): { graph: Graph; captured: ndarray[] } {
  const replaced = new Map<ndarray, Variable>();
  const atom = (one: Atom): Atom => {
    if (one instanceof Variable || !isTracer(one)) return one;
    let variable = replaced.get(one);
    if (!variable) replaced.set(one, (variable = new Variable(one.shape, one.dtype)));
    return variable;
  };
  const equations = graph.equations.map((equation) => ({
    ...equation,
    operands: equation.operands.map(atom),
  }));
  const outputs = graph.outputs.map(atom);
  return {
    graph: { inputs: [...replaced.values(), ...graph.inputs], equations, outputs },
    captured: [...replaced.keys()],
  };
}

/** A program in which some inputs are known; what follows from them alone is computed at once. */
export function withKnown(graph: Graph, inputs: ReadonlyMap<Variable, ndarray>): Graph {
  const values = new Map(inputs);
  const atom = (one: Atom): Atom => (one instanceof Variable ? (values.get(one) ?? one) : one);
  const isKnown = (one: Atom): one is ndarray => !(one instanceof Variable);
  const equations: Equation[] = [];
  for (const equation of graph.equations) {
    const operands = equation.operands.map(atom);
    if (operands.every(isKnown)) {
      const computed = bind(equation.primitive, operands, equation.params);
      equation.results.forEach((variable, i) => values.set(variable, computed[i]));
    } else equations.push({ ...equation, operands });
  }
  return {
    inputs: graph.inputs.filter((variable) => !inputs.has(variable)),
    equations,
    outputs: graph.outputs.map(atom),
  };
}
