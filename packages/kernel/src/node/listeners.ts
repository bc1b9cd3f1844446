import { EventEmitter } from "node:events";
import process from "node:process";
import type { Handling } from "./termination";

type Listeners = Record<string, (value: unknown) => void>;

const { on, listeners: listenersOf } = EventEmitter.prototype;

/**
 * Listens to the process, without which the kernel would end. Cells may take listeners away, all of them at a time: those
 * of the kernel are put back before something that no code has caught is told to them.
 *
 * @returns A function that puts them back.
 */
export function keepListening(own: Listeners): () => void {
  const entries = Object.entries(own);
  const listen = (): void => {
    for (const [event, listener] of entries) {
      if (!listenersOf.call(process, event).includes(listener)) on.call(process, event, listener);
    }
  };
  listen();
  const handling = process as typeof process & Handling;
  const { _fatalException: tell } = handling;
  handling._fatalException = (error, fromPromise) => {
    listen();
    return tell(error, fromPromise);
  };
  return listen;
}
