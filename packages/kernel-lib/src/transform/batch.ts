import { onInterrupt } from "../display/onInterrupt";
import { ndarray } from "../array/ndarray";
import { bind, bodyOf } from "../ops/bind";
import type { BatchAxis, Batched, Primitive, Trace } from "../ops/primitive";
import { isTracer, Tracer } from "../ops/tracer";
import { atNextLevel } from "./levels";

/** One example that stands for a batch of them. */
export class BatchTracer extends Tracer {
  constructor(
    override readonly follower: BatchTrace,
    readonly value: ndarray,
    readonly axis: number,
  ) {
    super(
      follower,
      value.shape.filter((_, i) => i !== axis),
      value.dtype,
    );
  }

  override get origin(): string {
    return "an example";
  }
}

/** Computes a whole batch where the function sees one example. */
export class BatchTrace implements Trace {
  constructor(
    readonly level: number,
    readonly followedBy: string,
    readonly size: number,
    readonly axisName?: string,
  ) {}

  split(x: ndarray): [value: ndarray, axis: BatchAxis] {
    return isTracer(x) && x instanceof BatchTracer && x.follower === this ? [x.value, x.axis] : [x, null];
  }

  join(value: ndarray, axis: BatchAxis): ndarray {
    return axis === null ? value : new BatchTracer(this, value, axis);
  }

  process<P>(primitive: Primitive<P>, operands: readonly ndarray[], params: P): readonly ndarray[] {
    const split = operands.map((x) => this.split(x));
    const values = split.map(([value]) => value);
    const own = split.map(([, axis]) => axis);
    if (own.every((axis) => axis === null)) return bind(primitive, values, params);
    const { across } = primitive;
    const isAcross = across !== undefined && across.axisName(params) === this.axisName;
    const rule = isAcross ? across.batch : primitive.batch;
    if (rule === "body") return bodyOf(primitive, operands, params);
    const { outputs, axes } = rule(values, own, this.size, params, this.axisName);
    return outputs.map((output, i) => this.join(output, axes[i]));
  }
}

const named: BatchTrace[] = [];
onInterrupt(() => (named.length = 0));

/** The mapping over an axis of that name which is going on. */
export function namedAxis(functionName: string, name: string): BatchTrace {
  const found = named.findLast((trace) => trace.axisName === name);
  if (found) return found;
  throw new TypeError(
    `${functionName}: expected the name of an axis that jax.vmap maps over, got ${JSON.stringify(name)}`,
  );
}

/** Runs a function of examples on a batch of them. */
export function overBatch(
  followedBy: string,
  f: (...args: ndarray[]) => readonly ndarray[],
  values: readonly ndarray[],
  axes: readonly BatchAxis[],
  size: number,
  axisName?: string,
): Batched {
  return atNextLevel((level) => {
    const trace = new BatchTrace(level, followedBy, size, axisName);
    if (axisName !== undefined) named.push(trace);
    try {
      const results = f(...values.map((value, i) => trace.join(value, axes[i]))).map((x) => trace.split(x));
      return { outputs: results.map(([value]) => value), axes: results.map(([, axis]) => axis) };
    } finally {
      if (axisName !== undefined) named.pop();
    }
  });
}
