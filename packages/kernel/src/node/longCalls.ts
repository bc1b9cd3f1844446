import { Script } from "node:vm";
import { passage } from "../cells/stack";

/** What the engine may compute for seconds at a time: functions by the object that has them. */
const long: readonly (readonly [holder: object, names: readonly string[]])[] = [
  [JSON, ["parse", "stringify"]],
  [globalThis, ["structuredClone"]],
];

/**
 * Has such functions be called through one of JavaScript. V8 looks for an interrupt where a function begins; a loop that
 * calls nothing but built-in ones, and has not been optimized, looks once in thousands of turns.
 */
export function interruptLongCalls(): void {
  for (const [holder, names] of long) {
    for (const name of names) {
      const original = Reflect.get(holder, name) as (...args: readonly unknown[]) => unknown;
      const wrap = new Script(
        `(original) => ({ ${name}(...args) { return Reflect.apply(original, this, args); } }).${name}`,
        { filename: passage },
      ).runInThisContext() as (f: typeof original) => typeof original;
      const wrapped = Object.defineProperty(wrap(original), "length", {
        value: original.length,
        configurable: true,
      });
      Object.defineProperty(holder, name, {
        ...Object.getOwnPropertyDescriptor(holder, name),
        value: wrapped,
      });
    }
  }
}
