import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";

/** What is known of an array without its values. */
export interface Aval {
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** How many elements an array has. */
export const lengthOf = ({ shape }: Aval): number => shape.reduce((product, length) => product * length, 1);

/** The change of an operand or result in some direction; null where it does not change. */
export type Tangent = ndarray | null;

/** In a linear program, an operand that the results depend on linearly and whose value is not known. */
export class Linear implements Aval {
  constructor(
    readonly shape: readonly number[],
    readonly dtype: DType,
  ) {}
}

/** The results of a primitive beside their tangents. */
export interface Dual {
  readonly outputs: readonly ndarray[];
  readonly tangents: readonly Tangent[];
}

/** The axis along which an operand or result is mapped; null where it is the same for all. */
export type BatchAxis = number | null;

/** The results of a primitive over a batch, with the axis along which each is mapped. */
export interface Batched {
  readonly outputs: readonly ndarray[];
  readonly axes: readonly BatchAxis[];
}

/** A linear program that a primitive leaves behind: tangents of its operands to those of its results. */
export type LinearPart = (tangents: readonly Tangent[]) => readonly Tangent[];

/** How results change with operands. */
export type JvpRule<P> = (operands: readonly ndarray[], tangents: readonly Tangent[], params: P) => Dual;

/** What becomes of a batch; operands and results are mapped along one axis each. */
export type BatchRule<P> = (
  operands: readonly ndarray[],
  axes: readonly BatchAxis[],
  size: number,
  params: P,
  axisName?: string,
) => Batched;

/**
 * An operation on whole arrays, with every rule that transformations need. Rules are written with {@link bind}, so that
 * they can be followed in their turn.
 */
export interface Primitive<P> {
  readonly name: string;
  /** The shapes and dtypes of the results. Operands have been checked by the function the user called. */
  readonly shape: (operands: readonly Aval[], params: P) => readonly Aval[];
  /** Computes the results from known values. */
  readonly run: (operands: readonly ndarray[], params: P) => readonly ndarray[];
  /** The results and their tangents, from operands and theirs, of which at least one is not null; "body": as its body. */
  readonly jvp: JvpRule<P> | "body";
  /**
   * For what is linear in those operands that are {@link Linear}: cotangents of the results to those of the operands,
   * null for all others. "none" where nothing is linear.
   */
  readonly transpose:
    | ((cotangents: readonly Tangent[], operands: readonly (ndarray | Linear)[], params: P) => Tangent[])
    | "none";
  /** The results for operands of which at least one has an axis more; "body": as its body. */
  readonly batch: BatchRule<P> | "body";
  /** Splits off what is linear in the tangents, where that cannot be read off `jvp`: loops and branches. */
  readonly linearize?: (
    operands: readonly ndarray[],
    tangents: readonly Tangent[],
    params: P,
  ) => { outputs: readonly ndarray[]; linear: LinearPart };
  /** The same in terms of other primitives. */
  readonly body?: (operands: readonly ndarray[], params: P) => readonly ndarray[];
  /** Whether a compiled program has the body in its place: it is there for a derivative of its own, not for speed. */
  readonly isInlined?: boolean;
  /** For what works across a named axis: its name, and what becomes of a batch along it. */
  readonly across?: {
    readonly axisName: (params: P) => string;
    readonly batch: BatchRule<P>;
  };
  /** How many operations on numbers it takes, as XLA counts them; left out where it only moves numbers, or has a body. */
  readonly flops?: (operands: readonly Aval[], results: readonly Aval[], params: P) => number;
  /** What a printed program says of the parameters. */
  readonly print?: (params: P) => Readonly<Record<string, unknown>>;
}

/** One level of a transformation: what happens to a primitive among whose operands are its tracers. */
export interface Trace {
  /** Levels of transformations that run within others are higher. */
  readonly level: number;
  /** The transformation and the function it follows, for messages: "jax.jit(loss)". */
  readonly followedBy: string;
  process<P>(primitive: Primitive<P>, operands: readonly ndarray[], params: P): readonly ndarray[];
}
