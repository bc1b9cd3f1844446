import { describe } from "./options";
import { dtypes, isDType, rankOf, type DType } from "./traits";

export type { DType, Storage } from "./traits";

/** 32-bit floating point, the default type of numbers. */
export const float32 = "float32" as const;
/** 64-bit floating point, JavaScript's own numbers. */
export const float64 = "float64" as const;
/** 32-bit signed integers. */
export const int32 = "int32" as const;
/** 32-bit unsigned integers, the type of random keys and bits. */
export const uint32 = "uint32" as const;
/** 8-bit unsigned integers, the type of image pixels. */
export const uint8 = "uint8" as const;
/** Truth values, stored as 0 and 1. */
export const bool = "bool" as const;
/** The name of {@link bool} in NumPy. */
export const bool_ = bool;

/** Anything with a dtype; `weak` where it stands for a plain number whose value is not known yet. */
interface Typed {
  readonly dtype: DType;
  readonly weak?: "integer" | "floating";
}

function checkOperand(operand: unknown): void {
  const kind = typeof operand;
  if (kind === "number" || kind === "boolean") return;
  const dtype: unknown =
    kind === "string" ? operand : (operand as { dtype?: unknown } | null | undefined)?.dtype;
  if (isDType(dtype)) return;
  throw new TypeError(`resultType: expected arrays, dtypes or numbers, got ${describe(operand)}`);
}

/**
 * Finds the dtype in which values are combined, by JAX's rules: the higher of bool, uint8, uint32, int32, float32,
 * float64. A plain number is weak: it lifts the others only from bool to integer and, unless it is an integer, from
 * integer to float32. Plain numbers alone are float32.
 *
 * @param operands - Arrays (anything with a dtype), dtypes, or plain numbers and booleans.
 * @see https://docs.jax.dev/en/latest/type_promotion.html
 * @example
 * np.resultType(np.int32, 2); // "int32"
 */
export function resultType(...operands: readonly (DType | Typed | number | boolean)[]): DType {
  if (operands.length === 0)
    throw new TypeError("resultType: expected at least one array, dtype or number, got none");
  let rank = -1;
  let weak = -1;
  for (const operand of operands) {
    checkOperand(operand);
    if (typeof operand === "number") weak = Math.max(weak, Number.isInteger(operand) ? 3 : 4);
    else if (typeof operand === "boolean") rank = Math.max(rank, 0);
    else if (typeof operand === "object" && operand.weak) {
      weak = Math.max(weak, operand.weak === "integer" ? 3 : 4);
    } else rank = Math.max(rank, rankOf(typeof operand === "string" ? operand : operand.dtype));
  }
  if (rank < 0) return "float32";
  if (weak === 4) rank = Math.max(rank, 4);
  else if (weak === 3 && rank === 0) rank = 3;
  return dtypes[rank];
}
