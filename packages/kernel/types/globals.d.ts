/**
 * The globals of Node.js that cells use most, declared lightly so that the first cell need not wait for all of
 * `@types/node`. The kernel replaces this file by `@types/node` as soon as a cell needs more, and otherwise when idle.
 */

/** Writes to the cell's output. */
interface Console {
  /** Prints its arguments to standard output, with a newline. */
  log(message?: unknown, ...optionalParams: unknown[]): void;
  /** Prints its arguments to standard output, with a newline. */
  info(message?: unknown, ...optionalParams: unknown[]): void;
  /** Prints its arguments to standard output, with a newline. */
  debug(message?: unknown, ...optionalParams: unknown[]): void;
  /** Prints its arguments to standard error, with a newline. */
  warn(message?: unknown, ...optionalParams: unknown[]): void;
  /** Prints its arguments to standard error, with a newline. */
  error(message?: unknown, ...optionalParams: unknown[]): void;
  /** Prints a stack trace to standard error. */
  trace(message?: unknown, ...optionalParams: unknown[]): void;
  /** Prints an array of rows as a table. */
  table(tabularData: unknown, properties?: readonly string[]): void;
  /** Prints an object's properties. */
  dir(obj: unknown, options?: unknown): void;
  /** Prints an error if a value is not truthy. */
  assert(value: unknown, message?: string, ...optionalParams: unknown[]): void;
  /** Counts how often it has been called with a label. */
  count(label?: string): void;
  /** Starts a timer. */
  time(label?: string): void;
  /** Prints the time since the timer started, and ends it. */
  timeEnd(label?: string): void;
  /** Indents what follows. */
  group(...label: unknown[]): void;
  /** Ends a group's indentation. */
  groupEnd(): void;
}
declare const console: Console;

declare namespace NodeJS {
  /** What {@link setTimeout} and {@link setInterval} return. */
  interface Timeout {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
    refresh(): this;
    [Symbol.toPrimitive](): number;
  }
  /** What {@link setImmediate} returns. */
  interface Immediate {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
  }
}

/** Calls a function once, after a delay in milliseconds. */
declare function setTimeout<TArgs extends unknown[]>(
  callback: (...args: TArgs) => void,
  ms?: number,
  ...args: TArgs
): NodeJS.Timeout;
declare function setTimeout(callback: (args: void) => void, ms?: number): NodeJS.Timeout;
/** Calls off a timeout. */
declare function clearTimeout(timeoutId: NodeJS.Timeout | string | number | undefined): void;
/** Calls a function again and again, at an interval in milliseconds. */
declare function setInterval<TArgs extends unknown[]>(
  callback: (...args: TArgs) => void,
  ms?: number,
  ...args: TArgs
): NodeJS.Timeout;
declare function setInterval(callback: (args: void) => void, ms?: number): NodeJS.Timeout;
/** Ends an interval. */
declare function clearInterval(intervalId: NodeJS.Timeout | string | number | undefined): void;
/** Calls a function once, when pending input and output has been handled. */
declare function setImmediate<TArgs extends unknown[]>(
  callback: (...args: TArgs) => void,
  ...args: TArgs
): NodeJS.Immediate;
declare function setImmediate(callback: (args: void) => void): NodeJS.Immediate;
/** Calls off an immediate. */
declare function clearImmediate(immediateId: NodeJS.Immediate | undefined): void;
/** Calls a function as soon as the running code has ended. */
declare function queueMicrotask(callback: () => void): void;
