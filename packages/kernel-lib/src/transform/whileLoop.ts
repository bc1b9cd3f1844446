import { elementsOf, ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import { toFront } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { full, where } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive, Tangent } from "../ops/primitive";
import { reduce } from "../ops/reduce";
import { overBatch } from "./batch";
import { compiledOf } from "./compile";
import { flopsOf } from "./flops";
import { forward } from "./forward";
import { closeOver, evaluateGraph, traceGraph, type Graph } from "./graph";

/** A loop that goes on while a condition holds. Operands: constants of the condition, those of a step, what is carried. */
export interface WhileParams {
  /** From (its constants, carry) to one truth value. */
  readonly condition: Graph;
  /** From (its constants, carry) to carry. */
  readonly body: Graph;
  readonly conditionConstants: number;
  readonly bodyConstants: number;
}

function split<T>(all: readonly T[], params: WhileParams): [condition: T[], body: T[], carry: T[]] {
  const first = params.conditionConstants;
  const second = first + params.bodyConstants;
  return [all.slice(0, first), all.slice(first, second), all.slice(second)];
}

export const whilePrimitive: Primitive<WhileParams> = {
  name: "while",
  shape: (operands, params) => split(operands, params)[2],
  run: (operands, params) => {
    const [forCondition, forBody, first] = split(operands, params);
    const goesOn = compiledOf(params.condition);
    const step = compiledOf(params.body);
    let carry = first;
    while (elementsOf(goesOn([...forCondition, ...carry])[0])[0] !== 0) carry = step([...forBody, ...carry]);
    return carry;
  },
  jvp: (operands, tangents, params) => {
    const [forCondition, forBody, carry] = split(operands, params);
    const [, bodyTangents, carryTangents] = split(tangents, params);
    const changes = carry.map((x) => isFloating(x.dtype));
    const zeros = (x: { shape: readonly number[]; dtype: ndarray["dtype"] }): ndarray =>
      full(0, x.shape, x.dtype);
    const dBody = bodyTangents.filter((t): t is ndarray => t !== null);
    const dCarry = carry.flatMap((x, i) => (changes[i] ? [carryTangents[i] ?? zeros(x)] : []));
    const given = [forBody, dBody, carry, dCarry];
    const body = traceGraph("lax.whileLoop", given.flat(), (...args) => {
      let at = 0;
      const [b, db, k, dk] = given.map((part) => args.slice(at, (at += part.length)));
      let [nextBody, nextCarry] = [0, 0];
      const all: Tangent[] = [
        ...bodyTangents.map((t) => (t ? db[nextBody++] : null)),
        ...changes.map((one) => (one ? dk[nextCarry++] : null)),
      ];
      const result = forward("lax.whileLoop", (...xs) => evaluateGraph(params.body, xs), [...b, ...k], all);
      return [
        ...result.outputs,
        ...result.outputs.flatMap((x, i) => (changes[i] ? [result.tangents[i] ?? zeros(x)] : [])),
      ];
    });
    const condition = traceGraph("lax.whileLoop", [...forCondition, ...carry, ...dCarry], (...args) =>
      evaluateGraph(params.condition, args.slice(0, forCondition.length + carry.length)),
    );
    const closed = closeOver(body);
    const results = bind(whilePrimitive, [...forCondition, ...closed.captured, ...given.flat()], {
      condition,
      body: closed.graph,
      conditionConstants: forCondition.length,
      bodyConstants: closed.captured.length + forBody.length + dBody.length,
    });
    let at = carry.length;
    return {
      outputs: results.slice(0, carry.length),
      tangents: changes.map((one) => (one ? results[at++] : null)),
    };
  },
  linearize: () => {
    throw new TypeError(
      "lax.whileLoop: cannot be differentiated in reverse, since the number of its steps is not known beforehand; " +
        "use lax.scan, or lax.foriLoop with bounds that are plain numbers",
    );
  },
  transpose: "none",
  batch: (operands, axes, size, params, axisName) => {
    const [forCondition, forBody, carry] = split(operands, params);
    const [conditionAxes, bodyAxes, carryAxes] = split(axes, params);
    const first = carry.map((x, i) => toFront(x, carryAxes[i], size));
    const along = carry.map(() => 0);
    /** Whether each example goes on. */
    const goOn = (constants: readonly ndarray[], values: readonly ndarray[]): ndarray => {
      const { outputs, axes: own } = overBatch(
        "lax.whileLoop",
        (...xs) => evaluateGraph(params.condition, xs),
        [...constants, ...values],
        [...conditionAxes, ...along],
        size,
        axisName,
      );
      return toFront(outputs[0], own[0], size);
    };
    const condition = traceGraph("lax.whileLoop", [...forCondition, ...first], (...args) => {
      const active = goOn(args.slice(0, forCondition.length), args.slice(forCondition.length));
      return [reduce("any", active, [0])];
    });
    const body = traceGraph("lax.whileLoop", [...forCondition, ...forBody, ...first], (...args) => {
      const constants = args.slice(0, forCondition.length);
      const own = args.slice(forCondition.length, forCondition.length + forBody.length);
      const before = args.slice(forCondition.length + forBody.length);
      const active = goOn(constants, before);
      const { outputs, axes: after } = overBatch(
        "lax.whileLoop",
        (...xs) => evaluateGraph(params.body, xs),
        [...own, ...before],
        [...bodyAxes, ...along],
        size,
        axisName,
      );
      // Examples that have ended keep what they have.
      return outputs.map((x, i) => {
        const wide = reshape(active, [size, ...new Array<number>(before[i].ndim - 1).fill(1)]);
        return where(wide, toFront(x, after[i], size), before[i]);
      });
    });
    const [conditionClosed, bodyClosed] = [closeOver(condition), closeOver(body)];
    const outputs = bind(
      whilePrimitive,
      [
        ...conditionClosed.captured,
        ...forCondition,
        ...bodyClosed.captured,
        ...forCondition,
        ...forBody,
        ...first,
      ],
      {
        condition: conditionClosed.graph,
        body: bodyClosed.graph,
        conditionConstants: conditionClosed.captured.length + forCondition.length,
        bodyConstants: bodyClosed.captured.length + forCondition.length + forBody.length,
      },
    );
    return { outputs, axes: along };
  },
  // How often it goes round is not known: one step.
  flops: (_operands, _results, { condition, body }) => flopsOf(condition) + flopsOf(body),
  print: ({ condition, body }) => ({ condition, body }),
};
