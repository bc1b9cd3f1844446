/** The thread that compiles: it starts while Jupyter connects. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import type { CompilerHost } from "../compiler/host";
import { serve } from "../compiler/serve";
import { compilerHost } from "./compilerHost";
import { asPort } from "./port";

/** What the thread is given to start with. */
export interface CompilerData {
  /** The notebook's folder. */
  folder: string;
  /** Whether operators on arrays mean their methods. */
  operators?: CompilerHost["operators"];
  /** What cells have declared before the thread was started. */
  declarations: string;
  /** Lines on which the thread is asked. */
  ports: MessagePort[];
}

if (parentPort) {
  const { folder, operators, declarations, ports } = workerData as CompilerData;
  serve(compilerHost(folder, operators), declarations, ports.map(asPort));
}
