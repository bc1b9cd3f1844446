import { Interrupted } from "../cells/interrupted";
import { Modules } from "../cells/modules";
import { installStackTraces } from "../cells/stack";
import { loadViewsWith } from "../cells/views";
import type { Checking } from "../compiler/conversion";
import { CompilerLine } from "../compiler/line";
import { installProbe } from "../debugger/probe";
import * as forCells from "../index";
import { setPlatform } from "../platform";
import { offerApi } from "../protocol/api";
import { composer } from "../protocol/compose";
import { Execution } from "../protocol/execution";
import { History } from "../protocol/history";
import type { Draft, Message, Outgoing } from "../protocol/message";
import { Output } from "../protocol/output";
import { reasonOf, Session } from "../protocol/session";
import * as tslab from "../protocol/tslab";
import { captureStreams } from "./capture";
import { watchChildren } from "./children";
import { keepListening } from "./listeners";
import { nodePlatform } from "./platform";
import { prepareForTermination } from "./termination";
import { offerTurns } from "./turns";
import { tellWatched } from "./watch";
import type { Wire } from "./start";
import type { FromWire, ToWire } from "./wire/thread";

/** What most notebooks import. */
const library = "tslinen";
/** After how many milliseconds it is loaded, if no cell has asked for it: the first ones are to be quick. */
const unhurried = 1000;
const { soon } = nodePlatform;

const mentions = (code: unknown, text: string): boolean => typeof code === "string" && code.includes(text);

/** Starts what runs cells, in this thread; that of the sockets has been started. */
export function startCells(
  { wire, session, folder, interrupts, compilerPort }: Wire,
  checking: Checking,
): void {
  setPlatform(nodePlatform);
  const tell = (order: ToWire): void => wire.postMessage(order);
  const line = new CompilerLine(() => compilerPort);
  const compose = composer(session);
  let held: Outgoing | undefined;
  const release = (): void => {
    if (held) tell({ kind: "send", messages: [held] });
    held = undefined;
  };
  const send = (...drafts: Draft[]): void => {
    const messages = drafts.map(compose);
    if (held) messages.unshift(held);
    held = undefined;
    if (messages.length > 0) tell({ kind: "send", messages });
  };
  const hold = (draft: Draft): void => {
    release();
    held = compose(draft);
  };
  const output = new Output(send, hold);
  const modules = new Modules(folder, {
    "@tslinen/kernel": () => forCells,
    tslab: () => tslab,
  });
  const execution = new Execution(line.compiler, modules, output, checking);
  const history = new History(session);
  const fail = (request: Message, thrown: unknown): void => {
    release();
    tell({ kind: "failed", request, reason: reasonOf(thrown) });
  };
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
  const loadAhead = (): void => modules.loadAhead(library);
  loadViewsWith(loadAhead);
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
    if (message.kind === "message") {
      const { content, header } = message.message;
      if (message.isAhead) execution.expect(header.msg_id);
      kernel.receive(message.message);
      // While the cell is compiled, there is time to load what it imports.
      if (mentions(content.code, library)) soon(loadAhead);
    } else if (message.kind === "ahead") execution.takeIn(message.request, message.converted);
    else if (message.kind === "bound") setTimeout(loadAhead, unhurried);
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
