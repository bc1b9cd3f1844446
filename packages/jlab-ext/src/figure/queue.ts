/**
 * Runs tasks one after the other and lets the page paint and answer between them, so that a notebook full of
 * figures opens without a stall. Those that are visible go first.
 */
export class Queue {
  /**
   * Waits for its turn, then runs `task`.
   *
   * @param task - The work; its result or failure is passed on.
   * @param urgent - Whether to go before tasks that are not.
   */
  run<T>(task: () => Promise<T>, urgent: boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting = () => task().then(resolve, reject);
      (urgent ? this.urgent : this.patient).push(waiting);
      if (!this.busy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let next = this.take(); next; next = this.take()) {
      await next();
      await breathe();
    }
    this.busy = false;
  }

  private take(): (() => Promise<void>) | undefined {
    return this.urgent.shift() ?? this.patient.shift();
  }

  private readonly urgent: (() => Promise<void>)[] = [];
  private readonly patient: (() => Promise<void>)[] = [];
  private busy = false;
}

/** Gives the event loop a turn. A message, because timers are held back to 4 ms when nested. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
