import { named } from "../array/named";
import type { ndarray } from "../array/ndarray";
import { toFront } from "../ops/broadcast";
import { full } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { overBatch } from "./batch";
import { forward } from "./forward";
import { closeOver, evaluateGraph, traceGraph, type Graph } from "./graph";
import type { LooseAll } from "./arguments";
import { flattened } from "./flat";
import { followed } from "./levels";
import { linearized, transposed } from "./reverse";

interface CheckpointParams {
  readonly graph: Graph;
}

/** A program of which going back keeps nothing but the operands: it is run once more then. */
const checkpointPrimitive: Primitive<CheckpointParams> = {
  name: "checkpoint",
  shape: (_, { graph }) => graph.outputs.map(({ shape, dtype }) => ({ shape, dtype })),
  run: (operands, { graph }) => evaluateGraph(graph, operands),
  jvp: "body",
  linearize: (operands, tangents, { graph }) => {
    const outputs = bind(checkpointPrimitive, operands, { graph });
    const changing = tangents.map((t) => t !== null);
    return {
      outputs,
      linear: (given) =>
        bind(tangentPrimitive, [...operands, ...given.filter((t): t is ndarray => t !== null)], {
          graph,
          changing,
        }),
    };
  },
  transpose: "none",
  batch: "body",
  body: (operands, { graph }) => evaluateGraph(graph, operands),
  isInlined: true,
  print: ({ graph }) => ({ graph }),
};

interface TangentParams extends CheckpointParams {
  /** Which operands change; their tangents come behind the operands. */
  readonly changing: readonly boolean[];
}

/** The linear part of such a program. */
const tangentPrimitive: Primitive<TangentParams> = {
  name: "checkpoint'",
  shape: (_, { graph }) => graph.outputs.map(({ shape, dtype }) => ({ shape, dtype })),
  run: (operands, params) => tangentsOf(operands, params),
  jvp: "body",
  transpose: (cotangents, operands, { graph, changing }) => {
    const primals = operands.slice(0, changing.length) as ndarray[];
    const { program, changes } = linearized(
      "jax.grad",
      (...args) => evaluateGraph(graph, args),
      primals,
      changing,
    );
    const back = transposed(
      program,
      cotangents.filter((_, i) => changes[i]),
    );
    return [...primals.map(() => null), ...back];
  },
  batch: (operands, axes, size, params, axisName) => {
    const result = overBatch(
      "jax.vmap",
      (...args) => tangentsOf(args, params),
      operands,
      axes,
      size,
      axisName,
    );
    return {
      outputs: result.outputs.map((x, i) => toFront(x, result.axes[i], size)),
      axes: result.outputs.map(() => 0),
    };
  },
  body: (operands, params) => tangentsOf(operands, params),
};

function tangentsOf(operands: readonly ndarray[], { graph, changing }: TangentParams): ndarray[] {
  const primals = operands.slice(0, changing.length);
  let at = changing.length;
  const { outputs, tangents } = forward(
    "jax.checkpoint",
    (...args) => evaluateGraph(graph, args),
    primals,
    changing.map((one) => (one ? operands[at++] : null)),
  );
  return outputs.map((x, i) => tangents[i] ?? full(0, x.shape, x.dtype));
}

/**
 * Makes a function of which going back keeps only the arguments: what lies between is computed again then, which takes
 * more time and less memory.
 *
 * @param f - A function of trees of arrays.
 * @returns A function of the same arguments, results and derivatives.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.checkpoint.html
 * @example
 * const f = jax.checkpoint((x) => jnp.sin(jnp.sin(x)));
 * jax.grad(f)(0).item(); // 1
 */
export function checkpoint<P = ndarray, A extends unknown[] = ndarray[], R = ndarray>(
  f: (x: P, ...rest: A) => R,
): (...args: LooseAll<[P, ...A]>) => R {
  const followedBy = followed("checkpoint", f);
  const checkpointed = (...args: unknown[]): unknown => {
    const flat = flattened("checkpoint", followedBy, f, args);
    const { graph, captured } = closeOver(traceGraph(followedBy, flat.arrays, flat.f));
    return flat.rebuild(bind(checkpointPrimitive, [...captured, ...flat.arrays], { graph }));
  };
  return named(f.name, checkpointed) as never;
}
