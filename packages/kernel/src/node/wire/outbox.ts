import { report } from "./report";
import type { Writable } from "zeromq";

/** Sends one message after the other, in order: a socket takes a message only when it is done with the one before. */
export class Outbox {
  private readonly waiting: (string | Uint8Array)[][] = [];
  private sending?: Promise<void>;

  constructor(private readonly socket: Writable) {}

  put(frames: (string | Uint8Array)[]): void {
    this.waiting.push(frames);
    this.sending ??= this.send();
  }

  /** Waits until everything has been handed to the socket. */
  async drained(): Promise<void> {
    while (this.sending) await this.sending;
  }

  private async send(): Promise<void> {
    for (let sent = 0; sent < this.waiting.length; sent++) {
      const frames = this.waiting[sent] as (string | Uint8Array)[];
      try {
        await this.socket.send(frames as Buffer[]);
      } catch (error) {
        // A peer that has gone away makes its messages undeliverable; the others still want theirs.
        report(`a message could not be sent: ${(error as Error).message}`);
      }
    }
    this.waiting.length = 0;
    this.sending = undefined;
  }
}
