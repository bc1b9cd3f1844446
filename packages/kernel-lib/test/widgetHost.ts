/** A kernel with a front end that writes down what it is told, for tests of widgets. */
import type { Anything } from "../src/array/anything";
import { hostSymbol, type CapturedOutput, type CommMessage, type Host } from "../src/display";

/** A message that the front end has got. */
export interface Told {
  readonly type: "comm_open" | "comm_msg" | "comm_close";
  readonly id: string;
  readonly data: Anything;
  readonly buffers: Uint8Array[];
  readonly metadata: Record<string, unknown>;
}

type Listener = (message: CommMessage) => void;

/** The front end, and the kernel's side of its lines. */
export class FrontEnd {
  readonly told: Told[] = [];
  readonly shown: Record<string, unknown>[] = [];
  /** What has taken the place of something shown. */
  readonly updated: Record<string, unknown>[] = [];
  private readonly listeners = new Map<string, { message: Listener[]; close: (() => void)[] }>();
  private readonly targets = new Map<string, (comm: Anything, message: CommMessage) => void>();
  private readonly asked = new Set<string>();
  private hooks: (() => unknown)[] = [];
  private count = 0;

  readonly host: Host = {
    display: (bundle, { update }) => void (update ? this.updated : this.shown).push(bundle),
    atCellEnd: (hook) => void this.hooks.push(hook),
    whenIdle: (task) => void setTimeout(task, 0),
    comms: {
      open: (target, data, { buffers = [], metadata = {} } = {}) => {
        const comm = this.comm(`comm-${++this.count}`);
        this.told.push({ type: "comm_open", id: comm.id, data, buffers, metadata: { ...metadata, target } });
        return comm;
      },
      registerTarget: (target, opened) => void this.targets.set(target, opened),
      wasAskedFor: (target) => this.asked.has(target),
    },
    capture: async (run, receive) => {
      const write = (type: string, content: CapturedOutput["content"]) => void receive({ type, content });
      this.write = write;
      try {
        await run();
      } catch (error) {
        write("error", { ename: "Error", evalue: (error as Error).message, traceback: [] });
      }
      return async () => undefined;
    },
  };
  /** Puts something out as captured code does. */
  write: (type: string, content: CapturedOutput["content"]) => void = () => undefined;

  private comm(id: string) {
    const heard = { message: [] as Listener[], close: [] as (() => void)[] };
    this.listeners.set(id, heard);
    return {
      id,
      send: (data: Anything, { buffers = [], metadata = {} }: Anything = {}) =>
        void this.told.push({ type: "comm_msg", id, data, buffers, metadata }),
      close: () => void this.told.push({ type: "comm_close", id, data: {}, buffers: [], metadata: {} }),
      onMessage: (listener: Listener) => void heard.message.push(listener),
      onClose: (listener: () => void) => void heard.close.push(listener),
    };
  }

  /** Says something on a line. */
  say(id: string, data: Anything, buffers: Uint8Array[] = []): void {
    for (const listener of this.listeners.get(id)?.message ?? []) listener({ data, buffers, metadata: {} });
  }

  /** Closes a line. */
  close(id: string): void {
    for (const listener of this.listeners.get(id)?.close ?? []) listener();
  }

  /** Opens a line to the kernel, and gives its name. */
  open(target: string, data: Anything, metadata: Record<string, unknown>): string {
    const comm = this.comm(`page-${++this.count}`);
    this.asked.add(target);
    this.targets.get(target)?.(comm, { data, metadata, buffers: [] });
    return comm.id;
  }

  /** What has been said on a line, and is forgotten with that. */
  take(id?: string): Told[] {
    const taken = this.told.filter((one) => id === undefined || one.id === id);
    for (const one of taken) this.told.splice(this.told.indexOf(one), 1);
    return taken;
  }

  /** Ends the cell. */
  async endCell(): Promise<void> {
    for (const hook of this.hooks.splice(0)) await hook();
  }
}

const globals = globalThis as { [hostSymbol]?: Host };

/** Opens a notebook for what follows. */
export function withFrontEnd(): FrontEnd {
  const page = new FrontEnd();
  globals[hostSymbol] = page.host;
  return page;
}

/** Takes the notebook away. */
export function withoutFrontEnd(): void {
  delete globals[hostSymbol];
}
