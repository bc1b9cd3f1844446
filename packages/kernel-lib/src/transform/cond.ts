import { elementsOf, type ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import * as e from "../expr";
import { toFront } from "../ops/broadcast";
import { moveAxis, reshape } from "../ops/layout";
import { full, mapped, scalar, where } from "../ops/map";
import { bind } from "../ops/bind";
import { Linear, type Aval, type Primitive, type Tangent } from "../ops/primitive";
import { overBatch } from "./batch";
import { compiledOf } from "./compile";
import { flopsOf } from "./flops";
import { closeOver, evaluateGraph, traceGraph, Variable, withKnown, type Graph } from "./graph";
import { linearized, transposed } from "./reverse";

/** One of several programs, chosen by its number, which is the first operand; the others are given to it. */
export interface CondParams {
  readonly branches: readonly Graph[];
}

const zeros = ({ shape, dtype }: Aval): ndarray => full(0, shape, dtype);

export const condPrimitive: Primitive<CondParams> = {
  name: "cond",
  shape: (_, { branches }) => branches[0].outputs.map(({ shape, dtype }) => ({ shape, dtype })),
  run: ([index, ...operands], { branches }) => {
    const place = Math.max(0, Math.min(branches.length - 1, elementsOf(index)[0]));
    return compiledOf(branches[place])(operands);
  },
  // The values by one choice, their tangents by another: a rule of the user's may hold tangents that are not known yet.
  jvp: (operands, tangents, params) => {
    const { outputs, linear } = linearize(operands, tangents, params);
    return { outputs, tangents: linear(tangents) };
  },
  linearize,
  transpose: (cotangents, [index, ...operands], { branches }) => {
    const linear = operands.map((x) => x instanceof Linear);
    const known = operands.filter((x): x is ndarray => !(x instanceof Linear));
    const has = cotangents.map((ct) => ct !== null);
    const given = cotangents.filter((ct): ct is ndarray => ct !== null);
    const results = choose(
      index as ndarray,
      branches.map((branch) => (...args: ndarray[]) => {
        const knownInputs = branch.inputs.filter((_, i) => !linear[i]);
        const program = withKnown(branch, new Map(knownInputs.map((variable, i) => [variable, args[i]])));
        let at = known.length;
        const back = transposed(
          program,
          has.map((one) => (one ? args[at++] : null)),
        );
        return program.inputs.map((variable, i) => back[i] ?? zeros(variable));
      }),
      [...known, ...given],
    );
    let at = 0;
    return [null, ...linear.map((one) => (one ? results[at++] : null))];
  },
  batch: ([index, ...operands], [indexAxis, ...axes], size, { branches }, axisName) => {
    const over = (branch: Graph, args: readonly ndarray[], own: typeof axes): ndarray[] => {
      const result = overBatch("lax.cond", (...xs) => evaluateGraph(branch, xs), args, own, size, axisName);
      return result.outputs.map((x, i) => toFront(x, result.axes[i], size));
    };
    if (indexAxis === null) {
      const outputs = choose(
        index,
        branches.map(
          (branch) =>
            (...args: ndarray[]) =>
              over(branch, args, axes),
        ),
        operands,
      );
      return { outputs, axes: outputs.map(() => 0) };
    }
    // Every example chooses for itself: all are computed, and each takes its own.
    const chosen = moveAxis(index, indexAxis, 0);
    const last = branches.length - 1;
    let outputs = over(branches[last], operands, axes);
    for (let k = last - 1; k >= 0; k--) {
      const own = over(branches[k], operands, axes);
      const isOwn = mapped(k === 0 ? e.lessEqual : e.equal, chosen, scalar(k, "int32"));
      outputs = outputs.map((x, i) =>
        where(reshape(isOwn, [size, ...new Array<number>(x.ndim - 1).fill(1)]), own[i], x),
      );
    }
    return { outputs, axes: outputs.map(() => 0) };
  },
  print: ({ branches }) => ({ branches }),
  flops: (_operands, _results, { branches }) => Math.max(...branches.map(flopsOf)),
};

/** Computes the chosen branch and keeps what its linear part needs; the others' is zeros. */
function linearize(
  [index, ...operands]: readonly ndarray[],
  [, ...tangents]: readonly Tangent[],
  { branches }: CondParams,
): ReturnType<NonNullable<Primitive<CondParams>["linearize"]>> {
  const mayChange = tangents.map((t) => t !== null);
  const changes = branches[0].outputs.map(({ dtype }) => isFloating(dtype));
  const count = branches[0].outputs.length;
  const linearBranches: Graph[] = [];
  const kept: (readonly Aval[])[] = [];
  // Each branch is followed once to see what its linear part needs; then all give all of that, zeros for the others'.
  const onward = branches.map((branch) =>
    traceGraph("lax.cond", operands, (...args) => {
      const result = linearized("jax.grad", (...xs) => evaluateGraph(branch, xs), args, mayChange);
      const { graph, captured } = closeOver(result.program);
      let next = 0;
      linearBranches.push({
        ...graph,
        outputs: branch.outputs.flatMap((out, i) => {
          if (result.changes[i]) return [graph.outputs[next++]];
          return changes[i] ? [zeros(out)] : [];
        }),
      });
      kept.push(captured.map(({ shape, dtype }) => ({ shape, dtype })));
      return [...result.outputs, ...captured];
    }),
  );
  const padded = onward.map((graph, k) => ({
    ...graph,
    outputs: [
      ...graph.outputs.slice(0, count),
      ...kept.flatMap((avals, other) => (other === k ? graph.outputs.slice(count) : avals.map(zeros))),
    ],
  }));
  const results = chooseGraph(index, padded, operands);
  const residuals = results.slice(count);
  const residualCount = residuals.length;
  const linear = (given: readonly Tangent[]): Tangent[] => {
    const present = given.slice(1).filter((t): t is ndarray => t !== null);
    let start = 0;
    const whole = linearBranches.map((graph, k): Graph => {
      const own = kept[k].length;
      const variables = Array.from({ length: residualCount }, (_, i) =>
        i >= start && i < start + own
          ? graph.inputs[i - start]
          : new Variable(residuals[i].shape, residuals[i].dtype),
      );
      start += own;
      return { ...graph, inputs: [...variables, ...graph.inputs.slice(own)] };
    });
    const outputs = chooseGraph(index, whole, [...residuals, ...present]);
    let at = 0;
    return changes.map((one) => (one ? outputs[at++] : null));
  };
  return { outputs: results.slice(0, count), linear };
}

/** Chooses among functions of arrays that give results of the same shapes and dtypes. */
export function choose(
  index: ndarray,
  branches: readonly ((...args: ndarray[]) => readonly ndarray[])[],
  operands: readonly ndarray[],
): readonly ndarray[] {
  return chooseGraph(
    index,
    branches.map((branch) => traceGraph("lax.cond", operands, branch)),
    operands,
  );
}

/** Chooses among programs; arrays of outer levels that they refer to become operands of all of them. */
export function chooseGraph(
  index: ndarray,
  branches: readonly Graph[],
  operands: readonly ndarray[],
): readonly ndarray[] {
  const closed = branches.map(closeOver);
  const captured = closed.flatMap((one) => one.captured);
  let start = 0;
  const whole = closed.map((one): Graph => {
    const own = one.captured.length;
    const first = start;
    start += own;
    const front = captured.map((x, i) =>
      i >= first && i < first + own ? one.graph.inputs[i - first] : new Variable(x.shape, x.dtype),
    );
    return { ...one.graph, inputs: [...front, ...one.graph.inputs.slice(own)] };
  });
  return bind(condPrimitive, [index, ...captured, ...operands], { branches: whole });
}
