/** The property of `globalThis` with what kernels call once they have ended code by force. */
export const interruptedSymbol = Symbol.for("tslinen.interrupted");

/**
 * Has something put back in order after an interrupt. Code that a kernel ends by force comes by no `finally` on its way
 * out, so whatever is kept beside the call stack would stay as it was in the middle of a call.
 *
 * @param restore - Puts it back; called while nothing of the library runs.
 */
export function onInterrupt(restore: () => void): void {
  const globals = globalThis as { [interruptedSymbol]?: (() => void)[] };
  (globals[interruptedSymbol] ??= []).push(restore);
}
