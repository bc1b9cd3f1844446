import type { MessagePort } from "node:worker_threads";
import type { Port } from "../compiler/line";

/** A port of Node.js as what it also is, an EventTarget with `onmessage`: its types do not say so. */
export const asPort = (port: MessagePort): Port => port as unknown as Port;
