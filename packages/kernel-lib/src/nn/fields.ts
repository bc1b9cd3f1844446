import { checkInteger } from "../array/checks";
import type { DType } from "../array/dtype";
import { describe, isPlainObject } from "../array/options";
import type { Initializer } from "./initializer";

/** Fields that every module has. */
export interface NamedFields {
  /** The name of the module. Default: made from its class. */
  name?: string;
}

/** Fields of every layer with parameters. */
export interface ParameterFields extends NamedFields {
  /** The dtype in which it computes, null for that of input and parameters together. Default: null. */
  dtype?: DType | null;
  /** The dtype of the parameters. Default: float32. */
  paramDtype?: DType;
}

/** Fields of layers that multiply with a kernel. */
export interface KernelFields extends ParameterFields {
  /** Whether a bias is added. Default: true. */
  useBias?: boolean;
  /** Makes the first kernel. Default: `lecunNormal()`. */
  kernelInit?: Initializer;
  /** Makes the first bias. Default: `zeros`. */
  biasInit?: Initializer;
}

/** Reads fields of which the first may be given by itself: `new nn.Dense(3)`, `new nn.Dense({ features: 3 })`. */
export function firstField(
  name: string,
  first: unknown,
  fields: object | undefined,
): Record<string, unknown> {
  return isPlainObject(first) ? { ...first, ...fields } : { ...fields, [name]: first };
}

/** Checks whole numbers of at least `least`: one, or a list. */
export function checkIntegers(className: string, field: string, value: unknown, least: number): void {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  list.forEach((one) => checkInteger(className, field, one, least));
}

/** The value of a field that may be given in the constructor or in the call; throws where both or neither are. */
export function mergeParam<T>(
  className: string,
  name: string,
  field: T | null,
  given: T | null | undefined,
): T {
  const values = [field, given].filter((value): value is T => value !== null && value !== undefined);
  if (values.length === 1) return values[0];
  throw new TypeError(
    `${className}: expected ${name} either in the constructor or in the call, got ${values.length === 0 ? "neither" : "both"}`,
  );
}

/** The same of a field that is true or false. */
export function mergeFlag(
  className: string,
  name: string,
  field: boolean | null,
  given: boolean | null | undefined,
): boolean {
  const value: unknown = mergeParam(className, name, field, given);
  if (typeof value === "boolean") return value;
  throw new TypeError(`${className}: expected ${name} to be true or false, got ${describe(value)}`);
}

/** One number for each of several axes: a number stands for all of them, null for ones. */
export function perAxis(
  className: string,
  field: string,
  value: number | readonly number[] | null | undefined,
  rank: number,
): readonly number[] {
  const list = typeof value === "number" || !value ? new Array<number>(rank).fill(value ?? 1) : value;
  checkIntegers(className, field, list, 1);
  if (list.length === rank) return list;
  throw new RangeError(`${className}: expected ${rank} numbers in ${field}, got ${list.length}`);
}
