import type { ArrayLike } from "../array/asarray";
import { checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { permutation, type Key } from "../random";
import type { ExampleTree } from "./batches";
import { examplesOf, type Rows } from "./examples";

/** Options of {@link split}. */
export interface SplitOptions {
  /** From which it follows which examples are for testing. Default: none, the last ones. */
  key?: Key | null;
  /** How many examples are for testing: a part of them (0.2) or a number. Default: 0.25. */
  testSize?: number;
  /** Classes that both parts are to have in the same proportion, one for each example. Default: none. */
  stratify?: ArrayLike | null;
}

/**
 * Divides examples into those to train with and those to test with.
 *
 * @param arrays - An array, or a list or object of arrays, of one row for each example.
 * @param options - A key to shuffle by, how many are for testing, and classes to keep in proportion.
 * @returns `[train, test]`, each built like `arrays`.
 * @throws TypeError if something is not an array, or the key is not a key; RangeError if the arrays differ in length,
 * or one of the parts would be empty.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
 * @example
 * const [train, test] = data.split({ x: np.arange(8), y: np.zeros(8) }, { key: jax.random.PRNGKey(0) });
 * [train.x.length, test.y.length]; // [6, 2]
 */
export function split<T extends ExampleTree>(
  arrays: T,
  options?: Spelled<SplitOptions>,
): [train: Rows<T>, test: Rows<T>] {
  const { key, testSize, stratify } = readOptions<SplitOptions>("split", options, {
    key: null,
    testSize: 0.25,
    stratify: null,
  });
  const examples = examplesOf("split", arrays);
  const testing = testCount(examples.count, testSize);
  const training = examples.count - testing;
  const order = key ? (permutation(key, examples.count).data as Int32Array) : counting(examples.count);
  if (stratify === null || stratify === undefined) {
    const [first, rest] = [order.subarray(0, training), order.subarray(training)];
    return [examples.at(placesOf(first)), examples.at(placesOf(rest))];
  }
  const classes = toArray("split", stratify);
  if (classes.ndim !== 1 || classes.size !== examples.count) {
    throw new RangeError(
      `split: expected a class for each of ${examples.count} examples in stratify, got ${describe(classes)}`,
    );
  }
  const groups = new Map<number, number[]>();
  for (const place of order) {
    const label = classes.data[place];
    const group = groups.get(label);
    if (group) group.push(place);
    else groups.set(label, [place]);
  }
  const members = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
  const shares = proportional(
    members.map(({ length }) => length),
    training,
  );
  const trained = new Set(members.flatMap((group, i) => group.slice(0, shares[i])));
  const isTrained = (place: number): boolean => trained.has(place);
  return [
    examples.at(placesOf(order.filter(isTrained))),
    examples.at(placesOf(order.filter((place) => !isTrained(place)))),
  ];
}

const counting = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);
const placesOf = (places: Int32Array): ndarray => new ndarray(places, [places.length], "int32");

/** How many of some examples are for testing; a part is rounded up. */
function testCount(count: number, testSize: unknown): number {
  const given = checkNumber("split", "testSize", testSize);
  const testing = given < 1 ? Math.ceil(given * count) : given;
  if (Number.isInteger(testing) && given > 0 && testing < count) return testing;
  throw new RangeError(
    `split: expected testSize to be a part between 0 and 1, or a whole number below the ${count} examples, got ${given}`,
  );
}

/** Divides a number in proportion to some counts, the largest remainders rounded up. */
function proportional(counts: readonly number[], total: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count * total) / all);
  const shares = exact.map(Math.floor);
  const byRemainder = [...exact.keys()].sort(
    (a, b) => exact[b] - shares[b] - (exact[a] - shares[a]) || a - b,
  );
  const missing = total - shares.reduce((sum, share) => sum + share, 0);
  for (const i of byRemainder.slice(0, missing)) shares[i] += 1;
  return shares;
}
