/** What the thread of cells and the sockets' thread know in common about interrupts. */
import process from "node:process";

/** As it is before any cell can put something else in its place. */
const kill = process.kill.bind(process);
const asked = 0;
const seen = 1;
const script = 2;
const compiler = 3;
const firstChild = 4;
/** Of the script that a signal would end: there is none; it is running; a signal has been sent to it. */
const [none, running, signalled] = [0, 1, 2];
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

  /** Notes that a script runs that a signal would end. */
  beginScript(): void {
    Atomics.store(this.memory, script, running);
  }

  /**
   * Notes that the script has ended.
   *
   * @returns Whether a signal has been sent to end it.
   */
  endScript(): boolean {
    return Atomics.exchange(this.memory, script, none) === signalled;
  }

  /** Whether a script runs to which no signal has been sent. */
  get isScript(): boolean {
    return process.platform !== "win32" && Atomics.load(this.memory, script) === running;
  }

  /**
   * Sends SIGINT to this process if a script runs that it would end, once for each script. Windows has no signals.
   *
   * @returns Whether it was sent.
   */
  signal(): boolean {
    if (process.platform === "win32") return false;
    if (Atomics.compareExchange(this.memory, script, running, signalled) !== running) return false;
    kill(process.pid, "SIGINT");
    return true;
  }

  /**
   * Has signals that code sends to its own process end the script that sends them. Sent at a script's end, they would
   * end the next one: Node.js hears of them a moment later.
   */
  takeOwnSignals(): void {
    process.kill = (pid, signal) => {
      const isOwn = pid === process.pid && (signal === "SIGINT" || signal === 2);
      if (!isOwn || Atomics.load(this.memory, script) === none) return kill(pid, signal);
      this.signal();
      return true;
    };
  }

  /** Notes the process that compiles, which the thread of cells does not wait for. */
  leaveAlone(pid: number): void {
    Atomics.store(this.memory, compiler, pid);
  }

  /** Notes a child process that the thread of cells does not wait for. */
  addChild(pid: number): void {
    Atomics.store(this.memory, firstChild + (this.count++ % children), pid);
  }

  /** Whether a child process is one that the thread of cells does not wait for. */
  runsOnItsOwn(pid: number): boolean {
    return this.memory.indexOf(pid, compiler) >= 0;
  }
}
