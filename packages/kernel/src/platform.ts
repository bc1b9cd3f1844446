/** The seam between the kernel and the place it runs in: Node.js, or a worker in a browser. */

/** A file system. Paths are absolute, with "/" between their parts. */
export interface Files {
  /** Whether a path names a file. */
  exists(path: string): boolean;
  /** A file's text, or undefined if there is no such file. */
  read(path: string): string | undefined;
  /** A text that changes whenever the file does; empty if there is none. */
  stamp(path: string): string;
  isFolder(path: string): boolean;
  /** The names of the folders in a folder. */
  folders(path: string): string[];
  /** The names of what lies in a folder. */
  names(path: string): string[];
  /** The path without symbolic links. */
  realpath(path: string): string;
}

/** What a module exports, by name. */
export type Namespace = Record<string, unknown>;

/** Loads modules that are neither the kernel's own nor source files of the project. */
export interface ModuleLoader {
  /** Whether a module can only be imported, which takes a while, and not required at once. */
  isAsynchronous(specifier: string, folder: string): boolean;
  /**
   * Imports a module.
   *
   * @param folder - Where the file or cell lies that imports it.
   * @throws Error that says what to do if there is no such module.
   */
  import(specifier: string, folder: string): Promise<Namespace>;
  /** Requires a module, like {@link import}. */
  require(specifier: string, folder: string): unknown;
  /** What the `require` of a folder has beside being a function, such as `require.resolve`. */
  propertiesOfRequire(folder: string): object;
}

/** Follows running code, through promises and timers as far as the platform can. */
export interface Context {
  /** Runs code such that {@link current} gives a value in it, and in what it starts. */
  run<T>(value: object, code: () => T): T;
  /** The value that the running code was started with. */
  current(): object | undefined;
}

/** A text that outlives the kernel: the history. */
export interface Store {
  read(): string;
  append(text: string): void;
  replace(text: string): void;
}

/** How a value is to be written. */
export interface InspectOptions {
  depth?: number;
  maxStringLength?: number;
  maxArrayLength?: number;
  breakLength?: number;
}

/** A command that runs in a shell. */
export interface Command {
  /** How it has ended: with a status, or by a signal. */
  ended: Promise<{ status: number | null; signal: string | null }>;
  /** Ends it. */
  end(): void;
}

/** What the kernel asks of the place it runs in. */
export interface Platform {
  /** The versions of the kernel and of its compiler, and what it runs on, such as "Node.js 24.1.0". */
  readonly versions: { kernel: string; typescript: string; host: string };
  /**
   * Runs a script such that an interrupt ends even a loop in it.
   *
   * @param name - The script's name in stack traces.
   * @param isBrief - Whether it can only run for a moment, so that nothing needs to end it. Default: false.
   * @returns The script's value.
   * @throws Interrupted if it was stopped.
   */
  evaluate(source: string, name: string, isBrief?: boolean): unknown;
  /** The number that stack traces give an evaluated script's first line, which is not the cell's own. */
  readonly firstLine: 0 | 1;
  readonly modules: ModuleLoader;
  readonly files: Files;
  readonly currentCell: Context;
  readonly store: Store;
  /** Writes a value as text, as the console does. */
  inspect(value: unknown, options?: InspectOptions): string;
  /**
   * Starts a command in a shell, in the current folder.
   *
   * @param write - Takes what it writes.
   */
  spawn(command: string, write: (name: "stdout" | "stderr", text: string) => void): Command;
  /** Calls a function when input and output that is pending has been handled. */
  soon(task: () => void): void;
  /** Writes to the log of whoever has started the kernel. */
  warn(text: string): void;
  /** Whether a script in a stack trace is a part of the kernel, or of the library it brings. */
  ownerOf(script: string): "kernel" | "library" | undefined;
}

let running: Platform | undefined;

/** Says where the kernel runs, once, before anything else. */
export function setPlatform(platform: Platform): void {
  running = platform;
}

/** Where the kernel runs. */
export function platform(): Platform {
  if (!running) throw new Error("the kernel has not been told where it runs");
  return running;
}
