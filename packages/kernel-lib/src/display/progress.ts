import { indicatorHere } from "./indicator";
import type { Standing } from "./standing";

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

/** What is gone through, with something to see that tells how far. */
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
    this.#desc = desc;
    this.#total = total ?? lengthOf(rounds);
    this.#unit = unit;
  }

  /**
   * Sets what stands behind the bar, such as the loss.
   *
   * @param values - Numbers, arrays of one number, or texts, by name.
   */
  setPostfix(values: Readonly<Record<string, unknown>>): void {
    this.#postfix = Object.entries(values);
  }

  /** Counts rounds, and shows now and then how many. */
  #watch(): { round(): void; end(): void } {
    const indicator = indicatorHere();
    const start = performance.now();
    let next = start + indicator.pause;
    this.n = 0;
    const standing = (): Standing => ({
      desc: this.#desc,
      n: this.n,
      total: this.#total,
      unit: this.#unit,
      seconds: (performance.now() - start) / 1000,
      postfix: this.#postfix,
    });
    if (indicator.fromStart) indicator.show(standing());
    return {
      round: () => {
        this.n += 1;
        const now = performance.now();
        if (now < next) return;
        next = now + indicator.pause;
        indicator.show(standing());
      },
      end: () => indicator.end(standing()),
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
 * Goes through something and tells how far: a bar, the time gone and left, the rate, and what `setPostfix` adds. Where
 * the page has Jupyter's widgets, it is one of them: green when done, red where it ended early. In other notebooks and in
 * terminals it is a line that is updated in place; elsewhere there are lines now and then.
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
