import type { Contents, KernelMessage } from "@jupyterlab/services";
import type { IKernel } from "@jupyterlite/services";
import { Signal } from "@lumino/signaling";
import { CompilerLine } from "@tslinen/kernel/dist/compiler/line";
import { composer } from "@tslinen/kernel/dist/protocol/compose";
import { Desk } from "@tslinen/kernel/dist/protocol/desk";
import type { Content, Draft, Header, Message, Outgoing } from "@tslinen/kernel/dist/protocol/message";
import { Drive, importsFiles, mounted } from "./drive";
import { newIdentity } from "@tslinen/kernel/dist/protocol/identity";
import { versions } from "./worker/versions";
import { Workers } from "./workers";

/** How long, in milliseconds, a cell has to end by itself when it is interrupted. */
const patience = 500;

/** What a cell says whose worker had to be ended. */
const ended =
  "The cell did not stop by itself, so the kernel was ended and started anew: the values of all cells are gone. " +
  "To run the cells above this one again, choose Run > Run All Above Selected Cell";

/** A kernel whose cells run in this browser. */
export class BrowserKernel implements IKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly ready = Promise.resolve();
  readonly disposed = new Signal<this, void>(this);
  isDisposed = false;
  private readonly session = newIdentity();
  private readonly compose = composer(this.session);
  private readonly line: CompilerLine;
  private readonly desk: Desk;
  private readonly drive: Drive;
  private readonly sendMessage: IKernel.SendMessage;
  private workers: Workers;
  /** The session of the front end that was heard last. */
  private frontEnd = "";
  /** Requests to run cells that have not been answered, in order. */
  private readonly open = new Map<string, Message>();

  constructor({ id, name, location, sendMessage }: IKernel.IOptions, contents: Contents.IManager) {
    this.id = id;
    this.name = name;
    this.location = location;
    this.sendMessage = sendMessage;
    this.line = new CompilerLine(() => this.workers.compilerPort);
    this.workers = this.start();
    this.desk = new Desk({
      send: (draft) => this.send(draft),
      pass: (message) => this.workers.tell({ kind: "message", message }),
      interrupt: () => void this.interrupt(),
      shutDown: () => this.dispose(),
      compiler: this.line.compiler,
      versions,
    });
    this.drive = new Drive(contents, (changes) => this.workers.change(changes));
  }

  /** Takes a message of a front end in. It never waits for a cell, so that others are answered meanwhile. */
  async handleMessage({
    header,
    channel,
    content,
    metadata,
    buffers = [],
  }: KernelMessage.IMessage): Promise<void> {
    this.frontEnd = header.session;
    const message: Message = {
      channel: channel as Message["channel"],
      identities: [],
      header: header as Header,
      headerText: JSON.stringify(header),
      metadata: metadata as Content,
      content: content as unknown as Content,
      buffers: buffers.map((one) => (one instanceof ArrayBuffer ? new Uint8Array(one) : bytesOf(one))),
    };
    if (header.msg_type === "execute_request") {
      this.open.set(header.msg_id, message);
      if (importsFiles(String(message.content.code))) await this.drive.read();
    }
    this.desk.receive(message);
  }

  /** Stops the running cell: by asking, and if it does not hear, by ending the workers. */
  async interrupt(): Promise<void> {
    const [first] = this.open.keys();
    if (first === undefined) return;
    this.workers.interrupt();
    const until = performance.now() + patience;
    while (this.open.has(first)) {
      if (performance.now() > until) return this.startAnew(ended);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    this.workers.forgetInterrupt();
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.workers.end();
    this.drive.dispose();
    this.disposed.emit();
    Signal.clearData(this);
  }

  private start(): Workers {
    const workers = new Workers(
      this.session,
      mounted(this.location),
      (message) => message.kind === "send" && message.messages.forEach((one) => this.pass(one)),
      (reason) => this.startAnew(`A worker of the kernel has failed: ${reason}`),
    );
    this.line.open(workers.compilerPort);
    return workers;
  }

  /** Ends the workers, answers what they had still to answer, and starts new ones. */
  private startAnew(reason: string): void {
    this.workers.end();
    this.line.close(new Error("the compiler has ended"));
    const [running, ...waiting] = this.open.values();
    if (running) {
      const error = { ename: "Interrupted", evalue: reason, traceback: [`Interrupted: ${reason}`] };
      this.send({ channel: "iopub", type: "error", content: error, parent: running });
      this.finish(running, { status: "error", execution_count: 0, ...error });
    }
    for (const request of waiting) this.finish(request, { status: "aborted", execution_count: 0 });
    this.workers = this.start();
  }

  private finish(request: Message, content: Content): void {
    this.send({ channel: "shell", type: "execute_reply", content, parent: request });
    this.send({ channel: "iopub", type: "status", content: { execution_state: "idle" }, parent: request });
  }

  private send(draft: Draft): void {
    this.pass(this.compose(draft));
  }

  /** Hands a message on to the front end. */
  private pass(message: Outgoing): void {
    const { channel, dictionaries, buffers } = message;
    this.desk.see(message);
    const [header, parent, metadata, content] = dictionaries.map((text) => JSON.parse(text) as Content);
    if (header?.msg_type === "execute_reply") this.open.delete(String(parent?.msg_id));
    // JupyterLite finds the front end by the session that the message names.
    const session = parent?.session ?? this.frontEnd;
    this.sendMessage({
      channel,
      header: { ...header, session },
      parent_header: parent,
      metadata,
      content,
      buffers: buffers.map((bytes) => bytes.slice().buffer),
    } as unknown as KernelMessage.IMessage);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
