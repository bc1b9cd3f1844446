/** The part of Node.js's inside that keeps track of asynchronous calls. */
interface AsyncWrap {
  clearAsyncIdStack(): void;
}

/** The property of `globalThis` with the function to call before running code is terminated. */
export const beforeTermination = "tslinen.beforeTermination";

/**
 * Prepares for running code being terminated. Terminated code never leaves the asynchronous calls it is in, and
 * Node.js, finding itself still inside them, would end the process: so they are struck off first.
 */
export function prepareForTermination(): void {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  const { binding } = process as typeof process & { binding(name: string): AsyncWrap };
  const wrap = binding("async_wrap");
  Object.defineProperty(globalThis, Symbol.for(beforeTermination), { value: () => wrap.clearAsyncIdStack() });
  process.noDeprecation = noDeprecation;
}
