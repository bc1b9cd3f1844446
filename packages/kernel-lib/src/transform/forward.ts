import type { ndarray } from "../array/ndarray";
import { bind, bodyOf } from "../ops/bind";
import type { Primitive, Tangent, Trace } from "../ops/primitive";
import { isTracer, Tracer } from "../ops/tracer";
import { atNextLevel } from "./levels";

/** A value and how it changes. */
class DualTracer extends Tracer {
  constructor(
    override readonly follower: ForwardTrace,
    readonly primal: ndarray,
    readonly tangent: Tangent,
  ) {
    super(follower, primal.shape, primal.dtype, isTracer(primal) ? primal.weak : undefined);
  }
}

/** Carries tangents along with values. */
class ForwardTrace implements Trace {
  constructor(
    readonly level: number,
    readonly followedBy: string,
  ) {}

  split(x: ndarray): [primal: ndarray, tangent: Tangent] {
    return isTracer(x) && x instanceof DualTracer && x.follower === this ? [x.primal, x.tangent] : [x, null];
  }

  join(primal: ndarray, tangent: Tangent): ndarray {
    return tangent === null ? primal : new DualTracer(this, primal, tangent);
  }

  process<P>(primitive: Primitive<P>, operands: readonly ndarray[], params: P): readonly ndarray[] {
    const split = operands.map((x) => this.split(x));
    const primals = split.map(([primal]) => primal);
    const changes = split.map(([, tangent]) => tangent);
    if (changes.every((tangent) => tangent === null)) return bind(primitive, primals, params);
    if (primitive.jvp === "body") return bodyOf(primitive, operands, params);
    const { outputs, tangents } = primitive.jvp(primals, changes, params);
    return outputs.map((output, i) => this.join(output, tangents[i]));
  }
}

/** Runs a function of arrays; gives its results, and how they change as the arguments do. */
export function forward(
  followedBy: string,
  f: (...args: ndarray[]) => readonly ndarray[],
  primals: readonly ndarray[],
  tangents: readonly Tangent[],
): { outputs: ndarray[]; tangents: Tangent[] } {
  return atNextLevel((level) => {
    const trace = new ForwardTrace(level, followedBy);
    const results = f(...primals.map((primal, i) => trace.join(primal, tangents[i]))).map((x) =>
      trace.split(x),
    );
    return { outputs: results.map(([primal]) => primal), tangents: results.map(([, tangent]) => tangent) };
  });
}
