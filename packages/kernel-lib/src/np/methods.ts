import type { ArrayLike } from "../array/asarray";
import * as arranging from "./arranging";
import * as cumulative from "./cumulative";
import { refuseIndexing } from "../array/brackets";
import * as methodAliases from "./methodAliases";
import { ndarray } from "../array/ndarray";
import { addSnakeNames } from "../array/snakeMembers";
import * as products from "./products";
import * as reductions from "./reductions";
import * as rounding from "./rounding";
import * as selecting from "./selecting";
import * as shaping from "./shaping";
import * as splitting from "./splitting";
import * as sorting from "./sorting";
import * as statistics from "./statistics";
import * as taking from "./taking";
import * as triangular from "./triangular";
import * as ufuncs from "./ufuncs";
import * as unique from "./unique";

/** A function of np without its first argument, which is the array itself. */
type Method<F> = F extends (x: ArrayLike, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;
type MethodsOf<Functions> = { [Name in keyof Functions]: Method<Functions[Name]> };

/** The functions of np that are methods of arrays, too. */
export type ArrayMethods = MethodsOf<
  typeof arranging &
    typeof cumulative &
    typeof products &
    typeof reductions &
    typeof rounding &
    typeof selecting &
    typeof shaping &
    typeof sorting &
    typeof splitting &
    typeof statistics &
    typeof taking &
    typeof triangular &
    typeof ufuncs &
    typeof unique &
    typeof methodAliases
>;

declare module "../array/ndarray" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds the methods to the class of that name
  interface ndarray extends ArrayMethods {}
}

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

const families = [
  arranging,
  cumulative,
  products,
  reductions,
  rounding,
  selecting,
  shaping,
  sorting,
  splitting,
  statistics,
  taking,
  triangular,
  ufuncs,
  unique,
  methodAliases,
];
for (const functions of families) attach(functions);
refuseIndexing(ndarray.prototype.at);
addSnakeNames(ndarray.prototype);
