import { Signal, type ISignal } from "@lumino/signaling";
import { CompilerLine } from "@tslinen/kernel/dist/compiler/line";
import { composer } from "@tslinen/kernel/dist/protocol/compose";
import { Desk } from "@tslinen/kernel/dist/protocol/desk";
import { Gatherer } from "@tslinen/kernel/dist/protocol/gather";
import type { Content, Draft, Header, Message, Outgoing } from "@tslinen/kernel/dist/protocol/message";
import { Drive, mounted, type DriveContents } from "./drive";
import { takeWorkers } from "./spare";
import type { ToPage } from "./worker/messages";
import { versions } from "./worker/versions";
import { Workers } from "./workers";

/** How long, in milliseconds, a cell has to end by itself when it is interrupted. */
const patience = 500;

/** What a cell says whose worker had to be ended. */
const ended =
  "The cell did not stop by itself, so the kernel was ended and started anew: the values of all cells are gone. " +
  "To run the cells above this one again, choose Run > Run All Above Selected Cell";

/** What a kernel in a page works with. */
export interface PageKernelParts {
  /** The notebook's folder in the drive. */
  folder: string;
  contents: DriveContents;
  /** The address below which packages are found; empty if there is none. */
  packages: string;
  /** Takes a message for the front ends. */
  deliver(message: Outgoing): void;
}

/** The part of a kernel that lives in the page: its desk, its workers, and the drive's files. */
export class PageKernel {
  private readonly compose: (draft: Draft) => Outgoing;
  private readonly line: CompilerLine;
  private readonly desk: Desk;
  private readonly drive: Drive;
  private readonly gatherer: Gatherer;
  private readonly end = new Signal<this, void>(this);
  private packages: string;
  private workers: Workers;
  /** Requests to run cells that have not been answered, in order. */
  private readonly open = new Map<string, Message>();

  constructor(parts: PageKernelParts) {
    this.packages = parts.packages;
    this.gatherer = new Gatherer((message) => parts.deliver(message));
    this.workers = takeWorkers(mounted(parts.folder), parts.packages);
    this.compose = composer(this.workers.session);
    this.line = new CompilerLine(() => this.workers.compilerPort);
    this.hearWorkers();
    this.desk = new Desk({
      send: (draft) => parts.deliver(this.compose(draft)),
      pass: (message) => this.workers.tell({ kind: "message", message }),
      interrupt: () => void this.interrupt(),
      shutDown: () => this.end.emit(),
      compiler: this.line.compiler,
      versions,
    });
    this.drive = new Drive(
      parts.contents,
      (changes) => this.workers.tellBoth({ kind: "files", changes }),
      (reason) => this.desk.tellCell(`tslinen: ${reason}\n`),
    );
    // Should it fail, the first cell says so.
    this.drive.read().catch(() => undefined);
  }

  /** Emitted when a front end asks for the kernel's end. */
  get asksToEnd(): ISignal<this, void> {
    return this.end;
  }

  /** Takes a message of a front end in. It never waits for a cell, so that others are answered meanwhile. */
  async receive(message: Message): Promise<void> {
    if (message.header.msg_type === "execute_request") {
      this.open.set(message.header.msg_id, message);
      await this.drive.read().catch((error: Error) => console.warn(`tslinen: no files: ${error.message}`));
    }
    this.desk.receive(message);
  }

  /** Sets the address below which packages are found, for the cells to come. */
  setPackages(address: string): void {
    this.packages = address;
    this.workers.tellBoth({ kind: "packages", address });
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
    this.workers.end();
    this.gatherer.flush();
    this.drive.dispose();
    Signal.clearData(this);
  }

  private hearWorkers(): void {
    this.workers.listen(
      (message) => this.hear(message),
      (reason) => this.startAnew(`A worker of the kernel has failed: ${reason}`),
    );
    this.line.open(this.workers.compilerPort);
  }

  private hear(message: ToPage): void {
    if (message.kind === "send") message.messages.forEach((one) => this.pass(one));
    else if (message.kind === "failed") {
      this.gatherer.flush();
      this.open.delete(message.request.header.msg_id);
      this.desk.fail(message.request, message.reason);
    } else if (message.kind === "written") {
      this.workers.tellCompiler({ kind: "files", changes: message.changes });
      this.drive.write(message.changes);
    }
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
    const { folder, session } = this.workers;
    this.workers = new Workers(folder, this.packages, session);
    this.hearWorkers();
    this.drive.again();
  }

  private finish(request: Message, content: Content): void {
    this.send({ channel: "shell", type: "execute_reply", content, parent: request });
    this.send({ channel: "iopub", type: "status", content: { execution_state: "idle" }, parent: request });
  }

  private send(draft: Draft): void {
    this.pass(this.compose(draft));
  }

  /** Hands a message on that comes from where cells run, or in its place. */
  private pass(message: Outgoing): void {
    this.desk.see(message);
    const [header, parent] = message.dictionaries;
    if ((JSON.parse(header) as Header).msg_type === "execute_reply") {
      this.open.delete((JSON.parse(parent) as Header).msg_id);
    }
    this.gatherer.pass(message);
  }
}
