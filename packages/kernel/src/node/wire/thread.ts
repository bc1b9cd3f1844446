/**
 * The thread that talks to Jupyter: the sockets, the kernel's desk, and what ends code that does not listen.
 */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { CompilerLine } from "../../compiler/line";
import { composer } from "../../protocol/compose";
import { Desk } from "../../protocol/desk";
import { Gatherer } from "../../protocol/gather";
import type { Message, Outgoing } from "../../protocol/message";
import { endChildrenWaitedFor } from "./children";
import type { Connection } from "./connection";
import { Interrupts } from "../interrupts";
import { asPort } from "../port";
import { versions } from "../versions";
import { debuggerFor } from "./debugger";
import { memoryText, watchMemory } from "./memory";
import { Sockets } from "./sockets";
import { strikeOff, terminateMainThread } from "./terminate";

/** What the main thread gives the thread to start with. */
export interface WireData {
  connection: Connection;
  session: string;
  /** The memory of {@link Interrupts}. */
  interrupts: Int32Array;
  /** The notebook's folder. */
  folder: string;
  /** How large the heap of the main thread may become, in bytes. */
  heapLimit: number;
  /** The process whose end ends the kernel, if there is one. */
  guardian?: number;
}

/** What the thread tells the main thread. */
export type FromWire =
  { kind: "bound" } | { kind: "message"; message: Message } | { kind: "interrupt" } | { kind: "shutdown" };

/** What the main thread tells the thread. */
export type ToWire =
  | { kind: "send"; messages: Outgoing[] }
  | { kind: "failed"; request: Message; reason: string }
  | { kind: "compiler"; port: MessagePort }
  | { kind: "interrupted" }
  | { kind: "close" };

/** How long a signal has to stop the running code before the engine is told to. */
const patience = 400;
/** How long the main thread has to end the process by itself. */
const grace = 1500;

if (parentPort) serve(workerData as WireData, parentPort);

function serve(data: WireData, main: MessagePort): void {
  const { connection, session, guardian, heapLimit, interrupts: memory } = data;
  const compose = composer(session);
  const interrupts = new Interrupts(memory);
  const line = new CompilerLine(() => {
    throw new Error("the compiler is not there yet");
  });
  const tell = (message: FromWire): void => main.postMessage(message);
  const desk = new Desk({
    send: (draft) => sockets.send(compose(draft)),
    pass: (message) => tell({ kind: "message", message }),
    interrupt: () => void interrupt(),
    shutDown: () => void shutDown(),
    compiler: line.compiler,
    versions,
    debug: (request) => debugging.request(request),
  });
  const debugging = debuggerFor(data.folder, line.compiler, (event) =>
    sockets.send(compose({ channel: "iopub", type: "debug_event", content: event })),
  );
  const sockets = new Sockets(
    connection,
    (message) => desk.receive(message),
    (topic) => desk.welcome(Buffer.from(topic).toString()),
  );
  const gatherer = new Gatherer((message) => sockets.send(message));
  let giveUp = (): void => undefined;
  let isClosing = false;

  function pass(message: Outgoing): void {
    if (isClosing) return;
    desk.see(message);
    gatherer.pass(message);
  }

  function interrupt(): Promise<void> {
    interrupts.ask();
    endChildrenWaitedFor(interrupts);
    const isSignalled = interrupts.signal();
    if (!isSignalled) tell({ kind: "interrupt" });
    giveUp();
    const timer = setTimeout(() => {
      debugging.standAside(true);
      const callOff = terminateMainThread(interrupts, () => {
        giveUp = () => undefined;
        debugging.standAside(false);
        tell({ kind: "interrupt" });
      });
      giveUp = () => {
        callOff();
        debugging.standAside(false);
      };
    }, patience);
    giveUp = () => clearTimeout(timer);
    return debugging.interrupt(isSignalled ? undefined : strikeOff);
  }

  async function shutDown(): Promise<void> {
    isClosing = true;
    const end = (): boolean => process.kill(process.pid, "SIGKILL");
    setTimeout(end, grace);
    gatherer.flush();
    await sockets.close();
    // Code that has stopped is not to run on, not even until a signal reaches it.
    if (debugging.isPaused) end();
    debugging.end();
    tell({ kind: "shutdown" });
  }

  main.on("message", (order: ToWire) => {
    if (order.kind === "send") order.messages.forEach(pass);
    else if (order.kind === "failed") {
      gatherer.flush();
      desk.fail(order.request, order.reason);
    } else if (order.kind === "interrupted") giveUp();
    else if (order.kind === "compiler") {
      line.close(new Error("the compiler has ended"));
      line.open(asPort(order.port));
    } else void shutDown();
  });

  watchMemory(heapLimit, (used) => desk.tellCell(memoryText(used, heapLimit)));

  if (guardian !== undefined) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent || ended(guardian)) void shutDown();
    }, 1000).unref();
  }

  void sockets.bind().then(() => {
    desk.open();
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
