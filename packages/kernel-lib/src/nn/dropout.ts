import type { ArrayLike } from "../array/asarray";
import { checkAxes, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { zerosLike } from "../np/creation";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions, type Spelled } from "../array/options";
import { floatingType } from "../array/traits";
import { divide } from "../np/ufuncs";
import { where } from "../np/where";
import { convertType } from "../ops/map";
import { bernoulli } from "../random/bernoulli";
import type { Key } from "../random/keys";
import { mergeFlag } from "./fields";
import { Module } from "./module";

/** Fields of {@link Dropout}. */
export interface DropoutFields {
  /** The probability with which a number is dropped. */
  rate?: number;
  /** Axes along which all numbers are dropped or kept together. Default: none. */
  broadcastDims?: readonly number[];
  /** Whether nothing is dropped; null where each call says so. Default: null. */
  deterministic?: boolean | null;
  /** What the key is called that is given to `apply`. Default: "dropout". */
  rngCollection?: string;
  /** The name of the module. Default: made from its class. */
  name?: string;
}

/** Options of a call of {@link Dropout}. */
export interface DropoutOptions {
  /** Whether nothing is dropped. Default: the field of that name. */
  deterministic?: boolean | null;
  /** The key. Default: the one given to `apply`. */
  rng?: Key | null;
}

/**
 * Sets numbers to zero at random, and scales the others up so that the mean stays.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://jmlr.org/papers/v15/srivastava14a.html
 * @example
 * const dropout = new nn.Dropout(0.5);
 * const rngs = { dropout: jax.random.PRNGKey(0) };
 * dropout.apply({}, np.ones(4), { deterministic: false, rngs }).tolist(); // [0, 2, 2, 0]
 * dropout.apply({}, np.ones(4), { deterministic: true }).tolist(); // [1, 1, 1, 1]
 */
export class Dropout extends Module {
  /** The probability with which a number is dropped. */
  readonly rate: number = 0;
  /** Axes along which all numbers are dropped or kept together. */
  readonly broadcastDims: readonly number[] = [];
  /** Whether nothing is dropped; null where each call says so. */
  readonly deterministic: boolean | null = null;
  /** What the key is called that is given to `apply`. */
  readonly rngCollection: string = "dropout";

  /**
   * Makes the layer.
   *
   * @param rate - The probability with which a number is dropped; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `rate` is not between 0 and 1.
   */
  constructor(rate: number | Spelled<DropoutFields>, fields?: Spelled<DropoutFields>) {
    const given = isPlainObject(rate) ? rate : { ...fields, rate };
    const number = checkNumber("Dropout", "rate", given.rate);
    if (!(number >= 0 && number <= 1)) {
      throw new RangeError(`Dropout: expected rate to be between 0 and 1, got ${number}`);
    }
    super(given as Readonly<Record<string, unknown>>);
  }

  /** Drops numbers, unless the field or the option says that it is deterministic. */
  override __call__(inputs: ArrayLike, options?: DropoutOptions): ndarray {
    const { deterministic, rng } = readOptions<DropoutOptions>("Dropout", options, {
      deterministic: null,
      rng: null,
    });
    const x = toArray("Dropout", inputs);
    if (mergeFlag("Dropout", "deterministic", this.deterministic, deterministic) || this.rate === 0) return x;
    if (this.rate === 1) return zerosLike(x);
    const keep = 1 - this.rate;
    const together = checkAxes("Dropout", this.broadcastDims, x.ndim);
    const shape = x.shape.map((length, axis) => (together.includes(axis) ? 1 : length));
    const coins = bernoulli(rng ?? this.makeRng(this.rngCollection), keep, shape);
    const kept = divide(convertType(x, floatingType(x.dtype)), keep);
    return where(coins, kept, zerosLike(kept));
  }
}
