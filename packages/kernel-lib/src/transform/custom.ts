import type { ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import { sum, toFront } from "../ops/broadcast";
import { moveAxis } from "../ops/layout";
import { full } from "../ops/map";
import { bind } from "../ops/bind";
import type { Aval, Primitive, Tangent } from "../ops/primitive";
import { overBatch } from "./batch";
import { traceGraph } from "./graph";

/** A function of arrays to arrays. */
export type Flat = (...args: ndarray[]) => readonly ndarray[];

const zeros = ({ shape, dtype }: Aval): ndarray => full(0, shape, dtype);

/** A function with a rule of its own for tangents. */
export interface CustomJvpParams {
  readonly f: Flat;
  readonly rule: (
    primals: readonly ndarray[],
    tangents: readonly ndarray[],
  ) => [readonly ndarray[], readonly ndarray[]];
}

const avalsOf = (f: Flat, operands: readonly Aval[]): Aval[] =>
  traceGraph("jax.customJvp", operands, f).outputs.map(({ shape, dtype }) => ({ shape, dtype }));

/** A function of a batch whose results are all mapped along their first axis. */
const batched =
  (f: Flat, axes: readonly (number | null)[], size: number, axisName?: string): Flat =>
  (...args) => {
    const result = overBatch("jax.vmap", f, args, axes, size, axisName);
    return result.outputs.map((x, i) => toFront(x, result.axes[i], size));
  };

export const customJvpPrimitive: Primitive<CustomJvpParams> = {
  name: "customJvp",
  shape: (operands, { f }) => avalsOf(f, operands),
  run: (operands, { f }) => f(...operands),
  jvp: (operands, tangents, { rule }) => {
    const [outputs, changes] = rule(
      operands,
      operands.map((x, i) => tangents[i] ?? zeros(x)),
    );
    return { outputs, tangents: outputs.map((x, i) => (isFloating(x.dtype) ? changes[i] : null)) };
  },
  transpose: "none",
  batch: (operands, axes, size, { f, rule }, axisName) => {
    const count = operands.length;
    const outputs = bind(customJvpPrimitive, operands, {
      f: batched(f, axes, size, axisName),
      rule: (primals, tangents) => {
        const both = batched(
          (...args) => rule(args.slice(0, count), args.slice(count)).flat(),
          [...axes, ...axes],
          size,
          axisName,
        )(...primals, ...tangents);
        return [both.slice(0, both.length / 2), both.slice(both.length / 2)];
      },
    });
    return { outputs, axes: outputs.map(() => 0) };
  },
  body: (operands, { f }) => f(...operands),
  isInlined: true,
  print: () => ({}),
};

/** A function with a rule of its own for going back. */
export interface CustomVjpParams {
  readonly f: Flat;
  /** Gives the results and what going back needs. */
  readonly onward: (...args: ndarray[]) => { outputs: readonly ndarray[]; kept: readonly ndarray[] };
  /** From what was kept and the cotangents of the results to those of the arguments; null for zeros. */
  readonly back: (kept: readonly ndarray[], cotangents: readonly ndarray[]) => readonly Tangent[];
}

export const customVjpPrimitive: Primitive<CustomVjpParams> = {
  name: "customVjp",
  shape: (operands, { f }) => avalsOf(f, operands),
  run: (operands, { f }) => f(...operands),
  jvp: () => {
    throw new TypeError(
      "jax.jvp: a function made by jax.customVjp can be differentiated in reverse only; use jax.customJvp for both",
    );
  },
  linearize: (operands, tangents, { onward, back }) => {
    const { outputs, kept } = onward(...operands);
    return {
      outputs,
      linear: (given) =>
        bind(
          backPrimitive,
          [...kept, ...operands.flatMap((x, i) => (tangents[i] ? [given[i] ?? zeros(x)] : []))],
          {
            back,
            kept: kept.length,
            outputs: outputs.map(({ shape, dtype }) => ({ shape, dtype })),
            changing: tangents.map((t) => t !== null),
          },
        ),
    };
  },
  transpose: "none",
  batch: (operands, axes, size, { f, onward, back }, axisName) => {
    let keptAxes = 0;
    const outputs = bind(customVjpPrimitive, operands, {
      f: batched(f, axes, size, axisName),
      onward: (...args) => {
        const all = batched(
          (...own) => {
            const result = onward(...own);
            keptAxes = result.outputs.length;
            return [...result.outputs, ...result.kept];
          },
          axes,
          size,
          axisName,
        )(...args);
        return { outputs: all.slice(0, keptAxes), kept: all.slice(keptAxes) };
      },
      back: (kept, cotangents) => {
        const along = [...kept, ...cotangents].map(() => 0);
        const none: boolean[] = [];
        const results = batched(
          (...own) =>
            back(own.slice(0, kept.length), own.slice(kept.length)).flatMap((one, i) => {
              none[i] = one === null;
              return one === null ? [] : [one];
            }),
          along,
          size,
          axisName,
        )(...kept, ...cotangents);
        let at = 0;
        return axes.map((axis, i) => {
          if (none[i]) return null;
          const result = results[at++];
          return axis === null ? sum(result, [0]) : moveAxis(result, 0, axis);
        });
      },
    });
    return { outputs, axes: outputs.map(() => 0) };
  },
  body: (operands, { f }) => f(...operands),
  isInlined: true,
  print: () => ({}),
};

interface BackParams {
  readonly back: CustomVjpParams["back"];
  readonly kept: number;
  readonly outputs: readonly Aval[];
  /** Which arguments the linear operands stand for. */
  readonly changing: readonly boolean[];
}

/** The linear part of a function with a rule of its own: known backward alone. */
const backPrimitive: Primitive<BackParams> = {
  name: "customVjp'",
  shape: (_, { outputs }) => outputs,
  run: () => forwardOnly(),
  jvp: () => forwardOnly(),
  transpose: (cotangents, operands, { back, kept, outputs, changing }) => {
    const own = operands.slice(0, kept) as ndarray[];
    const result = back(
      own,
      outputs.map((x, i) => cotangents[i] ?? zeros(x)),
    );
    return [...own.map(() => null), ...result.filter((_, i) => changing[i])];
  },
  batch: () => forwardOnly(),
};

function forwardOnly(): never {
  throw new TypeError(
    "jax.linearize: a function made by jax.customVjp is known backward alone; use jax.customJvp",
  );
}
