import type { Content, Draft, Message } from "./message";
import { currentCell } from "./cell";
import { newIdentity } from "./identity";

/** What a comm message carries. */
export interface CommMessage {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  buffers: Uint8Array[];
}

/** What can be sent along. */
export interface CommOptions {
  /** What is said about the data. Default: nothing. */
  metadata?: Record<string, unknown>;
  /** Bytes beside the data. Default: none. */
  buffers?: Uint8Array[];
}

/** A line between the kernel and the front end. */
export class Comm {
  private readonly onMessages: ((message: CommMessage) => void)[] = [];
  private readonly onCloses: ((message: CommMessage) => void)[] = [];

  /** Made by {@link Comms.open}, or by the front end. */
  constructor(
    private readonly comms: Comms,
    /** The name of what the comm is for. */
    readonly target: string,
    /** The comm's identity. */
    readonly id: string,
  ) {}

  /** Sends data to the front end. */
  send(data: Record<string, unknown>, options: CommOptions = {}): void {
    this.comms.post("comm_msg", { comm_id: this.id, data }, options);
  }

  /** Closes the comm on both sides. */
  close(data: Record<string, unknown> = {}, options: CommOptions = {}): void {
    if (this.comms.forget(this.id)) this.comms.post("comm_close", { comm_id: this.id, data }, options);
  }

  /** Calls a function with every message from the front end. */
  onMessage(listener: (message: CommMessage) => void): this {
    this.onMessages.push(listener);
    return this;
  }

  /** Calls a function when the front end closes the comm. */
  onClose(listener: (message: CommMessage) => void): this {
    this.onCloses.push(listener);
    return this;
  }

  /** Hands a message on to those who listen. */
  receive(kind: "message" | "close", message: CommMessage): void {
    for (const listener of kind === "message" ? this.onMessages : this.onCloses) listener(message);
  }
}

/** All comms of the kernel. */
export class Comms {
  private readonly open_ = new Map<string, Comm>();
  private readonly targets = new Map<string, (comm: Comm, message: CommMessage) => void>();
  private readonly askedFor = new Set<string>();

  constructor(private readonly send: (draft: Draft) => void) {}

  /** Says what to do when the front end opens a comm for a target. */
  registerTarget(target: string, opened: (comm: Comm, message: CommMessage) => void): void {
    this.targets.set(target, opened);
  }

  /** Whether the front end has ever opened a comm for a target, or tried to. */
  wasAskedFor(target: string): boolean {
    return this.askedFor.has(target);
  }

  /** Opens a comm to a target of the front end. */
  open(target: string, data: Record<string, unknown> = {}, options: CommOptions = {}): Comm {
    const comm = new Comm(this, target, newIdentity());
    this.open_.set(comm.id, comm);
    this.post("comm_open", { comm_id: comm.id, target_name: target, data }, options);
    return comm;
  }

  /** Answers comm_info_request. */
  info(target: unknown): Content {
    const open = [...this.open_.values()].filter(
      (comm) => typeof target !== "string" || comm.target === target,
    );
    return {
      status: "ok",
      comms: Object.fromEntries(open.map((comm) => [comm.id, { target_name: comm.target }])),
    };
  }

  /** Takes a comm message in from the front end. */
  receive({ header, content, metadata, buffers }: Message): void {
    const id = String(content.comm_id);
    const message = { data: (content.data ?? {}) as CommMessage["data"], metadata, buffers };
    if (header.msg_type === "comm_open") {
      const target = String(content.target_name);
      this.askedFor.add(target);
      const opened = this.targets.get(target);
      if (!opened) return this.post("comm_close", { comm_id: id, data: {} }, {});
      const comm = new Comm(this, target, id);
      this.open_.set(id, comm);
      return opened(comm, message);
    }
    const comm = this.open_.get(id);
    if (header.msg_type === "comm_close") this.open_.delete(id);
    comm?.receive(header.msg_type === "comm_close" ? "close" : "message", message);
  }

  /** Forgets a comm; false if it was closed already. */
  forget(id: string): boolean {
    return this.open_.delete(id);
  }

  /** Sends a comm message. */
  post(type: string, content: Content, { metadata, buffers }: CommOptions): void {
    this.send({ channel: "iopub", type, content, metadata, buffers, parent: currentCell()?.request });
  }
}
