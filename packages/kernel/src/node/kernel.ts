import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { Interrupted } from "../cells/interrupted";
import { Modules } from "../cells/modules";
import { installStackTraces } from "../cells/stack";
import type { Checking } from "../compiler/conversion";
import { installProbe } from "../debugger/probe";
import * as forCells from "../index";
import { setPlatform } from "../platform";
import { offerApi } from "../protocol/api";
import { composer } from "../protocol/compose";
import { Execution } from "../protocol/execution";
import { History } from "../protocol/history";
import { newIdentity } from "../protocol/identity";
import type { Draft, Message } from "../protocol/message";
import { Output } from "../protocol/output";
import { reasonOf, Session } from "../protocol/session";
import * as tslab from "../protocol/tslab";
import { captureStreams } from "./capture";
import { startCompiler } from "./compiler";
import { watchChildren } from "./children";
import { normalized } from "./files";
import { heapLimit } from "./heapLimit";
import { Interrupts } from "./interrupts";
import { keepListening } from "./listeners";
import { nodePlatform } from "./platform";
import { prepareForTermination } from "./termination";
import { offerTurns } from "./turns";
import { tellWatched } from "./watch";
import { readConnection } from "./wire/connection";
import type { FromWire, ToWire, WireData } from "./wire/thread";

/** How a kernel is to run. */
export interface KernelOptions {
  /** How types are checked. Default: "error". */
  checking?: Checking;
  /** Whether operators on arrays mean their methods. Default: "on". */
  operators?: "on" | "off";
}

/**
 * Lets code run four times as long before Node 20 optimizes it: most code of a notebook runs briefly, and optimizing it
 * was a fifth of a kernel's work. Later versions have a quicker compiler for such code, and another measure.
 */
function optimizeLater(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=264000");
}

/** Starts a kernel on the sockets that a connection file names, for notebooks in the current folder. */
export function startKernel(
  connectionFile: string,
  { checking = "error", operators = "on" }: KernelOptions = {},
): void {
  optimizeLater();
  setPlatform(nodePlatform);
  const connection = readConnection(connectionFile);
  const session = newIdentity();
  const folder = normalized(process.cwd());
  const guardian = process.env.JPY_PARENT_PID ? Number(process.env.JPY_PARENT_PID) : undefined;
  const interrupts = new Interrupts();
  const wire = new Worker(join(__dirname, "wire", "thread.js"), {
    workerData: {
      connection,
      session,
      guardian,
      heapLimit: heapLimit(),
      interrupts: interrupts.memory,
      folder,
    } satisfies WireData,
  });
  const tell = (order: ToWire): void => wire.postMessage(order);
  const compiler = startCompiler(folder, {
    operators,
    connect: (port) => wire.postMessage({ kind: "compiler", port } satisfies ToWire, [port]),
  });

  const compose = composer(session);
  const send = (...drafts: Draft[]): void => tell({ kind: "send", messages: drafts.map(compose) });
  const output = new Output(send);
  const modules = new Modules(folder, {
    "@tslinen/kernel": () => forCells,
    tslab: () => tslab,
  });
  const execution = new Execution(compiler, modules, output, checking);
  const history = new History(session);
  const fail = (request: Message, thrown: unknown): void =>
    tell({ kind: "failed", request, reason: reasonOf(thrown) });
  const kernel = new Session({ send, fail, execution, output, history });

  const exit = process.exit.bind(process);
  process.exit = (code) => {
    throw new Error(
      `process.exit(${code ?? ""}): a cell cannot end the kernel; shut it down or restart it instead`,
    );
  };
  interrupts.takeOwnSignals();
  prepareForTermination(interrupts);
  offerTurns();
  watchChildren(interrupts);
  installStackTraces();
  installProbe(execution.scope, modules);
  captureStreams(output);
  offerApi({ session: kernel, execution, output });

  const interrupt = (): void => {
    interrupts.see();
    kernel.interrupt();
    tell({ kind: "interrupted" });
  };
  const listen = keepListening({
    SIGINT: interrupt,
    uncaughtException(error: unknown) {
      if (!(error instanceof Interrupted)) kernel.stray(error);
    },
    unhandledRejection: (reason: unknown) => kernel.stray(reason),
  });
  tellWatched(interrupts, listen);
  wire.on("message", (message: FromWire) => {
    listen();
    if (message.kind === "message") kernel.receive(message.message);
    // While the compiler gets ready, there is time to load what most notebooks import; the sockets were to open first.
    else if (message.kind === "bound") modules.loadAhead("tslinen");
    else if (message.kind === "interrupt") interrupt();
    else if (message.kind === "shutdown") {
      history.save();
      exit(0);
    }
  });
  wire.on("error", (error) => {
    process.stderr.write(`tslinen: ${(error as Error).message}\n`);
    exit(1);
  });
}
