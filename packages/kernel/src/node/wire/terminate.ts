import { Session } from "node:inspector";
import type { Interrupts } from "../interrupts";
import { ownFolder } from "../owner";
import { beforeTermination } from "../termination";

/** How long, in milliseconds, to wait before looking again for code that can be stopped. */
const retry = 50;

/** What is evaluated in the code that is to be terminated: whether it may be. */
export const strikeOff = `globalThis[Symbol.for("${beforeTermination}")]()`;

const isOwn = (url: string): boolean => url.startsWith("node:") || url.includes(ownFolder);

/**
 * Terminates whatever the main thread is running, from another thread. Only where code of the user's runs: anywhere else
 * the thread is on its way out already, and to terminate it then would bring Node.js into disorder.
 *
 * @param done - Called when the code has ended.
 * @returns A function that calls the attempt off, for when the main thread turns out not to be stuck.
 */
export function terminateMainThread(interrupts: Interrupts, done: () => void): () => void {
  const inspector = new Session();
  const scripts = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  const pause = (): void => inspector.post("Debugger.pause");
  inspector.connectToMainThread();
  inspector.on("Debugger.scriptParsed", ({ params }) => scripts.set(params.scriptId, params.url));
  inspector.on("Debugger.paused", ({ params: { callFrames } }) => {
    const ofUser = callFrames.some(({ location }) => !isOwn(scripts.get(location.scriptId) ?? ""));
    const giveWay = (): void => {
      inspector.post("Debugger.resume");
      interrupts.signal();
      timer = setTimeout(pause, retry);
    };
    if (!ofUser) return giveWay();
    const callFrameId = callFrames[0]?.callFrameId ?? "";
    inspector.post(
      "Debugger.evaluateOnCallFrame",
      { callFrameId, expression: strikeOff },
      (error, answer) => {
        if (error || answer.result.value !== true) return giveWay();
        inspector.post("Runtime.terminateExecution", () => {
          inspector.disconnect();
          done();
        });
        inspector.post("Debugger.resume");
      },
    );
  });
  inspector.post("Debugger.enable");
  pause();
  return () => {
    clearTimeout(timer);
    inspector.disconnect();
  };
}
