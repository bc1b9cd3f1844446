import type { DType, Storage } from "../array/dtype";
import { makeStorage } from "../array/traits";

/** How numbers of one type lie in a file, and the dtype that they have here. */
export interface NumberFormat {
  /** Bytes of a number. */
  readonly size: number;
  readonly dtype: DType;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

/** The value of 16 bits: one of sign, five of exponent, ten of fraction. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const halves = new DataView(new ArrayBuffer(4));

/** The value of the upper half of a float32. */
function bfloat(bits: number): number {
  halves.setUint32(0, bits << 16);
  return halves.getFloat32(0);
}

/** A whole number of 64 bits, which must be one of 32: JAX has no others unless asked. */
function narrowed(value: bigint, least: bigint, most: bigint, dtype: DType): number {
  if (value >= least && value <= most) return Number(value);
  throw new RangeError(`holds ${value}, which ${dtype} does not`);
}

/** The types of numbers that files have. What is narrower than a dtype here becomes the next wider one. */
export const numberFormats = {
  bool: { size: 1, dtype: "bool", read: (view, at) => (view.getUint8(at) ? 1 : 0) },
  uint8: { size: 1, dtype: "uint8", read: (view, at) => view.getUint8(at) },
  int8: { size: 1, dtype: "int32", read: (view, at) => view.getInt8(at) },
  uint16: { size: 2, dtype: "int32", read: (view, at, little) => view.getUint16(at, little) },
  int16: { size: 2, dtype: "int32", read: (view, at, little) => view.getInt16(at, little) },
  uint32: { size: 4, dtype: "uint32", read: (view, at, little) => view.getUint32(at, little) },
  int32: { size: 4, dtype: "int32", read: (view, at, little) => view.getInt32(at, little) },
  uint64: {
    size: 8,
    dtype: "uint32",
    read: (view, at, little) => narrowed(view.getBigUint64(at, little), 0n, 4294967295n, "uint32"),
  },
  int64: {
    size: 8,
    dtype: "int32",
    read: (view, at, little) => narrowed(view.getBigInt64(at, little), -2147483648n, 2147483647n, "int32"),
  },
  float16: { size: 2, dtype: "float32", read: (view, at, little) => half(view.getUint16(at, little)) },
  bfloat16: { size: 2, dtype: "float32", read: (view, at, little) => bfloat(view.getUint16(at, little)) },
  float32: { size: 4, dtype: "float32", read: (view, at, little) => view.getFloat32(at, little) },
  float64: { size: 8, dtype: "float64", read: (view, at, little) => view.getFloat64(at, little) },
} as const satisfies Record<string, NumberFormat>;

/** The name of a type of numbers in files. */
export type NumberFormatName = keyof typeof numberFormats;

/** Whether numbers lie in memory here as in most files, the lowest byte first. */
const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Reads numbers out of a file.
 *
 * @param bytes - Where they lie, one after the other.
 * @param format - Their type.
 * @param little - Whether the lowest byte comes first.
 * @throws RangeError for a whole number of 64 bits that has no place in 32.
 */
export function readNumbers(bytes: Uint8Array, format: NumberFormatName, little = true): Storage {
  const { size, dtype, read }: NumberFormat = numberFormats[format];
  const count = bytes.length / size;
  const result = makeStorage(dtype, count);
  if (format === dtype && format !== "bool" && (little === isLittle || size === 1)) {
    new Uint8Array(result.buffer).set(bytes);
    return result;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i < count; i++) result[i] = read(view, i * size, little);
  return result;
}

/** The bytes of numbers as most files have them, the lowest first. */
export function bytesOf(data: Storage): Uint8Array {
  if (isLittle) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const copy = new Uint8Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  for (let at = 0; at < copy.length; at += data.BYTES_PER_ELEMENT) {
    copy.subarray(at, at + data.BYTES_PER_ELEMENT).reverse();
  }
  return copy;
}
