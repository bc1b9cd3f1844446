/** Starts the compiler, which takes longest, and then the thread of the sockets, which runs this. */
import { parentPort, workerData } from "node:worker_threads";
import { startCompiler } from "../compiler";
import { Interrupts } from "../interrupts";
import { findSnapshot } from "../snapshot/snapshot";
import type { WireData } from "./thread";

if (parentPort) {
  const data = workerData as WireData;
  const interrupts = new Interrupts(data.interrupts);
  const snapshot = findSnapshot();
  const compiler = startCompiler(data.folder, {
    operators: data.operators,
    snapshot,
    started: (pid) => interrupts.leaveAlone(pid),
  });
  const main = parentPort;
  void import("./thread.js").then(({ serve }) =>
    serve(data, main, interrupts, compiler, snapshot !== undefined),
  );
}
