import { Interrupted } from "../cells/interrupted";
import type { Interrupts } from "./interrupts";

/** The property of `globalThis` with the function to call before running code is terminated. */
export const beforeTermination = "tslinen.beforeTermination";

/** The function by which Node.js handles what no code has caught; it then strikes off all asynchronous calls. */
export interface Handling {
  _fatalException(error: Error, fromPromise: boolean): boolean;
}

/**
 * Prepares for running code being terminated. Terminated code never leaves the asynchronous calls it is in, and
 * Node.js, finding itself still inside them, would end the process. So Node.js is first made to believe that the code
 * has thrown: it leaves them then. If the code has heard of the interrupt meanwhile, it is not to be terminated; nor if it
 * is a script by now, which a signal ends.
 */
export function prepareForTermination(interrupts: Interrupts): void {
  const strikeOff = (): boolean => {
    if (interrupts.areSeen || interrupts.isScript) return false;
    (process as typeof process & Handling)._fatalException(new Interrupted(), false);
    return true;
  };
  Object.defineProperty(globalThis, Symbol.for(beforeTermination), { value: strikeOff });
}
