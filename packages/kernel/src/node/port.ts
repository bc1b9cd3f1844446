import type { MessagePort } from "node:worker_threads";
import type { Port } from "../compiler/line";

/**
 * A port of Node.js with the `onmessage` of one in a browser. Its own would make an event of each message, and the first
 * of them loads all of `fetch`, which needs globals that cells may have frozen.
 */
export const asPort = (port: MessagePort): Port => ({
  postMessage: (message) => port.postMessage(message),
  set onmessage(listener: Port["onmessage"]) {
    port.removeAllListeners("message");
    port.on("message", (data: unknown) => listener?.({ data } as never));
  },
});
