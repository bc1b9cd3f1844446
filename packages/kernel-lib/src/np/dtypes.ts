import { resultType, type DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { checkDType, dtypes, isFloating, rangeOf } from "../array/traits";

/** Reads a dtype, of an array, too. */
function typeOf(functionName: string, given: unknown): DType {
  const dtype = given instanceof ndarray ? given.dtype : given;
  if (dtype === undefined || dtype === null) {
    throw new TypeError(`${functionName}: expected a dtype, got ${describe(given)}`);
  }
  return checkDType(functionName, dtype, "float32");
}

/**
 * Finds the dtype in which values of two dtypes are combined.
 *
 * @param a - A dtype.
 * @param b - Another one.
 * @throws TypeError for what is not a dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.promote_types.html
 * @example
 * np.promoteTypes("uint8", "int32"); // "int32"
 */
export function promoteTypes(a: DType, b: DType): DType {
  return resultType(typeOf("promoteTypes", a), typeOf("promoteTypes", b));
}

/** Which dtypes values may be converted to without loss. */
const holding: Readonly<Record<DType, readonly DType[]>> = {
  bool: dtypes,
  uint8: ["uint8", "uint32", "int32", "float32", "float64"],
  uint32: ["uint32", "float64"],
  int32: ["int32", "float64"],
  float32: ["float32", "float64"],
  float64: ["float64"],
};

/**
 * Tells whether values of one dtype may be converted to another without loss.
 *
 * @param from - A dtype, or an array of it.
 * @param to - The other dtype.
 * @throws TypeError for what is not a dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.can_cast.html
 * @example
 * np.canCast("int32", "float32"); // false
 */
export function canCast(from: DType | ndarray, to: DType): boolean {
  return holding[typeOf("canCast", from)].includes(typeOf("canCast", to));
}

/** Kinds of dtypes, as the array API names them. */
export type DTypeKind =
  | "bool"
  | "signed integer"
  | "unsigned integer"
  | "integral"
  | "real floating"
  | "complex floating"
  | "numeric";

const kinds: Readonly<Record<DTypeKind, (dtype: DType) => boolean>> = {
  bool: (dtype) => dtype === "bool",
  "signed integer": (dtype) => dtype === "int32",
  "unsigned integer": (dtype) => dtype.startsWith("uint"),
  integral: (dtype) => dtype !== "bool" && !isFloating(dtype),
  "real floating": isFloating,
  "complex floating": () => false,
  numeric: (dtype) => dtype !== "bool",
};

/**
 * Tells whether a dtype is of a kind, or is one of several dtypes.
 *
 * @param dtype - The dtype.
 * @param kind - A kind, a dtype, or a list of them.
 * @throws TypeError for what is not a dtype, or an unknown kind.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isdtype.html
 * @example
 * np.isdtype("float32", "real floating"); // true
 */
export function isdtype(dtype: DType, kind: DTypeKind | DType | readonly (DTypeKind | DType)[]): boolean {
  const type = typeOf("isdtype", dtype);
  return (Array.isArray(kind) ? kind : [kind]).some((one) => {
    if (Object.hasOwn(kinds, one)) return kinds[one as DTypeKind](type);
    if (dtypes.includes(one)) return one === type;
    throw new TypeError(
      `isdtype: expected a dtype or one of ${Object.keys(kinds).join(", ")}, got ${describe(one)}`,
    );
  });
}

/** What {@link iinfo} tells. */
export interface IntegerInfo {
  /** The dtype. */
  readonly dtype: DType;
  /** How many bits it has. */
  readonly bits: number;
  /** The least number. */
  readonly min: number;
  /** The largest number. */
  readonly max: number;
}

/**
 * Tells the range of an integer dtype.
 *
 * @param dtype - The dtype, or an array of it.
 * @throws TypeError for what is no integer dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.iinfo.html
 * @example
 * np.iinfo("int32").max; // 2147483647
 */
export function iinfo(dtype: DType | ndarray): IntegerInfo {
  const type = typeOf("iinfo", dtype);
  if (isFloating(type) || type === "bool") {
    throw new TypeError(`iinfo: expected an integer dtype, got ${type}`);
  }
  return { dtype: type, bits: type === "uint8" ? 8 : 32, ...rangeOf(type) };
}

/** What {@link finfo} tells. */
export interface FloatInfo extends IntegerInfo {
  /** The distance from 1 to the next larger number. */
  readonly eps: number;
  /** The least positive number with all its digits. */
  readonly tiny: number;
  /** The same, under its other name. */
  readonly smallestNormal: number;
  /** The least positive number. */
  readonly smallestSubnormal: number;
  /** About how many decimal digits it has. */
  readonly precision: number;
}

/**
 * Tells the range and the precision of a floating-point dtype.
 *
 * @param dtype - The dtype, or an array of it.
 * @throws TypeError for what is no floating-point dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.finfo.html
 * @example
 * np.finfo("float32").eps; // 1.1920928955078125e-7
 */
export function finfo(dtype: DType | ndarray): FloatInfo {
  const type = typeOf("finfo", dtype);
  if (!isFloating(type)) throw new TypeError(`finfo: expected a floating-point dtype, got ${type}`);
  const [bits, mantissa, exponent, precision] = type === "float32" ? [32, 23, 126, 6] : [64, 52, 1022, 15];
  const largest = type === "float32" ? (2 - 2 ** -23) * 2 ** 127 : Number.MAX_VALUE;
  return {
    dtype: type,
    bits,
    min: -largest,
    max: largest,
    eps: 2 ** -mantissa,
    tiny: 2 ** -exponent,
    smallestNormal: 2 ** -exponent,
    smallestSubnormal: 2 ** -exponent * 2 ** -mantissa,
    precision,
  };
}

/**
 * Tells whether a value is a single number or truth value, not in an array.
 *
 * @param x - Any value.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isscalar.html
 * @example
 * [np.isscalar(3), np.isscalar([3])]; // [true, false]
 */
export function isscalar(x: unknown): boolean {
  return typeof x === "number" || typeof x === "boolean" || (x instanceof ndarray && x.ndim === 0);
}

/**
 * Tells whether a value can be gone through: a list, a string, an array of at least one axis.
 *
 * @param x - Any value.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.iterable.html
 * @example
 * [np.iterable([1]), np.iterable(1)]; // [true, false]
 */
export function iterable(x: unknown): boolean {
  if (x instanceof ndarray) return x.ndim > 0;
  return typeof (x as { [Symbol.iterator]?: unknown } | null | undefined)?.[Symbol.iterator] === "function";
}
