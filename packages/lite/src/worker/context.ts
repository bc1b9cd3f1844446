import type { Context } from "@tslinen/kernel/dist/platform";

let store: object | undefined;

/**
 * Knows the cell that running code belongs to while the code itself runs and in its timers: no browser follows what
 * comes after an await.
 */
export const context: Context = {
  run(value, code) {
    const before = store;
    store = value;
    try {
      return code();
    } finally {
      store = before;
    }
  },
  current: () => store,
};

type Callback = (...args: unknown[]) => void;

/** A function as part of the cell that makes it, with what it throws. */
function kept(callback: Callback, failed: (error: unknown) => void): Callback {
  const made = store;
  if (made === undefined || typeof callback !== "function") return callback;
  return (...args) =>
    context.run(made, () => {
      try {
        callback(...args);
      } catch (error) {
        failed(error);
      }
    });
}

/**
 * Has timers call their functions in the cell that started them.
 *
 * @param failed - Called in that cell with what such a function throws.
 */
export function followTimers(failed: (error: unknown) => void): void {
  const scope = globalThis as unknown as Record<string, (callback: Callback, ...rest: unknown[]) => unknown>;
  for (const name of ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]) {
    const own = scope[name] as (callback: Callback, ...rest: unknown[]) => unknown;
    scope[name] = (callback, ...rest) => own(kept(callback, failed), ...rest);
  }
}
