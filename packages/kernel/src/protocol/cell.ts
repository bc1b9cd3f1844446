import { Promise } from "../originals";
import { platform } from "../platform";
import type { Content, Message } from "./message";

/** Takes an output of a cell, and tells whether it does; what it does not take goes to the front end. */
export type Receive = (output: { type: string; content: Content }) => boolean;

/** One execution of code, from its request to its reply. */
export class Cell {
  /** Errors that surfaced outside the flow of the cell's own code, such as unhandled rejections. */
  readonly strayErrors: unknown[] = [];
  /** What is to run once the code has ended. */
  readonly endHooks: (() => void | Promise<void>)[] = [];
  /** What the reply will carry as its payload. */
  readonly payload: Content[] = [];
  /** Whether the reply has been sent. */
  done = false;
  /** How often it has taken away what it had put out. */
  cleared = 0;
  /** Whether it takes that away as soon as it puts out something new. */
  clearing = false;
  private readonly waiting = new Set<(reason: Error) => void>();

  /**
   * @param request - The execute_request.
   * @param count - Its number in the session.
   * @param receive - Takes what the cell puts out, where it does not go to the front end.
   */
  constructor(
    readonly request: Message,
    readonly count: number,
    readonly silent: boolean,
    readonly receive?: Receive,
  ) {}

  /**
   * Waits for what a function gives, unless the cell is interrupted meanwhile. The function is called when everybody is
   * waiting: whoever is in the midst of calling it is ended together with it.
   */
  async unlessInterrupted<T>(begin: () => T | Promise<T>): Promise<T> {
    let stop!: (reason: Error) => void;
    const first = new Promise<T>((resolve, reject) => {
      stop = reject;
      void settle(begin, resolve, reject);
    });
    this.waiting.add(stop);
    try {
      return await first;
    } finally {
      this.waiting.delete(stop);
    }
  }

  /** Ends whatever the cell is waiting for. */
  interrupt(reason: Error): void {
    for (const stop of this.waiting) stop(reason);
  }
}

/** Hands on what comes of a function; with `await`, which no cell can put something else in the place of. */
async function settle<T>(
  begin: () => T | Promise<T>,
  resolve: (value: T) => void,
  reject: (reason: unknown) => void,
): Promise<void> {
  try {
    await undefined;
    resolve(await begin());
  } catch (reason) {
    reject(reason);
  }
}

let latest: Cell | undefined;

/** Runs a function as part of a cell: whatever it starts, however late, belongs to the cell. */
export function inCell<T>(cell: Cell, run: () => T): T {
  return platform().currentCell.run(cell, run);
}

/** Makes a cell the one that code of no cell counts to. */
export function setLatestCell(cell: Cell): void {
  latest = cell;
}

/** The cell that the running code belongs to; for code that belongs to none, the latest. */
export function currentCell(): Cell | undefined {
  return (platform().currentCell.current() as Cell | undefined) ?? latest;
}
