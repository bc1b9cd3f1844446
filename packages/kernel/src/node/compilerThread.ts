/** The thread that compiles: it starts while Jupyter connects. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { serve } from "../compiler/serve";
import { compilerHost } from "./compilerHost";
import { asPort } from "./port";

/** What the thread is given to start with. */
export interface CompilerData {
  /** The notebook's folder. */
  folder: string;
  /** What cells have declared before the thread was started. */
  declarations: string;
  /** Lines on which the thread is asked. */
  ports: MessagePort[];
}

if (parentPort) {
  const { folder, declarations, ports } = workerData as CompilerData;
  serve(compilerHost(folder), declarations, ports.map(asPort));
}
