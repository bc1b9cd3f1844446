import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions, type Spelled } from "../array/options";
import { memberOf } from "../array/snakeMembers";
import { scan } from "../lax/scan";
import { add, remainder, subtract } from "../np/ufuncs";
import { concatenate } from "../ops/concatenate";
import { broadcast } from "../ops/broadcast";
import { gather, takeAlong } from "../ops/gather";
import { moveAxis, reshape, reverse } from "../ops/layout";
import { convertType } from "../ops/map";
import { key as keyOfSeed, split, type Key } from "../random/keys";
import { map as mapTrees } from "../transform/treeFunctions";
import type { Carry, RNNCellBase } from "./cell";
import { firstField, type NamedFields } from "./fields";
import { Module } from "./module";
import { unchanging } from "./moduleRuns";

/** How a recurrent layer goes along its sequences; fields of {@link RNN}, and options of its calls. */
export interface RNNDirection {
  /** Whether the axis of time comes first, before that of examples. Default: false. */
  timeMajor?: boolean | null;
  /** Whether the state after the last step is given, too: `[carry, outputs]`. Default: false. */
  returnCarry?: boolean | null;
  /** Whether to begin with the last element. Default: false. */
  reverse?: boolean | null;
  /** Whether the outputs of a reversed layer stand in the order of the inputs. Default: false. */
  keepOrder?: boolean | null;
}

/** Fields of {@link RNN}. */
export interface RNNFields extends NamedFields, RNNDirection {
  /** The cell that goes along the sequences. */
  cell?: RNNCellBase;
  /** Taken for the sake of pasted code: steps are not written out. Default: 1. */
  unroll?: number;
}

/** Options of a call of {@link RNN} and {@link Bidirectional}. */
export interface RNNOptions extends RNNDirection {
  /** The state before the first step. Default: what the cell makes. */
  initialCarry?: unknown;
  /** The key with which the cell makes the state before the first step. Default: that of seed 0. */
  initKey?: Key | null;
  /** How long each sequence is; what comes behind is padding. Default: all of them as long as the input. */
  seqLengths?: ArrayLike | null;
}

const callDefaults: Required<RNNOptions> = {
  timeMajor: null,
  returnCarry: null,
  reverse: null,
  keepOrder: null,
  initialCarry: null,
  initKey: null,
  seqLengths: null,
};

/** What a recurrent layer gives: outputs, or a pair of the last state and those, as the caller asked. */
export type RNNResult = ReturnType<JSON["parse"]>;

/**
 * A recurrent layer: has a cell go along sequences, step by step.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const layer = new nn.RNN(new nn.LSTMCell(3));
 * const x = np.ones([2, 5, 4]);
 * const variables = layer.init(jax.random.PRNGKey(0), x);
 * layer.apply(variables, x).shape; // [2, 5, 3]
 * layer.apply(variables, x, { seqLengths: [5, 2], returnCarry: true })[0][0].shape; // [2, 3]
 */
export class RNN extends Module {
  /** The cell that goes along the sequences. */
  readonly cell!: RNNCellBase;
  /** Whether the axis of time comes first, before that of examples. */
  readonly timeMajor: boolean = false;
  /** Whether the state after the last step is given, too. */
  readonly returnCarry: boolean = false;
  /** Whether to begin with the last element. */
  readonly reverse: boolean = false;
  /** Whether the outputs of a reversed layer stand in the order of the inputs. */
  readonly keepOrder: boolean = false;
  /** Taken for the sake of pasted code. */
  readonly unroll: number = 1;

  /**
   * Makes the layer.
   *
   * @param cell - The cell that goes along the sequences; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field.
   */
  constructor(cell: RNNCellBase | Spelled<RNNFields>, fields?: Spelled<RNNFields>) {
    super(firstField("cell", cell, fields));
  }

  /**
   * Goes along sequences of shape (…, time, features), or with `timeMajor` (time, …, features).
   *
   * @returns The outputs of all steps; with `returnCarry` the pair of the last state and these. With `seqLengths` that
   * is the state after the last element of each sequence; outputs behind it mean nothing.
   */
  override __call__(inputs: ArrayLike, options?: Spelled<RNNOptions>): RNNResult {
    const read = readOptions<Required<RNNOptions>>("RNN", options, callDefaults);
    const timeMajor = read.timeMajor ?? this.timeMajor;
    const x = toArray("RNN", inputs);
    const axes = memberOf(this.cell, "numFeatureAxes") as number;
    const time = timeMajor ? 0 : x.ndim - (axes + 1);
    const examples = timeMajor ? x.shape.slice(1, -axes) : x.shape.slice(0, time);
    const lengths =
      read.seqLengths === null ? null : convertType(toArray("RNN: seqLengths", read.seqLengths), "int32");
    const isReversed = read.reverse ?? this.reverse;
    const turned = (sequences: ndarray): ndarray => flipped(sequences, lengths, examples.length, time);
    const steps = moveAxis(isReversed ? turned(x) : x, time, 0);
    const first =
      (read.initialCarry as Carry | null) ??
      (memberOf(this.cell, "initializeCarry") as RNNCellBase["initializeCarry"]).call(
        this.cell,
        read.initKey ?? keyOfSeed(0),
        steps.shape.slice(1),
      );
    const returnCarry = read.returnCarry ?? this.returnCarry;
    const keepsAll = returnCarry && lengths !== null;
    const cell = this.cell as unknown as (carry: unknown, x: ndarray) => readonly [unknown, unknown];
    if (this.isInitializing()) cell(first, reshape(gather(steps, zeroPlace, "clip"), steps.shape.slice(1)));
    const [last, given] = unchanging(this, () =>
      scan(
        (carry: unknown, element: unknown) => {
          const [next, output] = cell(carry, element as ndarray);
          return [next, keepsAll ? [next, output] : output];
        },
        first as never,
        steps as never,
      ),
    ) as [unknown, unknown];
    const [states, outputs] = (keepsAll ? given : [null, given]) as [unknown, ndarray];
    const placed = moveAxis(outputs, 0, time);
    const ordered = isReversed && (read.keepOrder ?? this.keepOrder) ? turned(placed) : placed;
    if (!returnCarry) return ordered;
    return [lengths === null ? last : lastStates(states, lengths), ordered];
  }
}

const zeroPlace = new ndarray(new Int32Array(1), [1], "int32");

/** Of states along an axis of time in front, those after the last element of each sequence. */
function lastStates(states: unknown, lengths: ndarray): unknown {
  return mapTrees((state: ndarray) => {
    const places = reshape(subtract(lengths, 1), [
      1,
      ...lengths.shape,
      ...state.shape.slice(1 + lengths.ndim).map(() => 1),
    ]);
    const wide = broadcast(places, [1, ...state.shape.slice(1)]);
    return reshape(takeAlong(state, wide, 0, "clip"), state.shape.slice(1));
  }, states as never);
}

/** Turns sequences round, each up to its length. */
function flipped(x: ndarray, lengths: ndarray | null, outer: number, time: number): ndarray {
  if (lengths === null) return reverse(x, [time]);
  const steps = x.shape[time];
  const shape = x.shape.slice(0, outer + 1);
  const along = shape.map((_, axis) => (axis === time ? steps : 1));
  const places = new ndarray(
    Int32Array.from({ length: steps }, (_, i) => steps - 1 - i),
    along,
    "int32",
  );
  const each = [...lengths.shape.slice(0, time), 1, ...lengths.shape.slice(time)];
  const own = remainder(add(places, reshape(lengths, each)), steps);
  const wide = reshape(own, [...own.shape, ...x.shape.slice(outer + 1).map(() => 1)]);
  return takeAlong(x, broadcast(wide, x.shape), time, "clip");
}

/** Fields of {@link Bidirectional}. */
export interface BidirectionalFields extends NamedFields {
  /** The layer that goes forward. */
  forwardRnn?: RNN;
  /** The layer that goes backward. */
  backwardRnn?: RNN;
  /** Puts the outputs of both together. Default: side by side along the last axis. */
  mergeFn?: (forward: ndarray, backward: ndarray) => ndarray;
  /** Whether the axis of time comes first. Default: false. */
  timeMajor?: boolean;
  /** Whether the states after the last steps are given, too. Default: false. */
  returnCarry?: boolean;
}

/**
 * Two recurrent layers, of which one goes along sequences forward and the other backward.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const layer = new nn.Bidirectional(new nn.RNN(new nn.GRUCell(3)), new nn.RNN(new nn.GRUCell(3)));
 * const x = np.ones([2, 5, 4]);
 * layer.apply(layer.init(jax.random.PRNGKey(0), x), x).shape; // [2, 5, 6]
 */
export class Bidirectional extends Module {
  /** What the layers are called among the variables, as in Flax. */
  static readonly submoduleNames: Readonly<Record<string, string>> = {
    forwardRnn: "forward_rnn",
    backwardRnn: "backward_rnn",
  };
  /** The layer that goes forward. */
  readonly forwardRnn!: RNN;
  /** The layer that goes backward. */
  readonly backwardRnn!: RNN;
  /** Puts the outputs of both together. */
  readonly mergeFn: (forward: ndarray, backward: ndarray) => ndarray = sideBySide;
  /** Whether the axis of time comes first. */
  readonly timeMajor: boolean = false;
  /** Whether the states after the last steps are given, too. */
  readonly returnCarry: boolean = false;

  /**
   * Makes the layer.
   *
   * @param forwardRnn - The layer that goes forward; or all fields.
   * @param backwardRnn - The layer that goes backward.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field.
   */
  constructor(
    forwardRnn: RNN | Spelled<BidirectionalFields>,
    backwardRnn?: RNN | Spelled<BidirectionalFields>,
    fields?: Spelled<BidirectionalFields>,
  ) {
    const rest = isPlainObject(backwardRnn)
      ? backwardRnn
      : { ...fields, ...(backwardRnn && { backwardRnn }) };
    super(firstField("forwardRnn", forwardRnn, rest));
  }

  /** Goes along sequences both ways; outputs of both stand in the order of the inputs. */
  override __call__(inputs: ArrayLike, options?: Spelled<RNNOptions>): RNNResult {
    const read = readOptions<Required<RNNOptions>>("Bidirectional", options, callDefaults);
    const keys = read.initKey === null ? [null, null] : [...split(read.initKey)];
    const carries = (read.initialCarry as readonly unknown[] | null) ?? [null, null];
    const both = [this.forwardRnn, this.backwardRnn].map(
      (layer, i) =>
        layer(inputs, {
          initialCarry: carries[i],
          initKey: keys[i],
          seqLengths: read.seqLengths,
          returnCarry: true,
          timeMajor: read.timeMajor ?? this.timeMajor,
          reverse: i === 1,
          ...(i === 1 && { keepOrder: true }),
        }) as [unknown, ndarray],
    );
    const outputs = this.mergeFn(both[0][1], both[1][1]);
    return (read.returnCarry ?? this.returnCarry) ? [both.map(([carry]) => carry), outputs] : outputs;
  }
}

/** Puts arrays side by side along the last axis. */
function sideBySide(a: ndarray, b: ndarray): ndarray {
  return concatenate([a, b], a.ndim - 1);
}
