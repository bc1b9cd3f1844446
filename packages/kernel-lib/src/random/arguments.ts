import type { ArrayLike, Typing } from "../array/asarray";
import { broadcastShapes } from "../array/broadcast";
import { checkBroadcasts, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { checkDType, isFloating } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { convertType } from "../ops/map";
import { checkFloating } from "./between";
import { keyOf } from "./keyOf";

/** Options of distributions without parameters. */
export interface DrawOptions {
  /** The shape, where it is not given in its place. Default: [], one number. */
  shape?: Shape;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
}

/** Reads the dtype of draws that are whole numbers. */
export function checkWhole(functionName: string, dtype: unknown): DType {
  const checked = checkDType(functionName, dtype, "int32");
  if (checked !== "bool") return checked;
  throw new TypeError(`${functionName}: expected a dtype of numbers, got bool`);
}

/** A dtype by itself as options. */
const asOptions = (typing: unknown): unknown =>
  typeof typing === "string" ? { dtype: typing } : (typing ?? undefined);

/** Reads the arguments of a distribution without parameters. */
export function readDraw(
  name: string,
  key: unknown,
  shape: Shape | DrawOptions | undefined,
  typing: Typing | DrawOptions | undefined,
): { lengths: readonly number[]; dtype: DType } {
  keyOf(name, key);
  const read = readNamed<DrawOptions>(name, { shape }, asOptions(typing), { shape: [], dtype: undefined });
  return { lengths: checkShape(name, read.shape), dtype: checkFloating(name, read.dtype) };
}

/** Options of distributions with parameters. */
export interface ParameterDrawOptions {
  /** The shape, where it is not given in its place. Default: that to which the parameters broadcast. */
  shape?: Shape | null;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
}

/**
 * Reads the arguments of a distribution with parameters, which may be named among the options: those without a value
 * are required.
 *
 * @param check - Reads the dtype: of floats, if not left out.
 * @returns The shape, the dtype, and the parameters at that shape, in floating point, in their order.
 */
export function readParameters<P extends object>(
  name: string,
  key: unknown,
  parameters: Readonly<Record<keyof P & string, unknown>>,
  shape: unknown,
  typing: unknown,
  defaults: P,
  check: (functionName: string, dtype: unknown) => DType = checkFloating,
): { lengths: readonly number[]; dtype: DType; values: ndarray[] } {
  keyOf(name, key);
  const read = readNamed<P & ParameterDrawOptions>(name, { ...parameters, shape }, asOptions(typing), {
    ...defaults,
    shape: undefined,
    dtype: undefined,
  });
  const dtype = check(name, read.dtype);
  const computing = isFloating(dtype) ? dtype : "float32";
  const arrays = (Object.keys(defaults) as (keyof P & string)[]).map((parameter) =>
    convertType(toArray(name, read[parameter] as ArrayLike), computing),
  );
  const lengths =
    read.shape === undefined || read.shape === null
      ? broadcastShapes(name, ...arrays.map((x) => x.shape))
      : checkShape(name, read.shape);
  arrays.forEach((x) => checkBroadcasts(name, x.shape, lengths));
  return { lengths, dtype, values: arrays.map((x) => broadcast(x, lengths)) };
}
