import { Session } from "node:inspector";
import { join, sep } from "node:path";
import { kernelRoot } from "../folders";
import type { Interrupts } from "../interrupts";
import { beforeTermination } from "../termination";

/** How long, in milliseconds, to wait before looking again for code that can be stopped. */
const retry = 50;

const ownFolder = join(kernelRoot, "dist") + sep;
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
    const expression = `globalThis[Symbol.for("${beforeTermination}")]()`;
    inspector.post("Debugger.evaluateOnCallFrame", { callFrameId, expression }, (error, answer) => {
      if (error || answer.result.value !== true) return giveWay();
      inspector.post("Runtime.terminateExecution", () => {
        inspector.disconnect();
        done();
      });
      inspector.post("Debugger.resume");
    });
  });
  inspector.post("Debugger.enable");
  pause();
  return () => {
    clearTimeout(timer);
    inspector.disconnect();
  };
}
