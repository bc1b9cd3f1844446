import { displaySymbol } from "./bundle";

/**
 * Makes a value show nothing when a cell ends with it: what is drawn on a figure is shown by the figure.
 *
 * @param value - An object, or the prototype of a class for all that it makes.
 * @returns The same value.
 * @example
 * quiet([1, 2])[Symbol.for("Jupyter.display")](); // {}
 */
export function quiet<T extends object>(value: T): T {
  return Object.defineProperty(value, displaySymbol, { value: () => ({}), configurable: true });
}
