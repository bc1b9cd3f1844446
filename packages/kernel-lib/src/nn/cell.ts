import type { Anything } from "../array/anything";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { checkInteger } from "../array/checks";
import { addSnakeNames } from "../array/snakeMembers";
import { split, type Key } from "../random/keys";
import { Dense } from "./dense";
import { firstField, type ParameterFields } from "./fields";
import type { Initializer } from "./initializer";
import { Module } from "./module";

/** An elementwise function, such as `nn.tanh`. */
export type Elementwise = (x: ArrayLike) => ndarray;

/** Fields that all recurrent cells have. */
export interface CellFields extends ParameterFields {
  /** How many numbers the state has. */
  features?: number;
  /** Makes the state before the first step. Default: `zeros`. */
  carryInit?: Initializer;
}

/** Fields of recurrent cells that multiply inputs and state with kernels. */
export interface DenseCellFields extends CellFields {
  /** What the state goes through. Default: `nn.tanh`. */
  activationFn?: Elementwise;
  /** Makes the first kernels that inputs are multiplied by. Default: `lecunNormal()`. */
  kernelInit?: Initializer;
  /** Makes the first kernels that the state is multiplied by. Default: `orthogonal()`. */
  recurrentKernelInit?: Initializer;
  /** Makes the first biases. Default: `zeros`. */
  biasInit?: Initializer;
}

/** Fields of recurrent cells with gates. */
export interface GatedCellFields extends DenseCellFields {
  /** What opens and closes the gates. Default: `nn.sigmoid`. */
  gateFn?: Elementwise;
}

/** The state of a cell between two steps. */
export type Carry = ndarray | readonly ndarray[];

/** What all recurrent cells have in common: from a state and an input they make a state and an output. */
export class RNNCellBase extends Module {
  /** How many axes of the input, the last ones, belong to one step of one example. */
  get numFeatureAxes(): number {
    return 1;
  }

  /** Computes the next state and the output. */
  override __call__(carry: Anything, inputs: Anything): Anything {
    return super.__call__(carry, inputs);
  }

  /**
   * Makes the state before the first step, for inputs of a shape without the axis of time; cells write it.
   *
   * @throws TypeError where a cell has not.
   */
  initializeCarry(_rng: Key, _inputShape: readonly number[]): Anything {
    throw new TypeError(`${this.constructor.name}: expected the class to have a method initializeCarry`);
  }
}

/** What the cells that are here have in common: where their states come from, and layers of a name. */
export abstract class DenseCell extends RNNCellBase {
  abstract readonly paramDtype: DType;
  abstract readonly carryInit: Initializer;

  /** A part of the state, of a shape. */
  protected newState(rng: Key, shape: readonly number[]): ndarray {
    return toArray(this.constructor.name, this.carryInit(rng, ...([shape, this.paramDtype] as never[])));
  }

  /** A linear layer of that name. */
  protected dense(
    name: string,
    features: number,
    useBias: boolean,
    kernelInit: Initializer,
    biasInit?: Initializer,
  ): Dense {
    const { dtype, paramDtype } = this as unknown as { dtype: DType | null; paramDtype: DType };
    return new Dense(features, {
      name,
      useBias,
      kernelInit,
      dtype,
      paramDtype,
      ...(biasInit && { biasInit }),
    });
  }
}

/** What cells with a state of one part have in common. */
export abstract class SingleStateCell extends DenseCell {
  abstract readonly features: number;

  /** Makes the state before the first step. */
  override initializeCarry(rng: Key, inputShape: readonly number[]): ndarray {
    return this.newState(rng, [...inputShape.slice(0, -1), this.features]);
  }
}

/** What cells with a memory beside their output have in common. */
export abstract class MemoryCell extends DenseCell {
  abstract readonly features: number;

  /** Makes memory and output before the first step. */
  override initializeCarry(rng: Key, inputShape: readonly number[]): [memory: ndarray, output: ndarray] {
    const shape = [...inputShape.slice(0, -1), this.features];
    const [first, second] = split(rng);
    return [this.newState(first, shape), this.newState(second, shape)];
  }
}

/** Reads the fields of a cell, of which the first may be given by itself. */
export function readCellFields(
  className: string,
  features: unknown,
  fields: object | undefined,
): Record<string, unknown> {
  const given = firstField("features", features, fields);
  checkInteger(className, "features", given.features, 1);
  return given;
}

for (const { prototype } of [RNNCellBase, SingleStateCell, MemoryCell]) addSnakeNames(prototype);
