import { ndarray } from "../array/ndarray";
import { camelCase, describe, isPlainObject } from "../array/options";
import { addSnakeNames, snakeName } from "../array/snakeMembers";
import { applyUpdates, type GradientTransformation, type OptState } from "../optax";
import { registerSerializationState } from "../saving/serialization";
import { registerPytreeNode } from "../transform/treeFunctions";

/** Parameters and what else is known only once a module has run. */
type Anything = ReturnType<JSON["parse"]>;

/** What {@link TrainState.create} needs; further fields become fields of the state. */
export interface TrainStateFields {
  /** What computes the outputs, usually `model.apply`. */
  applyFn?: (...args: Anything[]) => Anything;
  /** The same in Python's spelling; one of both is needed. */
  apply_fn?: (...args: Anything[]) => Anything;
  /** The parameters. */
  params: Anything;
  /** The optimiser. */
  tx: GradientTransformation;
}

type Fields = Record<string, unknown>;

const fixed = ["applyFn", "tx"];

/** Classes that are nodes of trees already. */
const registered = new WeakSet<object>();

/**
 * A step of training as one value: parameters, the state of the optimiser, and how both are used. It is a tree, so that
 * `jit` compiles functions of it and checkpoints hold it.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.training.html
 * @example
 * const { TrainState } = flax.training;
 * const applyFn = ({ params }, x) => params.w.mul(x);
 * let state = TrainState.create({ applyFn, params: { w: jnp.array(2) }, tx: optax.sgd(0.5) });
 * state = state.applyGradients({ grads: { w: jnp.array(1) } });
 * [state.step.item(), state.params.w.item()]; // [1, 1.5]
 */
export class TrainState {
  /** How many steps have been made, an array of no axes. */
  readonly step!: ndarray;
  /** What computes the outputs, usually `model.apply`. */
  readonly applyFn!: (...args: Anything[]) => Anything;
  /** The parameters. */
  readonly params!: Anything;
  /** The optimiser. */
  readonly tx!: GradientTransformation;
  /** The state of the optimiser. */
  readonly optState!: OptState;

  /**
   * Makes the state before the first step.
   *
   * @param fields - `applyFn`, `params` and `tx`; further ones, such as `batchStats`, become fields of the state, named
   * as they are given.
   * @throws TypeError if one of the three is missing.
   */
  static create<S extends TrainState, F extends TrainStateFields>(
    this: new () => S,
    fields: F,
  ): S & Omit<F, keyof TrainStateFields> {
    if (!isPlainObject(fields)) {
      throw new TypeError(`TrainState.create: expected { applyFn, params, tx }, got ${describe(fields)}`);
    }
    const { applyFn, params, tx, ...rest } = named({ ...fields }, ownFields);
    if (typeof applyFn !== "function") {
      throw new TypeError(`TrainState.create: expected applyFn to be a function, got ${describe(applyFn)}`);
    }
    const optimizer = tx as Partial<GradientTransformation> | null | undefined;
    if (typeof optimizer?.init !== "function" || typeof optimizer.update !== "function") {
      throw new TypeError(`TrainState.create: expected tx to be an optimiser of optax, got ${describe(tx)}`);
    }
    if (params === undefined) throw new TypeError("TrainState.create: expected params, got undefined");
    const step = new ndarray(new Int32Array(1), [], "int32");
    const optState = optimizer.init(params);
    return made(this, { step, applyFn, params, tx, optState, ...rest }) as S &
      Omit<F, keyof TrainStateFields>;
  }

  /**
   * Makes a step along gradients.
   *
   * @param options - `grads`, a tree like the parameters; further fields take new values.
   * @returns The state after the step; this one stays as it is.
   * @throws TypeError if there are no gradients, or they are built differently.
   */
  applyGradients({ grads, ...changes }: { grads: Anything } & Fields): this {
    if (grads === undefined || grads === null) {
      throw new TypeError(`TrainState.applyGradients: expected { grads }, got ${describe(grads)}`);
    }
    const [updates, optState] = this.tx.update(grads, this.optState, this.params);
    const params: Anything = applyUpdates(this.params, updates);
    return this.replace({ step: this.step.add(1), params, optState, ...changes });
  }

  /**
   * Gives the state with some fields replaced.
   *
   * @param changes - New values of fields.
   * @throws TypeError for an unknown field.
   */
  replace(changes: Readonly<Fields>): this {
    const own = named(changes, Object.keys(this));
    const unknown = Object.keys(own).find((key) => !Object.hasOwn(this, key));
    if (unknown !== undefined) {
      const fields = Object.keys(this).join(", ");
      throw new TypeError(
        `TrainState.replace: expected one of the fields ${fields}, got ${describe(unknown)}`,
      );
    }
    return made(this.constructor as new () => this, { ...this, ...own });
  }
}

const ownFields = ["step", "applyFn", "params", "tx", "optState"];

/** Fields under the names by which they are known; others keep theirs. */
function named(fields: Readonly<Fields>, known: readonly string[]): Fields {
  const nameOf = (name: string): string =>
    [name, camelCase(name), snakeName(name)].find((one) => known.includes(one)) ?? name;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [nameOf(name), value]));
}

addSnakeNames(TrainState.prototype, ownFields);

/** Makes a state of a class, and has states of the class be nodes of trees. */
function made<S extends TrainState>(type: new () => S, fields: Readonly<Fields>): S {
  if (!registered.has(type)) {
    registered.add(type);
    registerPytreeNode(type, taken, (rest: Rest, children: readonly unknown[]) =>
      made(type, { ...rest.fixed, ...Object.fromEntries(rest.names.map((name, i) => [name, children[i]])) }),
    );
  }
  return Object.assign(new type(), fields);
}

interface Rest {
  readonly names: readonly string[];
  readonly fixed: Readonly<Fields>;
}

/** The fields that training changes, and the others. */
function taken(state: TrainState): [children: unknown[], rest: Rest] {
  const entries = Object.entries(state);
  const changing = entries.filter(([name]) => !fixed.includes(name));
  return [
    changing.map(([, value]) => value),
    {
      names: changing.map(([name]) => name),
      fixed: Object.fromEntries(entries.filter(([name]) => fixed.includes(name))),
    },
  ];
}

// What is saved has Flax's names.
registerSerializationState(
  TrainState,
  (state) => {
    const [children, { names }] = taken(state);
    return Object.fromEntries(names.map((name, i) => [snakeName(name), children[i]]));
  },
  (state, parts) => state.replace(parts),
);
