import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Checking } from "../compiler/conversion";
import type { Port } from "../compiler/line";
import { newIdentity } from "../protocol/identity";
import { normalized } from "./files";
import { heapLimit } from "./heapLimit";
import { Interrupts } from "./interrupts";
import { laterOptimization } from "./optimization";
import { asPort } from "./port";
import { readConnection } from "./wire/connection";
import type { WireData } from "./wire/thread";

/** How a kernel is to run. */
export interface KernelOptions {
  /** How types are checked. Default: "error". */
  checking?: Checking;
  /** Whether operators on arrays mean their methods. Default: "on". */
  operators?: "on" | "off";
}

/** The thread of the sockets, with what the thread of cells has in common with it. */
export interface Wire {
  wire: Worker;
  session: string;
  folder: string;
  interrupts: Interrupts;
  /** The line to the compiler. */
  compilerPort: Port;
}

/** Starts a kernel on the sockets that a connection file names, for notebooks in the current folder. */
export function startKernel(connectionFile: string, options: KernelOptions = {}): void {
  for (const option of laterOptimization) setFlagsFromString(option);
  const wire = startWire(connectionFile, options);
  // The thread that has been started takes longer than what is loaded meanwhile.
  void import("./kernel.js").then(({ startCells }) => startCells(wire, options.checking ?? "error"));
}

function startWire(connectionFile: string, { operators = "on" }: KernelOptions): Wire {
  const connection = readConnection(connectionFile);
  const session = newIdentity();
  const folder = normalized(process.cwd());
  const guardian = process.env.JPY_PARENT_PID ? Number(process.env.JPY_PARENT_PID) : undefined;
  const interrupts = new Interrupts();
  const { port1, port2 } = new MessageChannel();
  const wire = new Worker(join(__dirname, "wire", "start.js"), {
    workerData: {
      connection,
      session,
      guardian,
      heapLimit: heapLimit(),
      interrupts: interrupts.memory,
      folder,
      operators,
      compilerPort: port2,
    } satisfies WireData,
    transferList: [port2],
  });
  return { wire, session, folder, interrupts, compilerPort: asPort(port1) };
}
