/** The thread that compiles: it starts while Jupyter connects. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { rehearsed, serve } from "../compiler/serve";
import type { CompilerStart } from "./compiler";
import { compilerHost } from "./compilerHost";
import { asPort } from "./port";

/** What the thread is given to start with. */
export interface CompilerData extends CompilerStart {
  /** Lines on which the thread is asked. */
  ports: MessagePort[];
}

if (parentPort) {
  const { folder, operators, declarations, ports } = workerData as CompilerData;
  serve(rehearsed(compilerHost(folder, operators)), declarations, ports.map(asPort));
}
