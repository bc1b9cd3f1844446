import { ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import { toFront } from "../ops/broadcast";
import { moveAxis } from "../ops/layout";
import { add, full } from "../ops/map";
import { bind } from "../ops/bind";
import { Linear, type Aval, type Primitive, type Tangent } from "../ops/primitive";
import { overBatch } from "./batch";
import { closeOver, evaluateGraph, traceGraph, Variable, withKnown, type Graph } from "./graph";
import { flopsOf } from "./flops";
import { runLoop, split, type ScanParams } from "./loop";
import { linearized, transposed } from "./reverse";

/** What a step gets of an array. */
const element = ({ shape, dtype }: Aval): Aval => ({ shape: shape.slice(1), dtype });
const zeros = ({ shape, dtype }: Aval): ndarray => full(0, shape, dtype);
const present = (tangents: readonly Tangent[]): ndarray[] =>
  tangents.filter((tangent): tangent is ndarray => tangent !== null);

export const scanPrimitive: Primitive<ScanParams> = {
  name: "scan",
  shape: (_, { body, carried, length }) =>
    body.outputs.map(({ shape, dtype }, i) => ({ shape: i < carried ? shape : [length, ...shape], dtype })),
  run: runLoop,
  // The values in one loop, their tangents in another: a rule of the user's may hold tangents that are not known yet.
  jvp: (operands, tangents, params) => {
    const { outputs, linear } = linearize(operands, tangents, params);
    return { outputs, tangents: linear(tangents) };
  },
  linearize,
  transpose,
  batch: (operands, axes, size, params, axisName) => {
    const parts = split(operands, params);
    const own = split(axes, params);
    const carry = parts.carry.map((x, i) => toFront(x, own.carry[i], size));
    const elements = parts.elements.map((x, i) => {
      const axis = own.elements[i];
      return axis === null ? x : moveAxis(x, axis, 1);
    });
    const given = [...parts.constants, ...carry, ...elements];
    const elementAxes = own.elements.map((axis) => (axis === null ? null : 0));
    const insideAxes = [...own.constants, ...carry.map(() => 0), ...elementAxes];
    const firstElement = params.constants + params.carried;
    const body = traceGraph(
      "lax.scan",
      given.map((x, i) => (i < firstElement ? x : element(x))),
      (...args) => {
        const result = overBatch(
          "lax.scan",
          (...all) => evaluateGraph(params.body, all),
          args,
          insideAxes,
          size,
          axisName,
        );
        return result.outputs.map((x, i) => toFront(x, result.axes[i], size));
      },
    );
    const closed = closeOver(body);
    const outputs = bind(scanPrimitive, [...closed.captured, ...given], {
      ...params,
      body: closed.graph,
      constants: params.constants + closed.captured.length,
    });
    return { outputs, axes: outputs.map((_, i) => (i < params.carried ? 0 : 1)) };
  },
  flops: (_operands, _results, { length, body }) => length * flopsOf(body),
  print: ({ length, reverse, body }) => ({ length, ...(reverse && { reverse }), body }),
};

const isChange = (tangent: Tangent): boolean => tangent !== null;

/** Puts what there is where it belongs, null elsewhere. */
function spread(present: readonly ndarray[], where: readonly boolean[]): Tangent[] {
  let at = 0;
  return where.map((one) => (one ? present[at++] : null));
}

/** Computes the loop and keeps of each step what its linear part needs. */
function linearize(
  operands: readonly ndarray[],
  tangents: readonly Tangent[],
  params: ScanParams,
): ReturnType<NonNullable<Primitive<ScanParams>["linearize"]>> {
  const { body, carried } = params;
  const parts = split(operands, params);
  const changes = split(tangents, params);
  const carryChanges = parts.carry.map((x) => isFloating(x.dtype));
  const mayChange = [...changes.constants.map(isChange), ...carryChanges, ...changes.elements.map(isChange)];
  const inside = [...parts.constants, ...parts.carry, ...parts.elements.map(element)];
  let program: Graph | undefined;
  let outputChanges: readonly boolean[] = [];
  let kept: ndarray[] = [];
  const onward = traceGraph("lax.scan", inside, (...args) => {
    const result = linearized("jax.grad", (...all) => evaluateGraph(body, all), args, mayChange);
    const closed = closeOver(result.program);
    program = closed.graph;
    outputChanges = result.changes;
    kept = closed.captured;
    return [...result.outputs, ...kept];
  });
  const linearBody = program as Graph;
  // What a step keeps of the constants is the same for all steps.
  const keptAtoms = onward.outputs.slice(body.outputs.length);
  const fixed = keptAtoms.map((atom) => (atom instanceof Variable ? onward.inputs.indexOf(atom) : -1));
  const isFixed = fixed.map((place) => place >= 0 && place < params.constants);
  const collecting: Graph = {
    ...onward,
    outputs: [...onward.outputs.slice(0, body.outputs.length), ...keptAtoms.filter((_, i) => !isFixed[i])],
  };
  const closed = closeOver(collecting);
  const results = bind(scanPrimitive, [...closed.captured, ...operands], {
    ...params,
    body: closed.graph,
    constants: params.constants + closed.captured.length,
  });
  const outputs = results.slice(0, body.outputs.length);
  const residuals = results.slice(body.outputs.length);
  const fixedValues = fixed.flatMap((place, i) => (isFixed[i] ? [operands[place]] : []));

  const inputs = linearBody.inputs;
  const keptInputs = inputs.slice(0, kept.length);
  let at = kept.length;
  const own = mayChange.map((one) => (one ? inputs[at++] : undefined));
  const ownParts = split(own, params);
  const isPresent = (variable: Variable | undefined): variable is Variable => variable !== undefined;
  let next = 0;
  const bodyOutputs = body.outputs.flatMap((out, i) => {
    if (outputChanges[i]) return [linearBody.outputs[next++]];
    return i < carried && carryChanges[i] ? [zeros(out)] : [];
  });
  const linearParams: ScanParams = {
    ...params,
    body: {
      inputs: [
        ...keptInputs.filter((_, i) => isFixed[i]),
        ...ownParts.constants.filter(isPresent),
        ...ownParts.carry.filter(isPresent),
        ...keptInputs.filter((_, i) => !isFixed[i]),
        ...ownParts.elements.filter(isPresent),
      ],
      equations: linearBody.equations,
      outputs: bodyOutputs,
    },
    constants: fixedValues.length + ownParts.constants.filter(isPresent).length,
    carried: carryChanges.filter(Boolean).length,
  };
  const linear = (given: readonly Tangent[]): Tangent[] => {
    const { constants, carry, elements } = split(given, params);
    const results = bind(
      scanPrimitive,
      [
        ...fixedValues,
        ...present(constants),
        ...parts.carry.flatMap((x, i) => (carryChanges[i] ? [carry[i] ?? zeros(x)] : [])),
        ...residuals,
        ...present(elements),
      ],
      linearParams,
    );
    let from = 0;
    return body.outputs.map((_, i) =>
      (i < carried ? carryChanges[i] : outputChanges[i]) ? results[from++] : null,
    );
  };
  return { outputs, linear };
}

/** Goes through the steps of a linear loop backward. */
function transpose(
  cotangents: readonly Tangent[],
  operands: readonly (ndarray | Linear)[],
  params: ScanParams,
): Tangent[] {
  const { body, carried, length } = params;
  const parts = split(operands, params);
  const variables = split(body.inputs, params);
  const isLinear = (x: ndarray | Linear): x is Linear => x instanceof Linear;
  const known = (list: readonly (ndarray | Linear)[]): ndarray[] =>
    list.filter((x): x is ndarray => !isLinear(x));
  const linearConstants = variables.constants.filter((_, i) => isLinear(parts.constants[i]));
  const linearElements = variables.elements.filter((_, i) => isLinear(parts.elements[i]));
  const knownVariables = [
    ...variables.constants.filter((_, i) => !isLinear(parts.constants[i])),
    ...variables.elements.filter((_, i) => !isLinear(parts.elements[i])),
  ];
  const [knownConstants, knownElements] = [known(parts.constants), known(parts.elements)];
  const carryCotangents = variables.carry.map((x, i) => cotangents[i] ?? zeros(x));
  const stepCotangents = cotangents.slice(carried);
  const hasStep = stepCotangents.map(isChange);
  const sums = linearConstants.map(zeros);
  const given = [knownConstants, sums, carryCotangents, knownElements, present(stepCotangents)];
  const backward = traceGraph(
    "jax.grad",
    given.flatMap((part, k) => part.map(k >= 3 ? element : (x: Aval) => x)),
    (...args) => {
      let at = 0;
      const [constants, sofar, carry, elements, steps] = given.map((part) =>
        args.slice(at, (at += part.length)),
      );
      const values = [...constants, ...elements];
      const replaced = withKnown(body, new Map(knownVariables.map((variable, i) => [variable, values[i]])));
      const program: Graph = {
        ...replaced,
        inputs: [...linearConstants, ...variables.carry, ...linearElements],
      };
      const back = transposed(program, [...carry, ...spread(steps, hasStep)]);
      const toConstants = back.slice(0, linearConstants.length);
      const rest = [...variables.carry, ...linearElements].map(
        (x, i) => back[linearConstants.length + i] ?? zeros(x),
      );
      return [
        ...sofar.map((sum, i) => {
          const more = toConstants[i];
          return more === null ? sum : add(sum, more);
        }),
        ...rest,
      ];
    },
  );
  const closed = closeOver(backward);
  const results = bind(scanPrimitive, [...closed.captured, ...given.flat()], {
    body: closed.graph,
    constants: closed.captured.length + knownConstants.length,
    carried: sums.length + carried,
    length,
    reverse: !params.reverse,
  });
  let [toConstant, toElement] = [0, sums.length + carried];
  return [
    ...parts.constants.map((x) => (isLinear(x) ? results[toConstant++] : null)),
    ...parts.carry.map((x, i) => (isLinear(x) ? results[sums.length + i] : null)),
    ...parts.elements.map((x) => (isLinear(x) ? results[toElement++] : null)),
  ];
}
