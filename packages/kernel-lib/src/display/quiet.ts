import { displaySymbol } from "./bundle";
import { currentHost } from "./host";

/**
 * Makes a value show nothing when a cell ends with it: what is drawn on a figure is shown by the figure. A kernel that
 * ends cells before what they display is on its way, as Deno's does, is made to wait for it.
 *
 * @param value - An object, or the prototype of a class for all that it makes.
 * @returns The same value.
 * @example
 * quiet([1, 2])[Symbol.for("Jupyter.display")](); // {}
 */
export function quiet<T extends object>(value: T): T {
  return Object.defineProperty(value, displaySymbol, { value: nothing, configurable: true });
}

function nothing(): object {
  const sent = currentHost().sent?.();
  return sent ? sent.then(() => ({})) : {};
}
