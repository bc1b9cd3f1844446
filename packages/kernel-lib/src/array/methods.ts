import type { ArrayLike } from "./asarray";
import * as methodAliases from "./methodAliases";
import { ndarray } from "./ndarray";
import * as reductions from "./reductions";
import * as shaping from "./shaping";
import * as statistics from "./statistics";
import * as ufuncs from "./ufuncs";

/** A function of np without its first argument, which is the array itself. */
type Method<F> = F extends (x: ArrayLike, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;
type MethodsOf<Functions> = { [Name in keyof Functions]: Method<Functions[Name]> };

/** The functions of np that are methods of arrays, too. */
export type ArrayMethods = MethodsOf<
  typeof shaping & typeof reductions & typeof statistics & typeof ufuncs & typeof methodAliases
>;

/** Gives arrays a method for each function of a module: `x.reshape(2, 3)` calls `reshape(x, 2, 3)`. */
function attach(functions: Readonly<Record<string, unknown>>): void {
  for (const [name, f] of Object.entries(functions)) {
    const call = f as (x: ndarray, ...rest: unknown[]) => unknown;
    Object.defineProperty(ndarray.prototype, name, {
      value(this: ndarray, ...rest: unknown[]) {
        return call(this, ...rest);
      },
      writable: true,
      configurable: true,
    });
  }
}

for (const functions of [shaping, reductions, statistics, ufuncs, methodAliases]) attach(functions);
