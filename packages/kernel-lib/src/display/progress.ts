import { currentHost, type Host } from "./host";

/** Options of {@link progress}. */
export interface ProgressOptions {
  /** What stands before the bar. Default: nothing. */
  desc?: string;
  /** How many rounds there will be. Default: the length of what is gone through, if it has one. */
  total?: number;
  /** What a round is called. Default: "it". */
  unit?: string;
}

/** What can be gone through with {@link progress}: one thing after the other, or a number of rounds. */
export type Rounds<T> = Iterable<T> | AsyncIterable<T> | number;

interface Stdout {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Between two updates of a line, and between two lines where none can be updated, in milliseconds. */
const pauses = { updated: 100, printed: 5000 };

let displays = 0;

/** Shows one line again and again: in a notebook's output, in a terminal's line, or as lines now and then. */
function lineOf(host: Host): { readonly pause: number; show(line: string, isLast: boolean): void } {
  if (!host.terminal) {
    const displayId = `progress-${Date.now().toString(36)}-${++displays}`;
    let update = false;
    return {
      pause: pauses.updated,
      show(line) {
        host.display({ "text/plain": line }, { metadata: {}, displayId, update });
        update = true;
      },
    };
  }
  const stdout = (globalThis as { process?: { stdout?: Stdout } }).process?.stdout;
  if (!stdout?.isTTY) return { pause: pauses.printed, show: (line) => console.log(line) };
  let longest = 0;
  return {
    pause: pauses.updated,
    show(line, isLast) {
      longest = Math.max(longest, line.length);
      stdout.write(`\r${line.padEnd(longest)}${isLast ? "\n" : ""}`);
    },
  };
}

/** Minutes and seconds, with hours where there are any. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (x: number): string => String(x).padStart(2, "0");
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(rest)}`;
}

const eighths = " ▏▎▍▌▋▊▉";

/** A bar of ten characters, exact to an eighth of one. */
function bar(part: number): string {
  const filled = Math.round(Math.min(1, part) * 80);
  const end = filled < 80 ? eighths[filled % 8] : "";
  return ("█".repeat(Math.floor(filled / 8)) + end).padEnd(10);
}

/** A value behind the bar: numbers, arrays of one number included, to three digits. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  const x = Number(value);
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return String(x);
  return Math.abs(x) >= 1e4 || Math.abs(x) < 1e-3 ? x.toExponential(2) : x.toPrecision(3);
}

/** What is gone through, with a line that tells how far. */
export class Progress<T> implements Iterable<T>, AsyncIterable<T> {
  readonly #rounds: Rounds<T>;
  readonly #desc: string;
  readonly #total: number | undefined;
  readonly #unit: string;
  #postfix: [string, unknown][] = [];
  /** How many rounds have been gone through. */
  n = 0;

  /** Made by {@link progress}. */
  constructor(rounds: Rounds<T>, { desc = "", total, unit = "it" }: ProgressOptions) {
    this.#rounds = rounds;
    this.#desc = desc === "" ? "" : `${desc}: `;
    this.#total = total ?? lengthOf(rounds);
    this.#unit = unit;
  }

  /**
   * Sets what stands at the end of the line, such as the loss.
   *
   * @param values - Numbers, arrays of one number, or texts, by name.
   */
  setPostfix(values: Readonly<Record<string, unknown>>): void {
    this.#postfix = Object.entries(values);
  }

  /** The line after some seconds. */
  #line(seconds: number): string {
    const rate = seconds > 0 ? this.n / seconds : 0;
    const speed =
      rate >= 1 || rate === 0
        ? `${rate.toFixed(1)}${this.#unit}/s`
        : `${(1 / rate).toFixed(1)}s/${this.#unit}`;
    const behind = [speed, ...this.#postfix.map(([name, value]) => `${name}=${shown(value)}`)].join(", ");
    const total = this.#total;
    if (total === undefined) return `${this.#desc}${this.n}${this.#unit} [${clock(seconds)}, ${behind}]`;
    const part = total > 0 ? this.n / total : 1;
    const left = rate > 0 ? clock(Math.max(0, total - this.n) / rate) : "?";
    const percent = `${Math.floor(100 * part)}%`.padStart(4);
    return `${this.#desc}${percent}|${bar(part)}| ${this.n}/${total} [${clock(seconds)}<${left}, ${behind}]`;
  }

  /** Counts rounds, and shows the line now and then. */
  #watch(): { round(): void; end(): void } {
    const line = lineOf(currentHost());
    const start = performance.now();
    let next = start + line.pause;
    this.n = 0;
    const show = (isLast: boolean): void => line.show(this.#line((performance.now() - start) / 1000), isLast);
    if (line.pause === pauses.updated) show(false);
    return {
      round: () => {
        this.n += 1;
        const now = performance.now();
        if (now < next) return;
        next = now + line.pause;
        show(false);
      },
      end: () => show(true),
    };
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    const rounds = this.#rounds;
    const all = typeof rounds === "number" ? counting(rounds) : rounds;
    if (!isIterable<T>(all))
      throw new TypeError("progress: expected `for await` for what comes asynchronously");
    const watch = this.#watch();
    try {
      for (const round of all) {
        yield round;
        watch.round();
      }
    } finally {
      watch.end();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const rounds = this.#rounds;
    const watch = this.#watch();
    try {
      for await (const round of typeof rounds === "number" ? counting<T>(rounds) : rounds) {
        yield round;
        watch.round();
      }
    } finally {
      watch.end();
    }
  }
}

const isIterable = <T>(value: unknown): value is Iterable<T> =>
  typeof (value as Partial<Iterable<T>> | null | undefined)?.[Symbol.iterator] === "function";

function* counting<T>(rounds: number): Generator<T> {
  for (let i = 0; i < rounds; i++) yield i as T;
}

function lengthOf(rounds: unknown): number | undefined {
  if (typeof rounds === "number") return rounds;
  const { length, size } = rounds as { length?: unknown; size?: unknown };
  return typeof length === "number" ? length : typeof size === "number" ? size : undefined;
}

/**
 * Goes through something with a line that tells how far: a bar, the time gone and left, the rate, and what
 * `setPostfix` adds. In notebooks and terminals the line is updated in place; elsewhere there are lines now and then.
 *
 * @param iterable - A list, a set, batches, a generator, what comes asynchronously (then use `for await`), or a number of
 * rounds.
 * @param options - What stands before the bar, how many rounds there are, and what a round is called.
 * @returns The same, one by one; `setPostfix({ loss })` shows numbers behind the bar.
 * @throws TypeError for what cannot be gone through; RangeError for a number of rounds below 0.
 * @see https://tqdm.github.io/docs/tqdm/
 * @example
 * const steps = progress(3, { desc: "training" });
 * for (const step of steps) steps.setPostfix({ loss: 1 / (step + 1) });
 * steps.n; // 3
 */
export function progress<T = number>(iterable: Rounds<T>, options: ProgressOptions = {}): Progress<T> {
  const isRounds = typeof iterable === "number" && Number.isInteger(iterable) && iterable >= 0;
  if (typeof iterable === "number" && !isRounds) {
    throw new RangeError(`progress: expected a whole number of rounds of at least 0, got ${iterable}`);
  }
  const isAsync =
    typeof (iterable as Partial<AsyncIterable<T>> | null | undefined)?.[Symbol.asyncIterator] === "function";
  if (!isRounds && !isIterable(iterable) && !isAsync) {
    throw new TypeError(
      `progress: expected something to go through, or a number of rounds, got ${String(iterable)}`,
    );
  }
  return new Progress(iterable, options);
}
