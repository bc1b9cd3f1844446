/** The globals that cells find in a browser's worker, and those of Node.js that the kernel adds. */
/// <reference lib="webworker" />

/** Calls a function once, when pending input and output has been handled. */
declare function setImmediate<TArgs extends unknown[]>(
  callback: (...args: TArgs) => void,
  ...args: TArgs
): number;
/** Calls off an immediate. */
declare function clearImmediate(immediateId: number | undefined): void;
