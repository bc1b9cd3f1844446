import { quiet } from "../display/quiet";
import { Axes } from "./axes";
import * as axesOnly from "./axesOnly";
import * as kinds from "./kinds";
import * as settings from "./settings";
import { addPythonNames, type PythonNames } from "./pythonNames";
import { onAxes } from "./state";

/** Settings under the names that axes have them by: `xlabel` becomes `setXlabel`. */
type Setters<T> = { [K in keyof T & string as `set${Capitalize<K>}`]: T[K] };

/** What axes can do: every drawing function of pyplot by its own name, every setting with `set` before it, and some things of their own. */
export type AxesMethods = Named & PythonNames<Named>;

type Named = typeof kinds & typeof axesOnly & Setters<typeof settings>;

/** Puts functions of pyplot on axes, where they draw on these instead of the current ones. */
function attach(functions: object, rename: (name: string) => string): void {
  for (const [name, run] of Object.entries(functions) as [string, (...args: unknown[]) => unknown][]) {
    if (typeof run !== "function") continue;
    Object.defineProperty(Axes.prototype, rename(name), {
      value(this: Axes, ...args: unknown[]) {
        return onAxes(this, () => run(...args));
      },
      configurable: true,
      writable: true,
    });
  }
}

let attached = false;

/** Gives axes their methods, once. */
export function attachMethods(): void {
  if (attached) return;
  attached = true;
  attach(kinds, (name) => name);
  attach(axesOnly, (name) => name);
  attach(settings, (name) => `set${name[0].toUpperCase()}${name.slice(1)}`);
  addPythonNames(Axes);
  quiet(Axes.prototype);
}
