import { BroadcastChannel } from "node:worker_threads";

/** A cell that has arrived. */
export interface Ahead {
  /** The identity of the request to run it. */
  request: string;
  code: string;
}

/**
 * Opens the channel on which the wire thread shows the compiler what has arrived. By the time the main thread asks for
 * a cell, most of the compiler's work is done.
 */
export const openAhead = (): BroadcastChannel => new BroadcastChannel("tslinen.ahead");
