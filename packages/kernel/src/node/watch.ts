import process from "node:process";
import { runInThisContext } from "node:vm";
import { Interrupted } from "../cells/interrupted";
import type { Interrupts } from "./interrupts";

const doors = Symbol.for("tslinen.watch");
let interrupts: Interrupts | undefined;
let listen = (): void => undefined;
/** How many scripts run within each other. */
let depth = 0;

Object.defineProperty(globalThis, doors, {
  value: {
    enter(): void {
      if (depth++ === 0) interrupts?.beginScript();
    },
    leave(): void {
      // A signal that is on its way must not come later, when nobody would be there for it.
      if (--depth === 0 && interrupts?.endScript()) for (;;);
    },
  },
});

/**
 * Says who is to know whether a signal would end the running code.
 *
 * @param listenAgain - Puts back the listeners for the signal that a script may have taken away.
 */
export function tellWatched(those: Interrupts, listenAgain: () => void): void {
  interrupts = those;
  listen = listenAgain;
}

/**
 * Runs a script such that SIGINT ends even a loop in it. Before and after it, Node.js takes every listener for the signal
 * away for a moment, and the signal would end the process; so it is the script itself that says when it runs.
 *
 * @throws Interrupted if a signal ended it.
 */
export function runWatched(source: string, filename: string, isBrief = false): unknown {
  if (isBrief) return runInThisContext(source, { filename, lineOffset: -1 });
  const outer = depth;
  const door = `globalThis[Symbol.for("tslinen.watch")]`;
  const watched = `${door}.enter(); try { ${source} } finally { ${door}.leave(); }`;
  try {
    return runInThisContext(watched, { filename, lineOffset: -1, breakOnSigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException)?.code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
    // Code that is ended comes by nothing on its way out.
    depth = outer;
    interrupts?.endScript();
    if (depth > 0) interrupts?.beginScript();
    // The signal ended here, without reaching those who listen for it.
    listen();
    process.emit("SIGINT", "SIGINT");
    throw new Interrupted();
  }
}
