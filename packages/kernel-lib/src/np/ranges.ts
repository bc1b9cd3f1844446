import { readTyping } from "../array/coerce";
import { sizeOf } from "../array/broadcast";
import { checkNumber } from "../array/checks";
import type { DType } from "../array/dtype";
import { makeStorage } from "../array/traits";
import { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { round, spaced, spacedDefaults } from "./spacing";

/** Options of {@link arange}. */
export interface ArangeOptions {
  /** The end of the range, where it is not the second argument. */
  stop?: number;
  /** The distance between two numbers, where it is not the third argument. Default: 1. */
  step?: number;
  /** The dtype. Default: float32, for whole numbers, too: TypeScript has one kind of number. */
  dtype?: DType;
}

/**
 * Makes evenly spaced numbers from `start` (included) to `stop` (left out): start, start + step, …
 * With one argument it is `stop`, and the numbers start at 0.
 *
 * @param start - The first number.
 * @param stop - The end of the range; or options, as in each of the following places.
 * @param step - The distance between two numbers. Default: 1.
 * @param options - The dtype. Default: float32, for whole numbers, too: TypeScript has one kind of number.
 * @throws RangeError if `step` is 0, or an argument is not finite.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.arange.html
 * @example
 * np.arange(0, 1, 0.25).tolist(); // [0, 0.25, 0.5, 0.75]
 */
export function arange(
  start: number | ndarray,
  stop?: number | ndarray | ArangeOptions,
  step?: number | ndarray | ArangeOptions,
  options?: DType | ArangeOptions,
): ndarray {
  const last = typeof options === "string" ? { dtype: options } : options;
  const read = readNamed<ArangeOptions>("arange", { stop, step }, last, {
    stop: undefined,
    step: 1,
    dtype: undefined,
  });
  const ends = read.stop === undefined ? { start: 0, stop: start } : { start, stop: read.stop };
  const [from, to, by] = Object.entries({ ...ends, step: read.step }).map(([name, value]) => {
    const number = checkNumber("arange", name, value);
    if (Number.isFinite(number)) return number;
    throw new RangeError(`arange: expected a finite ${name}, got ${number}`);
  });
  if (by === 0) throw new RangeError("arange: expected step to be other than 0, got 0");
  const dtype = readTyping("arange", { dtype: read.dtype }) ?? "float32";
  const count = Math.max(0, Math.ceil((to - from) / by));
  const data = makeStorage(dtype, sizeOf("arange", [count]));
  // As NumPy: the distance is that of the first two numbers, rounding included.
  const delta = from + by - from;
  for (let i = 0; i < count; i++) data[i] = from + i * delta;
  return new ndarray(data, [count], dtype);
}

/** Options of {@link geomspace}. */
export interface GeomspaceOptions {
  /** How many numbers, where it is not the third argument. Default: 50. */
  num?: number;
  /** Whether `stop` is the last number. Default: true. */
  endpoint?: boolean;
  /** The dtype. Default: float32. */
  dtype?: DType;
}

/** Options of {@link logspace}. */
export interface LogspaceOptions extends GeomspaceOptions {
  /** What is raised to the powers. Default: 10. */
  base?: number;
}

/**
 * Makes numbers evenly spaced on a logarithmic scale: base^start, …, base^stop.
 *
 * @param start - The first power.
 * @param stop - The last power, unless `endpoint` is false.
 * @param num - How many numbers, or options. Default: 50.
 * @param options - The base, whether the last is included, and the dtype.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.logspace.html
 * @example
 * np.logspace(0, 2, 3).tolist(); // [1, 10, 100]
 */
export function logspace(
  start: number,
  stop: number,
  num?: number | LogspaceOptions,
  options?: LogspaceOptions,
): ndarray {
  const defaults = { ...spacedDefaults, base: 10 };
  const read = readNamed<LogspaceOptions>("logspace", { num }, options, defaults);
  const radix = checkNumber("logspace", "base", read.base);
  const powers = spaced("logspace", start, stop, read.num, read.endpoint);
  return round(
    "logspace",
    powers.map((power) => radix ** power),
    read.dtype,
  );
}

/**
 * Makes numbers of which each is the same multiple of the one before.
 *
 * @param start - The first number.
 * @param stop - The last number, unless `endpoint` is false. Both are other than 0 and of one sign.
 * @param num - How many numbers, or options. Default: 50.
 * @param options - Whether the last is included, and the dtype.
 * @throws RangeError if `start` or `stop` is 0 or their signs differ.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.geomspace.html
 * @example
 * np.geomspace(1, 8, 4).tolist(); // [1, 2, 4, 8]
 */
export function geomspace(
  start: number,
  stop: number,
  num?: number | GeomspaceOptions,
  options?: GeomspaceOptions,
): ndarray {
  const read = readNamed("geomspace", { num }, options, spacedDefaults);
  const from = checkNumber("geomspace", "start", start);
  const to = checkNumber("geomspace", "stop", stop);
  if (!(from * to > 0)) {
    throw new RangeError(
      `geomspace: expected start and stop of one sign, other than 0, got ${from} and ${to}`,
    );
  }
  const last = Math.log10(to / from);
  const values = spaced("geomspace", 0, last, read.num, read.endpoint).map((power) => from * 10 ** power);
  if (values.length > 0) values[0] = from;
  if (read.endpoint !== false && values.length > 1) values[values.length - 1] = to;
  return round("geomspace", values, read.dtype);
}
