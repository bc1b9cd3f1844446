import { checkInteger } from "../array/checks";
import { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { permutation, type Key } from "../random";
import { sliceAxis } from "../ops/slice";
import { examplesOf, type Examples, type Rows } from "./examples";

/** What examples are: an array, or a list or object of arrays, of one row for each example. */
export type ExampleTree = readonly [] | readonly unknown[] | Readonly<Record<string, unknown>> | ndarray;

/** Options of {@link batches}. */
export interface BatchOptions {
  /** From which the order of the examples follows. Default: none, the order in which they stand. */
  key?: Key | null;
  /** Whether a last batch of fewer examples is left out. Default: false. */
  dropLast?: boolean;
}

/** Batches of examples: to be gone through as often as one likes, always in the same order. */
export class Batches<T> implements Iterable<Rows<T>> {
  readonly #examples: Examples<T>;
  readonly #size: number;
  readonly #order: ndarray | undefined;
  /** The number of batches. */
  readonly length: number;

  /** Made by {@link batches}. */
  constructor(examples: Examples<T>, size: number, order: ndarray | undefined, dropLast: boolean) {
    this.#examples = examples;
    this.#size = size;
    this.#order = order;
    this.length = (dropLast ? Math.floor : Math.ceil)(examples.count / size);
  }

  *[Symbol.iterator](): Generator<Rows<T>, void, undefined> {
    for (let i = 0; i < this.length; i++) {
      const [start, end] = [i * this.#size, Math.min((i + 1) * this.#size, this.#examples.count)];
      yield this.#order
        ? this.#examples.at(sliceAxis(this.#order, 0, start, end))
        : this.#examples.between(start, end);
    }
  }
}

/**
 * Divides examples into batches. The order follows from the key alone; to shuffle anew in every epoch, give a key made
 * from its number: `jax.random.foldIn(key, epoch)`.
 *
 * @param arrays - An array, or a list or object of arrays, of one row for each example.
 * @param size - How many examples make a batch.
 * @param options - A key to shuffle by, and whether a last, smaller batch is left out.
 * @returns What `for … of` goes through, with the number of batches as `length`; each batch is built like `arrays`.
 * @throws TypeError if something is not an array, or the key is not a key; RangeError if the arrays differ in length.
 * @see https://docs.pytorch.org/docs/stable/data.html
 * @example
 * const order = [...data.batches({ x: np.arange(5), y: np.ones([5, 2]) }, 2)];
 * order.map(({ x }) => x.tolist()); // [[0, 1], [2, 3], [4]]
 */
export function batches<T extends ExampleTree>(
  arrays: T,
  size: number,
  options?: Spelled<BatchOptions>,
): Batches<T> {
  const { key, dropLast } = readOptions<BatchOptions>("batches", options, { key: null, dropLast: false });
  const examples = examplesOf("batches", arrays);
  const each = checkInteger("batches", "size", size, 1);
  return new Batches(examples, each, key ? permutation(key, examples.count) : undefined, dropLast === true);
}
