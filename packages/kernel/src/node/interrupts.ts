/** What the thread of cells and the sockets' thread know in common about interrupts. */

const asked = 0;
const seen = 1;
const firstChild = 2;
/** How many child processes are remembered; the oldest are forgotten. */
const children = 1024;

/** A memory that both threads see: how often they were interrupted, and which child processes run on their own. */
export class Interrupts {
  private count = 0;

  constructor(
    readonly memory = new Int32Array(
      new SharedArrayBuffer((firstChild + children) * Int32Array.BYTES_PER_ELEMENT),
    ),
  ) {}

  /** Notes that the reader has asked to stop. */
  ask(): void {
    Atomics.add(this.memory, asked, 1);
  }

  /** Notes that the thread of cells has heard of it. */
  see(): void {
    Atomics.store(this.memory, seen, Atomics.load(this.memory, asked));
  }

  /** Whether the thread of cells has heard of every interrupt. */
  get areSeen(): boolean {
    return Atomics.load(this.memory, seen) >= Atomics.load(this.memory, asked);
  }

  /** Notes a child process that the thread of cells does not wait for. */
  addChild(pid: number): void {
    Atomics.store(this.memory, firstChild + (this.count++ % children), pid);
  }

  /** Whether a child process is one that the thread of cells does not wait for. */
  runsOnItsOwn(pid: number): boolean {
    return this.memory.indexOf(pid, firstChild) >= 0;
  }
}
