/**
 * The thread that talks to Jupyter: the sockets, the kernel's desk, and what ends code that does not listen.
 */
import type { MessagePort } from "node:worker_threads";
import { answerCalls, type Methods } from "../../compiler/line";
import type { Compiler, ConvertedAhead } from "../../compiler/services";
import { composer } from "../../protocol/compose";
import { Desk } from "../../protocol/desk";
import { Gatherer } from "../../protocol/gather";
import type { Message, Outgoing } from "../../protocol/message";
import { endChildrenWaitedFor } from "./children";
import type { Connection } from "./connection";
import { Interrupts } from "../interrupts";
import { asPort } from "../port";
import { makeSnapshot } from "../snapshot/snapshot";
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
  /** Whether operators on arrays mean their methods. */
  operators?: "on" | "off";
  /** On which the main thread asks the compiler. */
  compilerPort: MessagePort;
  /** How large the heap of the main thread may become, in bytes. */
  heapLimit: number;
  /** The process whose end ends the kernel, if there is one. */
  guardian?: number;
}

/** What the thread tells the main thread. */
export type FromWire =
  | { kind: "bound" }
  | { kind: "message"; message: Message; isAhead: boolean }
  | { kind: "ahead"; request: string; converted?: ConvertedAhead }
  | { kind: "interrupt" }
  | { kind: "shutdown" };

/** What the main thread tells the thread. */
export type ToWire =
  | { kind: "send"; messages: Outgoing[] }
  | { kind: "failed"; request: Message; reason: string }
  | { kind: "interrupted" }
  | { kind: "close" };

/** How long a signal has to stop the running code before the engine is told to. */
const patience = 400;
/** How long, in milliseconds, after its start a kernel makes what the next one will start from. */
const unhurried = 5000;
/** How long code has to stop until the reader is told that it does not. */
const obstinate = 1500;
const beyondReach =
  "The cell has not stopped: it is within a call that Node.js carries out in one piece, such as compressing or deriving " +
  "a key, and stops when that ends. To end it at once, restart the kernel.\n";
/** How long the main thread has to end the process by itself. */
const grace = 1500;

/** Opens the sockets, for as long as the kernel lives. */
export function serve(
  data: WireData,
  main: MessagePort,
  interrupts: Interrupts,
  compiler: Compiler,
  hasSnapshot: boolean,
): void {
  const { connection, session, guardian, heapLimit } = data;
  const compose = composer(session);
  const tell = (message: FromWire): void => main.postMessage(message);
  const desk = new Desk({
    send: (draft) => sockets.send(compose(draft)),
    pass,
    takesAhead: true,
    interrupt: () => void interrupt(),
    shutDown: () => void shutDown(),
    compiler,
    versions,
    debug: (request) => debugging.request(request),
  });
  const debugging = debuggerFor(data.folder, compiler, (event) =>
    sockets.send(compose({ channel: "iopub", type: "debug_event", content: event })),
  );
  const sockets = new Sockets(
    connection,
    (message) => desk.receive(message),
    (topic) => desk.welcome(Buffer.from(topic).toString()),
  );
  const gatherer = new Gatherer((message) => sockets.send(message));
  let giveUp = (): void => undefined;
  let stuck: NodeJS.Timeout | undefined;
  let isClosing = false;

  function pass(message: Message, ahead?: Promise<ConvertedAhead | undefined>): void {
    tell({ kind: "message", message, isAhead: ahead !== undefined });
    const request = message.header.msg_id;
    ahead?.then(
      (converted) => tell({ kind: "ahead", request, converted }),
      // It will fail again when the cell is asked for, and whoever asks hears of it.
      () => tell({ kind: "ahead", request, converted: undefined }),
    );
  }

  function sendOn(message: Outgoing): void {
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
    clearTimeout(stuck);
    stuck = setTimeout(() => desk.tellCell(beyondReach), obstinate);
    const timer = setTimeout(() => {
      debugging.standAside(true);
      const callOff = terminateMainThread(interrupts, () => {
        clearTimeout(stuck);
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
    if (order.kind === "send") order.messages.forEach(sendOn);
    else if (order.kind === "failed") {
      gatherer.flush();
      desk.fail(order.request, order.reason);
    } else if (order.kind === "interrupted") {
      clearTimeout(stuck);
      giveUp();
    } else void shutDown();
  });

  answerCalls(asPort(data.compilerPort), compiler as unknown as Methods);
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
    if (!hasSnapshot) setTimeout(() => void makeSnapshot(), unhurried).unref();
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
