import { spawn } from "node:child_process";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import type { CompilerHost } from "../compiler/host";
import { CompilerLine, type Port } from "../compiler/line";
import type { Compiler } from "../compiler/services";
import type { CompilerData } from "./compilerThread";
import { asPort } from "./port";
import { dropSnapshot, snapshotEnvironment, snapshotOptions } from "./snapshot/snapshot";

/** What the compiler is started with. */
export interface CompilerStart {
  /** The notebook's folder. */
  folder: string;
  /** Whether operators on arrays mean their methods. Default: "on". */
  operators?: CompilerHost["operators"];
  /** What cells have declared before it was started. */
  declarations: string;
}

/** How the compiler is run. */
export interface CompilerOptions extends Pick<CompilerStart, "operators"> {
  /** A snapshot of the compiler, which a process of its own runs. Default: none; it runs in a thread. */
  snapshot?: string;
  /** Told of that process. */
  started?(pid: number): void;
  /** What the thread runs. Default: the compiler. */
  script?: string;
}

/** What the engine ends a process for. */
const outOfMemory = "it needed more memory than there is";

/** Whether somebody has ended a process, not the process itself. */
const isFromOutside = (signal: string | null): boolean =>
  signal !== null && ["SIGHUP", "SIGINT", "SIGKILL", "SIGTERM"].includes(signal);

/** A compiler that runs. */
interface Running {
  port: Port;
  /** Says why, when it has ended, and whether it could not even start. */
  ended: Promise<{ reason: string; isRefused: boolean }>;
}

/**
 * Starts the compiler. Should it end, as when a type takes all its memory, the calls it has not answered fail, and it is
 * started anew with what cells have declared before: at once if it had answered anything, and otherwise when something is
 * asked. A snapshot that does not run is given up: a thread answers instead.
 *
 * @param folder - The notebook's folder.
 */
export function startCompiler(folder: string, options: CompilerOptions = {}): Compiler {
  const { operators, started, script = join(__dirname, "compilerThread.js") } = options;
  let { snapshot } = options;
  let declarations = "";

  function start(): Port {
    const given: CompilerStart = { folder, operators, declarations };
    const { port, ended } = snapshot ? inProcess(snapshot, given, started) : inThread(script, given);
    void ended.then(({ reason, isRefused }) => {
      if (snapshot && isRefused) {
        dropSnapshot(snapshot);
        snapshot = undefined;
        return line.open(start());
      }
      const restart = line.hasAnswered;
      line.close(new Error(reason));
      if (restart) line.open(start());
    });
    return port;
  }

  const line = new CompilerLine(start);
  line.open(start());
  const { compiler } = line;
  return {
    ...compiler,
    async declare(dropped, elements) {
      declarations = await compiler.declare(dropped, elements);
      return declarations;
    },
  };
}

function inThread(script: string, given: CompilerStart): Running {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    workerData: { ...given, ports: [port2] } satisfies CompilerData,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  let reason = "the compiler has ended";
  worker.on("error", (error) => {
    reason = `the compiler has ended: ${(error as Error).message}`;
  });
  const ended = new Promise<Awaited<Running["ended"]>>((resolve) => {
    worker.on("exit", () => {
      port1.close();
      resolve({ reason, isRefused: false });
    });
  });
  return { port: asPort(port1), ended };
}

function inProcess(snapshot: string, given: CompilerStart, started?: (pid: number) => void): Running {
  const child = spawn(process.execPath, snapshotOptions(snapshot), {
    env: snapshotEnvironment(),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  });
  if (child.pid !== undefined) started?.(child.pid);
  let wasReady = false;
  const send = (message: unknown): void => {
    // A message to a process that has ended is lost with the others.
    if (child.connected) child.send(message as object, () => undefined);
  };
  const port: Port = { postMessage: send, onmessage: null };
  child.on("message", (data) => {
    if (data === "ready") wasReady = true;
    else port.onmessage?.({ data } as never);
  });
  send(given);
  const ended = new Promise<Awaited<Running["ended"]>>((resolve) => {
    const end = (how: string, isRefused: boolean): void =>
      resolve({ reason: `the compiler has ended: ${how}`, isRefused });
    child.on("error", ({ message }) => end(message, !wasReady));
    child.on("exit", (status, signal) =>
      end(
        signal === "SIGABRT" ? outOfMemory : (signal ?? `status ${status}`),
        !wasReady && !isFromOutside(signal),
      ),
    );
  });
  return { port, ended };
}
