import { Signal } from "@lumino/signaling";
import type { DriveContents } from "@tslinen/lite/lib/drive";
import { PageKernel } from "@tslinen/lite/lib/pageKernel";
import { newIdentity } from "@tslinen/kernel/dist/protocol/identity";
import type { Content, Header, Message, Outgoing } from "@tslinen/kernel/dist/protocol/message";

/** Written in by the build: what the examples use without an import. */
declare const prelude: string;

/** A drive without files: what examples save stays with the workers, for as long as the page is open. */
const contents = {
  fileChanged: new Signal<object, unknown>({}),
  get: () => Promise.resolve({ content: [] }),
  save: () => Promise.resolve({}),
  delete: () => Promise.resolve(),
} as unknown as DriveContents;

/** Takes what a cell puts out. */
export type Hear = (type: string, content: Content) => void;

interface Running {
  hear: Hear;
  status: string;
  ended(status: string): void;
}

/** The page's kernel: all of its examples run there, one after the other. */
export class ExampleKernel {
  private readonly running = new Map<string, Running>();
  private readonly session = newIdentity();
  private readonly kernel = new PageKernel({
    folder: "",
    contents,
    packages: "",
    deliver: (message) => this.deliver(message),
  });

  constructor() {
    this.ready = this.run(prelude);
  }

  /** Kept once cells can run. */
  readonly ready: Promise<string>;

  /**
   * Runs a cell.
   *
   * @param hear - Takes what it puts out. Default: nobody does.
   * @returns "ok", "error" or "aborted", once it has ended.
   */
  run(code: string, hear: Hear = () => undefined): Promise<string> {
    const header: Header = {
      msg_id: newIdentity(),
      session: this.session,
      username: "reader",
      date: new Date().toISOString(),
      msg_type: "execute_request",
      version: "5.4",
    };
    const content = { code, silent: false, store_history: false, allow_stdin: false, stop_on_error: false };
    const message: Message = {
      channel: "shell",
      identities: [],
      header,
      headerText: JSON.stringify(header),
      metadata: {},
      content,
      buffers: [],
    };
    return new Promise((ended) => {
      this.running.set(header.msg_id, { hear, ended, status: "ok" });
      void this.kernel.receive(message);
    });
  }

  /** Stops the running cell. */
  interrupt(): Promise<void> {
    return this.kernel.interrupt();
  }

  private deliver({ dictionaries }: Outgoing): void {
    const [header, parent, , content] = dictionaries.map((text) => JSON.parse(text) as Content);
    const id = parent?.msg_id as string;
    const cell = this.running.get(id);
    if (!cell || !content) return;
    const type = header?.msg_type as string;
    if (type === "execute_reply") cell.status = content.status as string;
    else if (type !== "status") cell.hear(type, content);
    else if (content.execution_state === "idle") {
      this.running.delete(id);
      cell.ended(cell.status);
    }
  }
}
