import type { Anything } from "../array/anything";
import type { ndarray } from "../array/ndarray";
import type { Key } from "../random/keys";
import type { Capture } from "./scope";

/** Variables by collection and module: `variables.params.Dense_0.kernel`. Their names are known only once it runs. */
export type Variables = Anything;

/** Keys by what they are for: `{ params: key, dropout: key }`. One key stands for that of the parameters. */
export type Rngs = Key | Readonly<Record<string, Key>>;

/** What `Module.apply` takes after the arguments of the call. */
export interface ApplyOptions {
  /** Keys by what they are for. Default: none. */
  rngs?: Readonly<Record<string, Key>>;
  /** The collections that may change: true for all, a name, or names. Default: none. */
  mutable?: boolean | string | readonly string[];
  /** The method to run, or its name. Default: `__call__`. */
  method?: string | ((module: never, ...args: never[]) => unknown);
  /**
   * Whether to store what each submodule gives in the collection `"intermediates"`, which must be mutable; or a function
   * that says so for a module and the name of a method. Default: false.
   */
  captureIntermediates?: Capture;
}

/** Options of `Module.sow`. */
export interface SowOptions {
  /** Puts a value together with those before. Default: appends it to a list. */
  reduceFn?: (before: Anything, value: Anything) => Anything;
  /** Makes what comes before the first value. Default: an empty list. */
  initFn?: () => Anything;
}

/** A variable that a module may change while it runs, if `apply` is told that its collection is mutable. */
export interface Variable {
  value: ndarray;
}

/** The result of `apply`: with `mutable` among the options also the variables as they are afterwards. */
export type Applied<Args extends readonly unknown[], Result> = Args extends readonly [
  ...unknown[],
  infer Last,
]
  ? 0 extends 1 & Last
    ? Result
    : Last extends { mutable: infer Mutable }
      ? Mutable extends false
        ? Result
        : [Result, Variables]
      : Result
  : Result;

/** The arguments of an initializer after its key. */
export type ParamArgs<Init> = Init extends (key: Key, ...args: infer Args) => unknown ? Args : never;
