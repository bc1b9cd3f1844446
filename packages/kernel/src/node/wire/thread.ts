/**
 * The thread that talks to Jupyter. It answers what needs no cell (heartbeats, kernel_info, interrupts, shutdown) even
 * while a cell keeps the main thread busy, and passes everything else on.
 */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { CompilerLine } from "../../compiler/line";
import { codeHandlers, RunCells } from "../../protocol/codeHandlers";
import { composer } from "../../protocol/compose";
import { kernelInfo } from "../../protocol/kernelInfo";
import type { Channel, Content, Draft, Message, Outgoing } from "../../protocol/message";
import { endChildrenWaitedFor } from "./children";
import type { Connection } from "./connection";
import { Interrupts } from "../interrupts";
import { asPort } from "../port";
import { versions } from "../versions";
import { Gatherer } from "./gather";
import { Sockets } from "./sockets";
import { terminateMainThread } from "./terminate";

/** What the main thread gives the thread to start with. */
export interface WireData {
  connection: Connection;
  session: string;
  /** The memory of {@link Interrupts}. */
  interrupts: Int32Array;
  /** The process whose end ends the kernel, if there is one. */
  guardian?: number;
}

/** What the thread tells the main thread. */
export type FromWire =
  { kind: "bound" } | { kind: "message"; message: Message } | { kind: "interrupt" } | { kind: "shutdown" };

/** What the main thread tells the thread. */
export type ToWire =
  | { kind: "send"; messages: Outgoing[] }
  | { kind: "compiler"; port: MessagePort }
  | { kind: "interrupted" }
  | { kind: "close" };

/** What a message answers or belongs to. */
type Parent = NonNullable<Draft["parent"]> & { channel?: Channel };

/** How long a signal has to stop the running code before the engine is told to. */
const patience = 400;
/** How long the main thread has to end the process by itself. */
const grace = 1500;

if (parentPort) serve(workerData as WireData, parentPort);

function serve({ connection, session, guardian, interrupts: memory }: WireData, main: MessagePort): void {
  const compose = composer(session);
  const interrupts = new Interrupts(memory);
  const line = new CompilerLine(() => {
    throw new Error("the compiler is not there yet");
  });
  const sockets = new Sockets(connection, receive, subscribed);
  const gatherer = new Gatherer((message) => sockets.send(message));
  const ran = new RunCells();
  const handlers = codeHandlers(line.compiler, ran);
  let state: unknown = "starting";
  /** What the state belongs to. */
  let running: Parent | undefined;
  let giveUp = (): void => undefined;

  const tell = (message: FromWire): void => main.postMessage(message);

  function reply(parent: Parent | undefined, type: string, content: Content): void {
    sockets.send(
      compose({
        channel: type.endsWith("_reply") ? (parent?.channel ?? "shell") : "iopub",
        type,
        content,
        parent,
      }),
    );
  }

  /** Greets a front end, and tells it what state the kernel is in: nothing else might, for as long as it asks nothing. */
  function subscribed(topic: Uint8Array): void {
    reply(undefined, "iopub_welcome", { subscription: Buffer.from(topic).toString() });
    reply(undefined, "status", { execution_state: state });
  }

  function pass(message: Outgoing): void {
    const isStatus = message.channel === "iopub" && message.identities[0] === "status";
    if (isStatus) {
      state = (JSON.parse(message.dictionaries[3]) as Content).execution_state;
      running = { identities: [], headerText: message.dictionaries[1] };
    }
    if (message.channel === "shell") noteEnd(message);
    gatherer.pass(message);
  }

  /** Notes how a cell has ended: an editor's questions depend on what has run. */
  function noteEnd({ dictionaries: [header, parent, , content] }: Outgoing): void {
    if ((JSON.parse(header) as Message["header"]).msg_type !== "execute_reply") return;
    ran.end((JSON.parse(parent) as Message["header"]).msg_id, (JSON.parse(content) as Content).status);
  }

  function answer(request: Message, type: string, content: Content): void {
    reply(request, "status", { execution_state: "busy" });
    reply(request, type, content);
    reply(request, "status", { execution_state: "idle" });
  }

  function receive(message: Message): void {
    switch (message.header.msg_type) {
      case "kernel_info_request":
        return answer(message, "kernel_info_reply", kernelInfo(versions));
      case "interrupt_request":
        interrupt();
        return answer(message, "interrupt_reply", { status: "ok" });
      case "shutdown_request":
        answer(message, "shutdown_reply", { status: "ok", restart: message.content.restart === true });
        return void shutDown();
      case "execute_request":
        show(message);
        ran.ask(message.header.msg_id, message.metadata, message.content);
        return tell({ kind: "message", message });
      default:
        if (Object.hasOwn(handlers, message.header.msg_type)) void handle(message);
        else tell({ kind: "message", message });
    }
  }

  /** Answers what the compiler knows, even while a cell runs; an editor's questions without a word about the state. */
  async function handle(message: Message): Promise<void> {
    const type = message.header.msg_type;
    const isQuiet = type === "tslinen_request";
    if (!isQuiet) reply(message, "status", { execution_state: "busy" });
    let content: Content;
    try {
      content = (await handlers[type]?.(message)) ?? {};
    } catch (error) {
      const { name, message: evalue } = error as Error;
      content = { status: "error", ename: name, evalue, traceback: [] };
    }
    reply(message, type.replace(/_request$/, "_reply"), content);
    if (isQuiet) return;
    reply(message, "status", { execution_state: "idle" });
    // A front end shows the state it heard last: it should not take a running cell for ended.
    if (state === "busy") reply(running, "status", { execution_state: state });
  }

  function show({ header, content: { code } }: Message): void {
    // By the time the main thread asks for the cell, most of the compiler's work is done.
    if (typeof code === "string") line.compiler.prepare(header.msg_id, code).catch(() => undefined);
  }

  function interrupt(): void {
    interrupts.ask();
    endChildrenWaitedFor(interrupts);
    if (!interrupts.signal()) tell({ kind: "interrupt" });
    giveUp();
    const timer = setTimeout(() => {
      giveUp = terminateMainThread(interrupts, () => {
        giveUp = () => undefined;
        tell({ kind: "interrupt" });
      });
    }, patience);
    giveUp = () => clearTimeout(timer);
  }

  async function shutDown(): Promise<void> {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), grace);
    gatherer.flush();
    await sockets.close();
    tell({ kind: "shutdown" });
  }

  main.on("message", (order: ToWire) => {
    if (order.kind === "send") order.messages.forEach(pass);
    else if (order.kind === "interrupted") giveUp();
    else if (order.kind === "compiler") {
      line.close(new Error("the compiler has ended"));
      line.open(asPort(order.port));
    } else void shutDown();
  });

  if (guardian !== undefined) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent || ended(guardian)) void shutDown();
    }, 1000).unref();
  }

  void sockets.bind().then(() => {
    reply(undefined, "status", { execution_state: state });
    state = "idle";
    tell({ kind: "bound" });
  });
}

/** Whether a process has ended, maybe before this one looked. On Windows Jupyter names a handle instead of a process. */
function ended(pid: number): boolean {
  if (process.platform === "win32") return false;
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
