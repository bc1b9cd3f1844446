/** What runs the lines of cells that are not TypeScript. */
import { platform, type Command } from "../platform";
import { durationText, measurements } from "./timing";
import { now } from "../originals";

/** Writes to a stream of the cell. */
export type Write = (name: "stdout" | "stderr", text: string) => void;

/** A command ended with a status other than 0, or by a signal. */
export class CommandError extends Error {
  override name = "CommandError";
}

const skipped = new Set<string>();

/** The lines of one cell: what its compiled code calls `__lines`. */
export class Lines {
  private command?: Command;
  private began = 0;

  constructor(private readonly write: Write) {}

  /**
   * Runs a command in a shell; what it writes is output of the cell.
   *
   * @throws CommandError if it fails.
   */
  async run(command: string): Promise<void> {
    const error = new CommandError();
    // Where the cell called, which is forgotten by the time the command has ended.
    Error.captureStackTrace(error, this.run);
    this.command = platform().spawn(command, this.write);
    const { status, signal } = await this.command.ended;
    if (status === 0) return;
    const how = signal === null ? `ended with status ${status}` : `was ended by ${signal}`;
    error.message = `${command}: ${how}`;
    throw error;
  }

  /** Ends the command that runs, if one does. */
  interrupt(): void {
    this.command?.end();
  }

  /** Says, once in a session, that a line does nothing. */
  skip(name: string, why: string): void {
    if (!skipped.has(name)) this.write("stderr", `%${name} does nothing here: ${why}\n`);
    skipped.add(name);
  }

  /** Starts the clock of `%time`. */
  begin(): void {
    this.began = now();
  }

  /** Tells how long it has run, and gives what was measured. */
  end<T>(value?: T): T | undefined {
    this.write("stdout", `Wall time: ${durationText(now() - this.began)}\n`);
    return value;
  }

  /** Measures a function by calling it again and again: 0 stands for a number of loops or runs that fits. */
  timeit(repeatable: () => void, loops: number, runs: number): void {
    const steps = measurements(loops, runs);
    for (let step = steps.next(); ;) {
      if (step.done) return this.write("stdout", `${step.value}\n`);
      const began = now();
      for (let i = 0; i < step.value; i++) repeatable();
      step = steps.next(now() - began);
    }
  }

  /** Measures like {@link timeit} a function that is awaited. */
  async timeitAsync(repeatable: () => Promise<void>, loops: number, runs: number): Promise<void> {
    const steps = measurements(loops, runs);
    for (let step = steps.next(); ;) {
      if (step.done) return this.write("stdout", `${step.value}\n`);
      const began = now();
      for (let i = 0; i < step.value; i++) await repeatable();
      step = steps.next(now() - began);
    }
  }
}
