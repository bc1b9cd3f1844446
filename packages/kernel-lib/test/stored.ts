import { readFileSync } from "node:fs";
import type { DType, Storage } from "../src/array/dtype";
import { ndarray } from "../src/array/ndarray";

/** An array as reference/stored.py writes it. */
export interface Stored {
  dtype: DType;
  shape: number[];
  bytes: string;
}

const storages = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint32: Uint32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};

/** Reads reference numbers by the name of their file. */
export function reference<T>(name: string): T {
  return JSON.parse(
    readFileSync(new URL(`../../../reference/data/${name}.json`, import.meta.url), "utf8"),
  ) as T;
}

/** Makes an array of a stored one. */
export function unstored({ dtype, shape, bytes }: Stored): ndarray {
  const buffer = Buffer.from(bytes, "base64");
  const copy = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length);
  return new ndarray(new storages[dtype](copy), shape, dtype);
}

/**
 * Makes arrays of stored ones that have names.
 *
 * @returns A function that puts them in the place of `{ input: name }`, however deep within lists and objects.
 */
export function resolving(stored: Readonly<Record<string, Stored>>): (x: unknown) => unknown {
  const inputs = Object.fromEntries(Object.entries(stored).map(([name, x]) => [name, unstored(x)]));
  return function resolved(x: unknown): unknown {
    if (Array.isArray(x)) return x.map(resolved);
    if (x === null || typeof x !== "object") return x;
    if ("input" in x) return inputs[x.input as string];
    return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, resolved(value)]));
  };
}

/** The distance of two floats of a dtype, counted in floats of that dtype; infinite where one alone is NaN. */
export function ulps(a: number, b: number, dtype: DType): number {
  if (Object.is(a, b) || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const order = (x: number): bigint => {
    const view = new DataView(new ArrayBuffer(8));
    if (dtype === "float64") view.setFloat64(0, x);
    else view.setFloat32(0, x);
    const bits = dtype === "float64" ? view.getBigInt64(0) : BigInt(view.getInt32(0));
    const lowest = dtype === "float64" ? -(2n ** 63n) : -(2n ** 31n);
    return bits < 0n ? lowest - bits : bits;
  };
  const distance = order(a) - order(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The largest distance of two arrays of the same shape, in floats of their dtype. */
export function mostUlps(a: Storage, b: Storage, dtype: DType): number {
  let most = 0;
  for (let i = 0; i < b.length; i++) most = Math.max(most, ulps(a[i], b[i], dtype));
  return most;
}
