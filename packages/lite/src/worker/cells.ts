/** The worker that runs cells. It can be ended and started anew. */
import { Interrupted } from "@tslinen/kernel/dist/cells/interrupted";
import { Modules } from "@tslinen/kernel/dist/cells/modules";
import { installStackTraces } from "@tslinen/kernel/dist/cells/stack";
import { CompilerLine } from "@tslinen/kernel/dist/compiler/line";
import * as forCells from "@tslinen/kernel/dist/index";
import { setPlatform, type Namespace } from "@tslinen/kernel/dist/platform";
import { offerApi } from "@tslinen/kernel/dist/protocol/api";
import { composer } from "@tslinen/kernel/dist/protocol/compose";
import { Execution } from "@tslinen/kernel/dist/protocol/execution";
import { History } from "@tslinen/kernel/dist/protocol/history";
import type { Draft, Message } from "@tslinen/kernel/dist/protocol/message";
import { Output } from "@tslinen/kernel/dist/protocol/output";
import { reasonOf, Session } from "@tslinen/kernel/dist/protocol/session";
import * as tslab from "@tslinen/kernel/dist/protocol/tslab";
import { adviseForBrowser } from "./advice";
import { captureConsole } from "./capture";
import { followTimers } from "./context";
import { MemoryFiles } from "./files";
import { offerFiles } from "./fileSystem";
import { clearImmediate, setImmediate } from "./immediates";
import type { CellsStart, FromPage, ToPage } from "./messages";
import { browserModules } from "./modules";
import { browserPlatform } from "./platform";

async function start(given: CellsStart): Promise<void> {
  const { session, folder, library, packages, stop, compiler, page } = given;
  const tell = (message: ToPage): void => page.postMessage(message);
  const files = new MemoryFiles();
  files.change(given.files);
  files.addFolder(folder);
  const server = { address: packages };
  adviseForBrowser(server);
  setPlatform(browserPlatform(files, browserModules(files, server), library));
  offerFiles(files, folder, (changes) => tell({ kind: "written", changes }));
  const tslinen = (await import(/* webpackIgnore: true */ library)) as Namespace;

  const line = new CompilerLine(() => compiler);
  const compose = composer(session);
  const send = (...drafts: Draft[]): void => tell({ kind: "send", messages: drafts.map(compose) });
  const output = new Output(send);
  const modules = new Modules(folder, {
    tslinen: () => tslinen,
    "@tslinen/kernel": () => forCells,
    tslab: () => tslab,
  });
  const execution = new Execution(line.compiler, modules, output, "error");
  const fail = (request: Message, thrown: unknown): void =>
    tell({ kind: "failed", request, reason: reasonOf(thrown) });
  const kernel = new Session({ send, fail, execution, output, history: new History(session) });

  if (stop) watchFor(stop);
  Object.assign(globalThis, { setImmediate, clearImmediate, close: refuseToClose });
  // An interrupt that ended code of its own has been told to the cell already.
  const stray = (error: unknown): void => {
    if (!(error instanceof Interrupted)) kernel.stray(error);
  };
  followTimers(stray);
  installStackTraces();
  captureConsole(output);
  offerApi({ session: kernel, execution, output });
  self.addEventListener("error", (event) => {
    event.preventDefault();
    stray(event.error);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    stray(event.reason);
  });
  page.onmessage = ({ data }: MessageEvent<FromPage>) => {
    if (data.kind === "message") kernel.receive(data.message);
    else if (data.kind === "files") files.change(data.changes);
    else if (data.kind === "packages") server.address = data.address;
    else {
      kernel.interrupt();
      tell({ kind: "interrupted" });
    }
  };
}

/** Gives loops of cells the memory that they look at (the kernel's `compiler/stops.ts`). */
function watchFor(stop: Int32Array): void {
  const now = (): never => {
    throw new Interrupted();
  };
  Object.defineProperty(globalThis, Symbol.for("tslinen.stop"), { value: Object.assign(stop, { now }) });
}

function refuseToClose(): never {
  throw new Error("close(): a cell cannot end the kernel; shut it down or restart it instead");
}

self.onmessage = ({ data }: MessageEvent<CellsStart>) => {
  self.onmessage = null;
  void start(data);
};
