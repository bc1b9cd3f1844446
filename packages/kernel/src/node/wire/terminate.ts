import { Session } from "node:inspector";
import { beforeTermination } from "../termination";

/**
 * Terminates whatever the main thread is running, from another thread.
 *
 * @param done - Called when the code has ended.
 * @returns A function that calls the attempt off, for when the main thread turns out not to be stuck.
 */
export function terminateMainThread(done: () => void): () => void {
  const inspector = new Session();
  inspector.connectToMainThread();
  inspector.once("Debugger.paused", ({ params }) => {
    const callFrameId = params.callFrames[0]?.callFrameId ?? "";
    const expression = `globalThis[Symbol.for("${beforeTermination}")]()`;
    inspector.post("Debugger.evaluateOnCallFrame", { callFrameId, expression }, () => {
      inspector.post("Runtime.terminateExecution", () => {
        inspector.disconnect();
        done();
      });
      inspector.post("Debugger.resume");
    });
  });
  inspector.post("Debugger.enable");
  inspector.post("Debugger.pause");
  return () => inspector.disconnect();
}
