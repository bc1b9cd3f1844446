import type { MimeBundle } from "./bundle";

/** What accompanies a bundle on its way to the front end. */
export interface HostOptions {
  /** Metadata by MIME type, as in Jupyter's display_data message. */
  metadata: Record<string, unknown>;
  /** Identity of the display, so that it can be replaced later. */
  displayId?: string;
  /** Whether this replaces an earlier display of the same id. */
  update: boolean;
}

/** One execution of a cell, as a kernel knows it: the same object from its begin to its end. */
export interface RunningCell {
  /** Whether it has ended. What it started may go on. */
  readonly done: boolean;
  /** How often it has taken away what it had put out. */
  readonly cleared: number;
  /** Whether it takes that away as soon as it puts out something new. */
  readonly clearing: boolean;
}

/** What comes along a line between the kernel and the front end. */
export interface CommMessage {
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly buffers: Uint8Array[];
}

/** What accompanies data on such a line. */
export interface CommOptions {
  /** What is said about the data. Default: nothing. */
  metadata?: Record<string, unknown>;
  /** Bytes beside the data. Default: none. */
  buffers?: Uint8Array[];
}

/** A line between the kernel and the front end. */
export interface HostComm {
  readonly id: string;
  send(data: Record<string, unknown>, options?: CommOptions): void;
  close(): void;
  onMessage(listener: (message: CommMessage) => void): unknown;
  onClose(listener: () => void): unknown;
}

/** The lines between a kernel and its front ends. */
export interface HostComms {
  open(target: string, data: Record<string, unknown>, options?: CommOptions): HostComm;
  /** Says what to do when the front end opens a line. */
  registerTarget(target: string, opened: (comm: HostComm, message: CommMessage) => void): void;
  /** Whether the front end has ever opened a line of this name, or tried to. Absent where the kernel does not tell. */
  wasAskedFor?(target: string): boolean;
}

/** An output: the type of the message that it would have been, and what that would have said. */
export interface CapturedOutput {
  readonly type: string;
  readonly content: Record<string, unknown>;
}

/** Where bundles go: a kernel, or a terminal. */
export interface Host {
  display(bundle: MimeBundle, options: HostOptions): void;
  /** The cell that the running code belongs to. Absent where the kernel does not tell. */
  cell?(): RunningCell | undefined;
  /**
   * Runs a function once when the current cell has ended, before the kernel answers, and waits for its promise.
   * Absent where the kernel has no such moment.
   */
  atCellEnd?(hook: () => void | Promise<void>): void;
  /** Runs a task once nothing else is to be done. Absent where nothing is loaded ahead of the first cell. */
  whenIdle?(task: () => void): void;
  /** The lines to the front end. Absent where the kernel has none. */
  readonly comms?: HostComms;
  /** Shows any value, in every representation it has. Absent where the kernel shows but bundles. */
  show?(value: unknown): void;
  /** Runs a function whose outputs go elsewhere. Absent where the kernel cannot. */
  capture?(run: () => unknown, receive: (output: CapturedOutput) => boolean): Promise<() => Promise<void>>;
  /** Set where there is no notebook: bundles are but text, and nothing appears by itself. */
  readonly terminal?: true;
}

/** The property of `globalThis` under which tslinen's kernel offers itself as a {@link Host}. */
export const hostSymbol = Symbol.for("tslinen.host");

type Globals = typeof globalThis & { [hostSymbol]?: Host; Deno?: { jupyter?: DenoJupyter } };

interface DenoJupyter {
  broadcast(
    type: "display_data" | "update_display_data",
    content: { data: MimeBundle; metadata: Record<string, unknown>; transient: { display_id?: string } },
  ): Promise<void>;
}

interface TslabJupyter {
  lastWriteDisplayData?: (
    content: { data: MimeBundle; metadata: Record<string, unknown>; transient: { display_id?: string } },
    update: boolean,
  ) => void;
}

const content = (data: MimeBundle, { metadata, displayId }: HostOptions) => ({
  data,
  metadata,
  transient: displayId === undefined ? {} : { display_id: displayId },
});

/** Deno's `jupyter` throws where no notebook runs. */
function denoJupyter({ Deno }: Globals): DenoJupyter | undefined {
  try {
    return Deno?.jupyter;
  } catch {
    return undefined;
  }
}

function denoHost(jupyter: DenoJupyter): Host {
  return {
    display: (bundle, options) =>
      void jupyter.broadcast(
        options.update ? "update_display_data" : "display_data",
        content(bundle, options),
      ),
  };
}

/** Finds stock tslab by its loaded module: it shows whole bundles only through its own last display function. */
function tslabHost(): Host | undefined {
  if (typeof require === "undefined" || !require.cache) return undefined;
  const path = Object.keys(require.cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  const jupyter = path && (require.cache[path]?.exports as TslabJupyter | undefined);
  if (!jupyter || !jupyter.lastWriteDisplayData) return undefined;
  return {
    display: (bundle, options) => jupyter.lastWriteDisplayData?.(content(bundle, options), options.update),
  };
}

const terminal: Host = {
  terminal: true,
  display(bundle, { update }) {
    const text = bundle["text/plain"];
    if (text !== undefined && !update) console.log(text);
  },
};

/**
 * Finds the host of this process: tslinen's kernel, Deno's, stock tslab, or else the terminal.
 *
 * @returns Where a bundle can be sent to.
 * @example
 * currentHost().display({ "text/plain": "hello" }, { metadata: {}, update: false });
 */
export function currentHost(): Host {
  const globals = globalThis as Globals;
  const offered = globals[hostSymbol];
  if (offered) return offered;
  const jupyter = denoJupyter(globals);
  if (jupyter) return denoHost(jupyter);
  return tslabHost() ?? terminal;
}
