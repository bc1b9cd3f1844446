import type { ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import { add } from "../ops/map";
import { bind, bodyOf } from "../ops/bind";
import { Linear, type Primitive, type Tangent, type Trace } from "../ops/primitive";
import { isTracer, Tracer } from "../ops/tracer";
import { GraphTrace, Variable, type Atom, type Graph } from "./graph";
import { atNextLevel } from "./levels";

/** A value, and its tangent as a value of a linear program that is taken down. */
class LinearizedTracer extends Tracer {
  constructor(
    override readonly follower: LinearizingTrace,
    readonly primal: ndarray,
    readonly tangent: ndarray,
  ) {
    super(follower, primal.shape, primal.dtype, isTracer(primal) ? primal.weak : undefined);
  }
}

/** Computes values, and takes down the linear program of their tangents. */
class LinearizingTrace implements Trace {
  constructor(
    readonly level: number,
    readonly followedBy: string,
  ) {}

  split(x: ndarray): [primal: ndarray, tangent: Tangent] {
    return isTracer(x) && x instanceof LinearizedTracer && x.follower === this
      ? [x.primal, x.tangent]
      : [x, null];
  }

  join(primal: ndarray, tangent: Tangent): ndarray {
    return tangent === null ? primal : new LinearizedTracer(this, primal, tangent);
  }

  process<P>(primitive: Primitive<P>, operands: readonly ndarray[], params: P): readonly ndarray[] {
    const split = operands.map((x) => this.split(x));
    const primals = split.map(([primal]) => primal);
    const changes = split.map(([, tangent]) => tangent);
    if (changes.every((tangent) => tangent === null)) return bind(primitive, primals, params);
    if (primitive.linearize) {
      const { outputs, linear } = primitive.linearize(primals, changes, params);
      const tangents = linear(changes);
      return outputs.map((output, i) => this.join(output, tangents[i]));
    }
    if (primitive.jvp === "body") return bodyOf(primitive, operands, params);
    const { outputs, tangents } = primitive.jvp(primals, changes, params);
    return outputs.map((output, i) => this.join(output, tangents[i]));
  }
}

/** The results of a function, and the linear program from the tangents of its arguments to theirs. */
export interface Linearized {
  readonly outputs: readonly ndarray[];
  /** Its outputs: the tangents of those results that change at all, in their order. */
  readonly program: Graph;
  /** Which results change at all. */
  readonly changes: readonly boolean[];
}

/** Runs a function of arrays and takes down how its results change with those arguments that may change. */
export function linearized(
  followedBy: string,
  f: (...args: ndarray[]) => readonly ndarray[],
  primals: readonly ndarray[],
  mayChange: readonly boolean[] = primals.map((x) => isFloating(x.dtype)),
): Linearized {
  return atNextLevel((level) => {
    const trace = new LinearizingTrace(level, followedBy);
    const linear = new GraphTrace(level, followedBy);
    const tangents = primals.map((x, i) => (mayChange[i] ? linear.argument(x) : null));
    const args = primals.map((x, i) => trace.join(x, tangents[i]));
    const results = f(...args).map((x) => trace.split(x));
    const program: Graph = {
      inputs: tangents.flatMap((tangent) => (tangent ? [tangent.variable] : [])),
      equations: linear.equations,
      outputs: results.flatMap(([, tangent]) => (tangent ? [linear.atom(tangent)] : [])),
    };
    linear.close();
    return {
      outputs: results.map(([primal]) => primal),
      program,
      changes: results.map(([, tangent]) => tangent !== null),
    };
  });
}

/**
 * Runs a linear program backward: from cotangents of its outputs to those of its inputs.
 *
 * @param cotangents - null stands for zeros.
 */
export function transposed(program: Graph, cotangents: readonly Tangent[]): Tangent[] {
  const collected = new Map<Variable, ndarray>();
  const collect = (atom: Atom, cotangent: Tangent): void => {
    if (!(atom instanceof Variable) || cotangent === null) return;
    const sofar = collected.get(atom);
    collected.set(atom, sofar === undefined ? cotangent : add(sofar, cotangent));
  };
  const needed = dependents(program);
  program.outputs.forEach((atom, i) => collect(atom, cotangents[i]));
  for (let i = program.equations.length - 1; i >= 0; i--) {
    const { primitive, operands, params, results } = program.equations[i];
    const given = results.map((variable) => collected.get(variable) ?? null);
    results.forEach((variable) => collected.delete(variable));
    if (given.every((cotangent) => cotangent === null) || !results.some((one) => needed.has(one))) continue;
    if (primitive.transpose === "none") {
      throw new TypeError(`jax.grad: ${primitive.name} cannot be differentiated in reverse`);
    }
    const values = operands.map((atom) =>
      atom instanceof Variable ? new Linear(atom.shape, atom.dtype) : atom,
    );
    const back = primitive.transpose(given, values, params);
    operands.forEach((atom, k) => collect(atom, back[k]));
  }
  return program.inputs.map((variable) => collected.get(variable) ?? null);
}

/** The values of a program that depend on its inputs. */
function dependents({ inputs, equations }: Graph): Set<Variable> {
  const found = new Set(inputs);
  for (const { operands, results } of equations) {
    if (operands.some((atom) => atom instanceof Variable && found.has(atom))) {
      for (const one of results) found.add(one);
    }
  }
  return found;
}
