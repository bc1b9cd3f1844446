import type { Anything } from "../array/anything";
import { displaySymbol, type MimeBundle } from "../display";
import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { addSnakeNames } from "../array/snakeMembers";
import { zerosLike } from "../np/creation";
import { add } from "../np/ufuncs";
import type { Key } from "../random/keys";
import type { Initializer } from "./initializer";
import { CallUnbindOnUnboundModuleError } from "./errors";
import { Nothing, scopeOf, stateOf, type AnyModule } from "./moduleInspection";
import { copyOf, instanceOf, takePlace } from "./moduleInstance";
import { boundTo, runAt } from "./moduleRuns";
import { readCall, readFields } from "./moduleArguments";
import { moduleCard } from "./moduleCard";
import { moduleRepr } from "./moduleRepr";
import { joinRunning, ModuleState } from "./moduleState";
import { splitTabulateOptions, tabulate } from "./tabulate";
import { checkedRngs, copiedVariables, newRoot } from "./scope";
import type { Applied, ParamArgs, Rngs, SowOptions, Variable, Variables } from "./moduleTypes";

/** Instances can be called, as their `__call__`. */
interface Callable {
  (...args: Parameters<this["__call__"]>): ReturnType<this["__call__"]>;
  __call__(...args: Anything[]): Anything;
}

const CallableBase = Nothing as new () => Callable;

/**
 * The base of all layers and models: fields like those of a dataclass, parameters that live outside of it.
 *
 * A subclass writes `__call__`; in it, `this.param` makes parameters, and submodules are made and called. Modules with
 * neither are called as they are. Others first make their variables with `init` and then run with `apply`.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/module.html
 * @example
 * class LeakyReLU extends nn.Module {
 *   alpha = 0.1;
 *   __call__(x: np.ndarray) {
 *     return jnp.where(jnp.greater(x, 0), x, jnp.multiply(this.alpha, x));
 *   }
 * }
 * new LeakyReLU()(np.array([-1, 1])).tolist(); // [-0.10000000149011612, 1]
 * new LeakyReLU({ alpha: 0.5 })(np.array([-1, 1])).tolist(); // [-0.5, 1]
 */
export class Module extends CallableBase {
  /**
   * Makes a module.
   *
   * @param fields - Values of fields in place of those that the class gives them; `name` names the module.
   * @throws TypeError for a field that the class does not have.
   */
  constructor(fields?: Readonly<Record<string, unknown>>) {
    super();
    const state = new ModuleState(new.target.name);
    readFields(state, new.target, fields);
    joinRunning(state);
    return instanceOf(new.target.prototype as object, state) as unknown as this;
  }

  /**
   * Computes the module's result; subclasses write it.
   *
   * @throws TypeError where a subclass has not.
   */
  override __call__(..._args: Anything[]): Anything {
    throw new TypeError(`${stateOf(this).className}: expected the class to have a method __call__`);
  }

  /** Makes submodules and parameters as fields, before the first call. Subclasses may write it. */
  setup(): void {}

  /** The module's name within its parent; undefined for one that has none. */
  override get name(): string | undefined {
    return stateOf(this).name;
  }

  /** The path of names from the outermost module to this one, empty for that itself. */
  get path(): readonly string[] {
    return stateOf(this).scope?.path ?? [];
  }

  /**
   * Makes the module's variables: runs it once and collects what `param` and `variable` make on the way.
   *
   * @param rngs - A key, or keys by what they are for.
   * @param args - The arguments of the call.
   * @returns Variables by collection: `{ params: { Dense_0: { kernel, bias } } }`, `{}` where there are none.
   * @throws InvalidRngError if `rngs` is not a key.
   * @example
   * const variables = new nn.PReLU().init(jax.random.PRNGKey(0), np.ones(3));
   * variables.params.negative_slope.item(); // 0.009999999776482582
   */
  init(rngs: Rngs, ...args: unknown[]): Variables {
    return this.initWithOutput(rngs, ...args)[1];
  }

  /**
   * Makes the module's variables, and gives the result of the run that made them.
   *
   * @returns The result, and the variables.
   */
  initWithOutput(rngs: Rngs, ...args: unknown[]): [ReturnType<this["__call__"]>, Variables] {
    const { className } = stateOf(this);
    const [rest, { method, mutable, captureIntermediates }] = readCall(args);
    // Unless told otherwise, all variables but those that `sow` stores for a look.
    const isMutable =
      mutable === undefined ? (name: string) => name !== "intermediates" : mutableCollections(mutable);
    const root = newRoot({}, checkedRngs(className, rngs), isMutable, true, captureIntermediates);
    return [runAt(this, root, method, rest) as ReturnType<this["__call__"]>, root.variables];
  }

  /**
   * Runs the module with given variables.
   *
   * @param variables - What `init` gave, or the like.
   * @param args - The arguments of the call; last, if wanted, `{ rngs, mutable, method }`, among the call's own options
   * if it has any.
   * @returns The result; with `mutable` the result and the changed variables.
   * @throws ScopeCollectionNotFound, ScopeParamNotFoundError or ScopeParamShapeError where the variables are not those
   * of the module.
   * @example
   * const module = new nn.PReLU();
   * module.apply({ params: { negative_slope: 0.5 } }, np.array([-2, 2])).tolist(); // [-1, 2]
   */
  override apply<const Args extends readonly unknown[]>(
    variables: Variables,
    ...args: Args
  ): Applied<Args, ReturnType<this["__call__"]>> {
    const { className } = stateOf(this);
    const [rest, { rngs, mutable, method, captureIntermediates }] = readCall(args);
    const isMutable = mutableCollections(mutable);
    const keys = checkedRngs(className, rngs ?? {});
    const root = newRoot(copiedVariables(variables), keys, isMutable, false, captureIntermediates);
    const result = runAt(this, root, method, rest);
    const changed = Object.fromEntries(Object.entries(root.variables).filter(([name]) => isMutable(name)));
    return (mutable === undefined || mutable === false ? result : [result, changed]) as never;
  }

  /**
   * Gives a copy of the module that has its variables and can be called.
   *
   * @param variables - What `init` gave, or the like.
   * @param options - Keys by what they are for.
   * @example
   * const bound = new nn.PReLU().bind({ params: { negative_slope: 0.5 } });
   * bound(np.array([-2, 2])).tolist(); // [-1, 2]
   */
  override bind(variables: Variables, options: { rngs?: Readonly<Record<string, Key>> } = {}): this {
    const rngs = checkedRngs(stateOf(this).className, options.rngs ?? {});
    return boundTo(
      this,
      newRoot(copiedVariables(variables), rngs, () => false, false),
    );
  }

  /**
   * Takes a module apart that has variables, by `bind` or as a submodule: into one without, and these.
   *
   * @returns The module, and its variables by collection.
   * @throws CallUnbindOnUnboundModuleError for a module that has none.
   * @example
   * const [dense, variables] = new nn.Dense(2).bind({ params: { kernel: np.eye(2), bias: np.zeros(2) } }).unbind();
   * dense.apply(variables, np.array([1, 2])).tolist(); // [1, 2]
   */
  unbind(): [this, Variables] {
    const state = stateOf(this);
    takePlace(this as unknown as AnyModule);
    if (!state.scope) throw new CallUnbindOnUnboundModuleError(state.className);
    const { scope } = state;
    const own = Object.keys(scope.root.variables).map((name) => [name, scope.collection(name)] as const);
    return [copyOf(this, {}), Object.fromEntries(own.filter(([, variables]) => variables !== undefined))];
  }

  /**
   * Makes a parameter during `init`, and gets it afterwards. Only within `__call__` and `setup`.
   *
   * @param name - Its name among the module's parameters.
   * @param init - Makes its first value from a key and the arguments that follow.
   * @param args - Arguments of `init`, such as shape and dtype.
   * @throws CallCompactUnboundModuleError outside `init` and `apply`; NameInUseError for a name used before.
   */
  param<Init extends Initializer>(name: string, init: Init, ...args: ParamArgs<Init>): ndarray {
    const state = stateOf(this);
    const scope = scopeOf(state);
    state.reserve(name, "param");
    return scope.param(name, init, args, state.className);
  }

  /**
   * Makes a variable during `init`, and gets it afterwards. It can be changed where `apply` allows it.
   *
   * @param collection - The collection it belongs to, such as `"batch_stats"`.
   * @param name - Its name among the module's variables.
   * @param init - Makes its first value.
   * @param args - Arguments of `init`, such as a shape.
   */
  variable<Args extends Anything[]>(
    collection: string,
    name: string,
    init: (...args: Args) => ArrayLike,
    ...args: Args
  ): Variable {
    const state = stateOf(this);
    const scope = scopeOf(state);
    state.reserve(name, "variable");
    if (scope.get(collection, name) === undefined) {
      if (!scope.root.mutable(collection)) throw scope.missing(collection, name);
      scope.set(collection, name, init(...args));
    }
    return {
      get value(): ndarray {
        return scope.get(collection, name) as ndarray;
      },
      set value(value: ndarray) {
        scope.set(collection, name, value);
      },
    };
  }

  /**
   * Tells whether a variable of this module exists.
   *
   * @param collection - The collection, such as `"batch_stats"`.
   * @param name - Its name among the module's variables.
   */
  hasVariable(collection: string, name: string): boolean {
    return scopeOf(stateOf(this)).collection(collection)?.[name] !== undefined;
  }

  /**
   * Gets the value of a variable of this module, or a default where there is none.
   *
   * @param collection - The collection, such as `"batch_stats"`.
   * @param name - Its name among the module's variables.
   * @param fallback - What is given where there is none. Default: undefined.
   */
  getVariable(collection: string, name: string, fallback?: Anything): Anything {
    return scopeOf(stateOf(this)).collection(collection)?.[name] ?? fallback;
  }

  /**
   * Sets a variable of this module.
   *
   * @param collection - The collection, which must be mutable.
   * @param name - Its name among the module's variables.
   * @param value - The value.
   */
  putVariable(collection: string, name: string, value: ArrayLike): void {
    scopeOf(stateOf(this)).set(collection, name, value);
  }

  /** Tells whether a collection may change while the module runs. */
  isMutableCollection(collection: string): boolean {
    return scopeOf(stateOf(this)).root.mutable(collection);
  }

  /**
   * Stores a value for a look from outside: `apply` with `{ mutable: ["intermediates"] }` gives it, in a list.
   *
   * @param collection - The collection, such as `"intermediates"`. Nothing happens unless it is mutable.
   * @param name - Its name there.
   * @param value - The value: an array, or a tree of them.
   * @param options - How values of the same name are put together.
   * @returns Whether it was stored.
   */
  sow(collection: string, name: string, value: unknown, options?: Spelled<SowOptions>): boolean {
    const { reduceFn, initFn } = readOptions<SowOptions>("sow", options, {
      reduceFn: undefined,
      initFn: undefined,
    });
    const state = stateOf(this);
    const scope = scopeOf(state);
    if (scope.root.mutable(collection) && !this.hasVariable(collection, name))
      state.reserve(name, collection);
    return scope.sow(collection, name, value, reduceFn, initFn);
  }

  /**
   * Adds a variable of zeros to a value, so that the gradient by that variable is the gradient by the value.
   *
   * @param name - The name of the variable.
   * @param value - A value between the layers.
   * @param collection - Where the variable is. Default: "perturbations"; nothing is added where it was not given.
   */
  perturb(name: string, value: ndarray, collection: string = "perturbations"): ndarray {
    const state = stateOf(this);
    const scope = scopeOf(state);
    const { root } = scope;
    if (root.mutable(collection) && scope.get(collection, name) === undefined) {
      state.reserve(name, collection);
      scope.set(collection, name, zerosLike(value));
    }
    if (!(collection in root.variables)) return value;
    const change = scope.get(collection, name);
    if (change === undefined) throw scope.missing(collection, name);
    return add(value, change);
  }

  /**
   * Draws a key for this module; each time another one.
   *
   * @param name - What the key is for. Default: "params".
   * @throws InvalidRngError where `init` or `apply` was given none.
   */
  makeRng(name: string = "params"): Key {
    const state = stateOf(this);
    return scopeOf(state).makeRng(name, state.className);
  }

  /** Tells whether `init` or `apply` was given a key for something. */
  hasRng(name: string): boolean {
    return name in scopeOf(stateOf(this)).root.rngs;
  }

  /** Tells whether the module is running within `init`. */
  isInitializing(): boolean {
    return scopeOf(stateOf(this)).root.initializing;
  }

  /** Tells whether two modules are of one class and have equal fields. */
  equals(other: unknown): boolean {
    return (
      other instanceof Module &&
      Object.getPrototypeOf(this) === Object.getPrototypeOf(other) &&
      moduleRepr(this) === moduleRepr(other)
    );
  }

  /**
   * Lists the module and its submodules in a table, as {@link tabulate} does.
   *
   * @param rngs - A key, or keys by what they are for.
   * @param args - The arguments of a call; last, options of the table: `{ computeFlops: true }`.
   * @returns The table as text; print it with `console.log`.
   * @example
   * const table = new nn.Dense(3).tabulate(jax.random.PRNGKey(0), np.ones([2, 4]));
   * table.includes("kernel: float32[4,3]"); // true
   */
  tabulate(rngs: Rngs, ...args: unknown[]): string {
    const [given, options] = splitTabulateOptions(args);
    return tabulate(this, rngs, options)(...given);
  }

  /** Copies the module, with other values for some fields. */
  clone(fields: Readonly<Record<string, unknown>> = {}): this {
    return copyOf(this, fields);
  }

  /** Lists the fields as Flax does. */
  override toString(): string {
    return moduleRepr(this);
  }

  /** How Node's console prints it. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return moduleRepr(this);
  }

  /** How a notebook shows it: where it works element by element as a card, with its formula; else its fields. */
  [displaySymbol](): MimeBundle {
    let problem = "";
    const card = moduleCard(
      this,
      ({ name, message }) => (problem = `\n# __call__ throws ${name}: ${message}`),
    );
    return { ...card, "text/plain": moduleRepr(this) + problem };
  }
}

addSnakeNames(Module.prototype);

/** Which collections may change. */
function mutableCollections(
  mutable: boolean | string | readonly string[] | undefined,
): (name: string) => boolean {
  const names = typeof mutable === "string" ? [mutable] : mutable;
  return (collection) => (Array.isArray(names) ? names.includes(collection) : names === true);
}
