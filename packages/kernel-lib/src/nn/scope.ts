import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import { foldIn, PRNGKey, type Key } from "../random/keys";
import {
  ApplyScopeInvalidVariablesTypeError,
  InvalidRngError,
  ModifyScopeVariableError,
  ScopeCollectionNotFound,
  ScopeParamNotFoundError,
  ScopeParamShapeError,
  ScopeVariableNotFoundError,
} from "./errors";
import type { AnyModule } from "./moduleInspection";
import { shapedSymbol, type Initializer } from "./initializer";
import { sha1 } from "./sha1";

/** What was stored by `sow`: a list, or what else its function makes. */
export type Sown = readonly unknown[];

/** Variables of one collection, nested by the names of modules. */
export interface Tree {
  [name: string]: ndarray | Sown | Tree;
}

/** Tells whether an entry of a collection is the collection of a module further in. */
export const isTree = (entry: ndarray | Sown | Tree | undefined): entry is Tree => isPlainObject(entry);

/** One call of a module, as `tabulate` lists it. */
export interface Call {
  readonly path: readonly string[];
  readonly module: string;
  readonly instance: AnyModule;
  readonly inputs: readonly unknown[];
  outputs?: unknown;
}

/** What all scopes of one `init` or `apply` share. */
export interface Root {
  readonly variables: Record<string, Tree>;
  readonly rngs: Readonly<Record<string, Key>>;
  /** How many names of the path to a module are in each kind of key already. */
  readonly folded: ReadonlyMap<string, number>;
  mutable: (collection: string) => boolean;
  readonly initializing: boolean;
  /** How many keys each scope has drawn of each kind. */
  readonly drawn: Map<string, number>;
  readonly calls: Call[];
  /** The copies of modules from elsewhere that have become submodules. */
  readonly adopted: Map<object, AnyModule>;
  /** Whether to store what a method of a module gives. */
  capture: (module: AnyModule, method: string) => boolean;
}

/** Chooses modules and methods of which results are stored: `(module, method) => method === "__call__"`. */
export type Capture = boolean | ((module: never, method: string) => boolean);

/** Starts an `init` or an `apply`. */
export function newRoot(
  variables: Record<string, Tree>,
  rngs: Readonly<Record<string, Key>>,
  mutable: (collection: string) => boolean,
  initializing: boolean,
  capture: Capture = false,
): Root {
  const chosen = (module: AnyModule, method: string): boolean =>
    typeof capture === "function" ? capture(module as never, method) : capture && method === "__call__";
  return {
    variables,
    rngs,
    folded: new Map(),
    mutable,
    initializing,
    drawn: new Map(),
    calls: [],
    adopted: new Map(),
    capture: chosen,
  };
}

/** Copies variables, so that what is written later does not reach the caller's; throws for what are none. */
export function copiedVariables(variables: unknown): Record<string, Tree> {
  if (!isPlainObject(variables)) throw new ApplyScopeInvalidVariablesTypeError(describe(variables));
  const copy = (tree: Record<string, unknown>): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([name, value]) => [
        name,
        isPlainObject(value)
          ? copy(value)
          : isSown(value)
            ? value
            : toArray(`apply: variable "${name}"`, value),
      ]),
    );
  return Object.fromEntries(
    Object.entries(variables).map(([collection, tree]) => {
      if (!isPlainObject(tree)) {
        throw new ApplyScopeInvalidVariablesTypeError(`${describe(tree)} as "${collection}"`);
      }
      return [collection, copy(tree)];
    }),
  );
}

/** Tells whether a variable is a list of arrays, as `sow` stores them; lists of numbers are arrays. */
const isSown = (value: unknown): value is Sown =>
  Array.isArray(value) && value.some((part) => typeof part === "object" && !Array.isArray(part));

/** Checks the keys given to `init` and `apply`: one stands for that of the parameters. */
export function checkedRngs(module: string, rngs: unknown): Record<string, Key> {
  const all = isPlainObject(rngs) ? rngs : { params: rngs };
  for (const key of Object.values(all)) {
    if (!(key instanceof ndarray) || key.dtype !== "uint32" || key.size !== 2) {
      throw new InvalidRngError(
        `RNGs should be keys from jax.random.PRNGKey in Module ${module}, but got ${describe(key)}`,
      );
    }
  }
  return all as Record<string, Key>;
}

const encoder = new TextEncoder();

/** The place of one module among the variables. */
export class Scope {
  constructor(
    readonly root: Root,
    readonly path: readonly string[],
  ) {}

  /** The path as messages write it. */
  get place(): string {
    return `/${this.path.join("/")}`;
  }

  child(name: string): Scope {
    return new Scope(this.root, [...this.path, name]);
  }

  /** The variables of this module in a collection, undefined where there are none. */
  collection(name: string): Tree | undefined {
    let tree: Tree | undefined = this.root.variables[name];
    for (const step of this.path) {
      const next: ndarray | Sown | Tree | undefined = tree?.[step];
      if (!isTree(next)) return undefined;
      tree = next;
    }
    return tree;
  }

  get(collection: string, name: string): ndarray | undefined {
    const value = this.collection(collection)?.[name];
    return value instanceof ndarray ? value : undefined;
  }

  /** The error for a variable that is not there. */
  missing(collection: string, name: string): Error {
    const found = this.collection(collection);
    if (found === undefined || Object.keys(found).length === 0) {
      return new ScopeCollectionNotFound(collection, name, this.place);
    }
    return collection === "params"
      ? new ScopeParamNotFoundError(name, this.place)
      : new ScopeVariableNotFoundError(name, collection, this.place);
  }

  /** The module's collection to write to. */
  #writable(collection: string, name: string): Tree {
    const { variables, mutable } = this.root;
    if (!mutable(collection)) throw new ModifyScopeVariableError(collection, name, this.place);
    let tree = (variables[collection] ??= {});
    for (const step of this.path) {
      const next = (tree[step] ??= {});
      if (!isTree(next)) throw new ScopeVariableNotFoundError(name, collection, this.place);
      tree = next;
    }
    return tree;
  }

  /** Puts other variables in place of all that this module has in a collection. */
  replace(collection: string, tree: Tree): void {
    const own = this.#writable(collection, "");
    for (const name of Object.keys(own)) Reflect.deleteProperty(own, name);
    Object.assign(own, tree);
  }

  set(collection: string, name: string, value: ArrayLike): void {
    this.#writable(collection, name)[name] = toArray(`variable "${name}"`, value);
  }

  /** Stores a value together with those stored before, where the collection may change; tells whether it did. */
  sow(
    collection: string,
    name: string,
    value: unknown,
    reduce: (before: unknown, value: unknown) => unknown = (before, one) => [...(before as Sown), one],
    init: () => unknown = () => [],
  ): boolean {
    if (!this.root.mutable(collection)) return false;
    const tree = this.#writable(collection, name);
    tree[name] = reduce(tree[name] ?? init(), value) as Sown;
    return true;
  }

  /** The next key of this module: the path and a counter, folded into the key that was given. */
  makeRng(name: string, module: string): Key {
    const { rngs, drawn } = this.root;
    const kind = name in rngs ? name : "params";
    if (!(kind in rngs)) throw new InvalidRngError(`${module} needs PRNG for "${name}"`);
    const place = `${kind} ${this.place}`;
    const count = (drawn.get(place) ?? 0) + 1;
    drawn.set(place, count);
    const bytes = [...namesIn(this.path.slice(this.root.folded.get(kind) ?? 0)), ...bigEndian(count)];
    return foldIn(rngs[kind], sha1(Uint8Array.from(bytes))[0]);
  }

  /** A parameter: the one given to `apply`, or a new one from its initializer. */
  param(name: string, init: Initializer, args: readonly unknown[], module: string): ndarray {
    const run = (key: Key): ndarray =>
      toArray(
        `parameter "${name}"`,
        (init as (key: Key, ...args: readonly unknown[]) => ArrayLike)(key, ...args),
      );
    const found = this.get("params", name);
    if (found === undefined) {
      if (this.root.mutable("params")) {
        const value = run(this.makeRng("params", module));
        this.set("params", name, value);
        return value;
      }
      throw this.missing("params", name);
    }
    const [shape] = args as [shape: number | readonly number[]];
    const isShaped = shapedSymbol in init;
    const expected = isShaped ? (typeof shape === "number" ? [shape] : shape) : run(PRNGKey(0)).shape;
    if (!sameShape(expected, found.shape)) {
      throw new ScopeParamShapeError(name, this.place, formatShape(expected), formatShape(found.shape));
    }
    return found;
  }
}

/** The bytes of names, one behind the other. */
const namesIn = (path: readonly string[]): number[] => path.flatMap((step) => [...encoder.encode(step)]);

/** The bytes of a whole number, highest first. */
function bigEndian(count: number): number[] {
  const bytes: number[] = [];
  for (let rest = count; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}
