import { currentHost, display, isDisplayable } from "../display";
import type { Fixed } from "./abbreviations";
import { Output, type Output as OutputType } from "./output";
import { Widget } from "./widget";

/** What values come from, by name. */
export type Sources = ReadonlyMap<string, Widget | Fixed<unknown>>;

/** What becomes of what a function puts out and returns. */
interface Showing {
  /** Whether what it returns is shown. */
  readonly autoDisplay: boolean;
  /** Whether each call takes away what the one before has put out. */
  readonly clearOutput: boolean;
}

/** After so many milliseconds without a change, what is shown is made complete. */
const settling = 500;

/** Calls a task when nothing else is to be done, so that of many changes the last counts. */
const soon = (task: () => void): void => {
  const host = currentHost();
  if (host.whenIdle) host.whenIdle(task);
  else setTimeout(task, 0);
};

const pauseOf = (ms: number): Promise<void> =>
  new Promise((done) => (ms > 0 ? setTimeout(done, ms) : soon(done)));

/** A function that is called again and again with the values of widgets, and the area that shows what it puts out. */
export class RepeatedCall {
  readonly output: OutputType = Output();
  /** What the function was called with last. */
  values: Record<string, unknown> = {};
  /** What it returned. */
  result: unknown;
  #wanted = false;
  #busy = false;
  #finish?: () => Promise<void>;
  #timer?: ReturnType<typeof setTimeout>;

  /** @param whileRunning - Told when a call begins, and when it ends. */
  constructor(
    private readonly f: (values: never) => unknown,
    private readonly sources: Sources,
    private readonly showing: Showing,
    private readonly whileRunning: (isRunning: boolean) => void = () => undefined,
  ) {}

  /** Calls the function at once, lets the cell wait for it, and calls it whenever a widget changes. */
  begin(): void {
    for (const source of this.sources.values()) {
      if (source instanceof Widget) source.observe(() => this.update(), "value");
    }
    this.#busy = true;
    const first = this.#run();
    const worked = first.then(() => this.#work());
    currentHost().atCellEnd?.(async () => {
      await first;
      await this.#complete();
    });
    void worked;
  }

  /** Calls the function soon: of many calls that come meanwhile, only the last is made. */
  update(): void {
    this.#wanted = true;
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    soon(() => void this.#work());
  }

  async #work(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      this.#finish = undefined;
      await this.#run();
      await pauseOf(this.output.wait);
    }
    this.#busy = false;
    this.#timer = setTimeout(() => void this.#complete(), settling);
  }

  async #run(): Promise<void> {
    this.whileRunning(true);
    if (this.showing.clearOutput) this.output.clearOutput({ wait: true });
    this.#finish = await this.output.run(() => {
      const result = this.#call();
      return result instanceof Promise ? result.then((it) => this.#show(it)) : this.#show(result);
    });
    this.whileRunning(false);
  }

  #call(): unknown {
    this.values = Object.fromEntries(
      [...this.sources].map(([name, source]) => [
        name,
        source instanceof Widget ? source.get("value") : source.value,
      ]),
    );
    return this.f(this.values as never);
  }

  #show(result: unknown): void {
    this.result = result;
    if (!this.showing.autoDisplay || result === undefined) return;
    const { show } = currentHost();
    if (show) show(result);
    else if (isDisplayable(result)) display(result);
  }

  /** Makes what is shown complete: figures get their pictures. */
  async #complete(): Promise<void> {
    clearTimeout(this.#timer);
    const finish = this.#finish;
    this.#finish = undefined;
    await finish?.();
  }
}
