import { ndarray } from "../array/ndarray";
import type { DType } from "../array/dtype";
import { isPlainObject } from "../array/options";
import { sizeOf } from "../array/broadcast";
import { bytesOf, numberFormats, readNumbers, type NumberFormatName } from "./numberFormats";
import { wrongFile } from "./reading";

/** The kinds of values that Flax adds to MessagePack: arrays, and numbers of NumPy. */
const extension = { array: 1, scalar: 3 };

/** Bytes that become more as one writes. */
class Writer {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #room(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }

  byte(value: number): void {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }

  /** A code, and behind it a number of 1, 2, 4 or 8 bytes. */
  coded(code: number, size: 1 | 2 | 4 | 8, value: number): void {
    this.byte(code);
    const at = this.#room(size);
    if (size === 1) this.#view.setUint8(at, value);
    else if (size === 2) this.#view.setUint16(at, value);
    else if (size === 4) this.#view.setUint32(at, value);
    else this.#view.setBigInt64(at, BigInt(value));
  }

  float(value: number): void {
    this.byte(0xcb);
    const at = this.#room(8);
    this.#view.setFloat64(at, value);
  }

  put(bytes: Uint8Array): void {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** A length in the shortest of the forms there are for it: in the code itself, or in 1, 2 or 4 bytes behind it. */
function writeLength(
  to: Writer,
  length: number,
  within: readonly [code: number, most: number] | undefined,
  codes: readonly (number | undefined)[],
): void {
  if (within && length <= within[1]) to.byte(within[0] | length);
  else if (codes[0] !== undefined && length < 256) to.coded(codes[0], 1, length);
  else if (codes[1] !== undefined && length < 65536) to.coded(codes[1], 2, length);
  else to.coded(codes[2] as number, 4, length);
}

function writeWhole(to: Writer, x: number): void {
  if (x >= 0) {
    if (x < 128) to.byte(x);
    else if (x < 256) to.coded(0xcc, 1, x);
    else if (x < 65536) to.coded(0xcd, 2, x);
    else if (x < 4294967296) to.coded(0xce, 4, x);
    else to.coded(0xcf, 8, x);
  } else if (x >= -32) to.byte(x & 255);
  else if (x >= -128) to.coded(0xd0, 1, x & 255);
  else if (x >= -32768) to.coded(0xd1, 2, x & 65535);
  else if (x >= -2147483648) to.coded(0xd2, 4, x >>> 0);
  else to.coded(0xd3, 8, x);
}

function writeText(to: Writer, text: string): void {
  const bytes = new TextEncoder().encode(text);
  writeLength(to, bytes.length, [0xa0, 31], [0xd9, 0xda, 0xdb]);
  to.put(bytes);
}

function writeArray(to: Writer, { shape, dtype, data }: ndarray): void {
  const inner = new Writer();
  inner.byte(0x93);
  writeLength(inner, shape.length, [0x90, 15], [undefined, 0xdc, 0xdd]);
  for (const length of shape) writeWhole(inner, length);
  writeText(inner, dtype);
  writeLength(inner, data.byteLength, undefined, [0xc4, 0xc5, 0xc6]);
  inner.put(bytesOf(data));
  const bytes = inner.done();
  const fixed = [1, 2, 4, 8, 16].indexOf(bytes.length);
  if (fixed >= 0) to.byte(0xd4 + fixed);
  else writeLength(to, bytes.length, undefined, [0xc7, 0xc8, 0xc9]);
  to.byte(extension.array);
  to.put(bytes);
}

/**
 * Writes objects within objects, with arrays, as Flax does: MessagePack, in which arrays are an extension.
 *
 * @see https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function toMsgpack(state: unknown): Uint8Array {
  const to = new Writer();
  const write = (value: unknown): void => {
    if (value === null || value === undefined) to.byte(0xc0);
    else if (typeof value === "boolean") to.byte(value ? 0xc3 : 0xc2);
    else if (typeof value === "number") {
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) writeWhole(to, value);
      else to.float(value);
    } else if (typeof value === "string") writeText(to, value);
    else if (value instanceof ndarray) writeArray(to, value);
    else if (isPlainObject(value)) {
      const entries = Object.entries(value);
      writeLength(to, entries.length, [0x80, 15], [undefined, 0xde, 0xdf]);
      for (const [key, part] of entries) {
        writeText(to, key);
        write(part);
      }
    }
  };
  write(state);
  return to.done();
}

/** What stands for a value in a file and has no place here. */
class Unreadable extends Error {}

/**
 * Reads what {@link toMsgpack} or Flax wrote.
 *
 * @param functionName - On whose behalf.
 * @param file - What to call the file in messages.
 * @param bytes - What it holds.
 * @throws FileFormatError if it is broken, or holds what is neither an array, a number, a text nor an object of these.
 */
export function fromMsgpack(functionName: string, file: string, bytes: Uint8Array): unknown {
  try {
    const reader = new Reader(bytes);
    const value = reader.value();
    if (reader.at !== bytes.length) throw new Unreadable("is broken: more follows its end");
    return value;
  } catch (error) {
    if (error instanceof Unreadable) throw wrongFile(functionName, file, error.message);
    if (error instanceof RangeError) throw wrongFile(functionName, file, "is broken: it is cut off");
    throw error;
  }
}

const lengths: Readonly<Record<number, readonly [kind: string, size: 1 | 2 | 4]>> = {
  0xc4: ["bytes", 1],
  0xc5: ["bytes", 2],
  0xc6: ["bytes", 4],
  0xc7: ["extension", 1],
  0xc8: ["extension", 2],
  0xc9: ["extension", 4],
  0xd9: ["text", 1],
  0xda: ["text", 2],
  0xdb: ["text", 4],
  0xdc: ["list", 2],
  0xdd: ["list", 4],
  0xde: ["object", 2],
  0xdf: ["object", 4],
};

class Reader {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  #number(size: number): number {
    const at = this.at;
    this.at += size;
    return size === 1
      ? this.#view.getUint8(at)
      : size === 2
        ? this.#view.getUint16(at)
        : this.#view.getUint32(at);
  }

  #take(length: number): Uint8Array {
    if (this.at + length > this.#bytes.length) throw new RangeError("cut off");
    return this.#bytes.subarray(this.at, (this.at += length));
  }

  value(): unknown {
    const code = this.#number(1);
    if (code < 0x80) return code;
    if (code < 0x90) return this.#of("object", code & 15);
    if (code < 0xa0) return this.#of("list", code & 15);
    if (code < 0xc0) return this.#of("text", code & 31);
    if (code >= 0xe0) return code - 256;
    if (code >= 0xd4 && code <= 0xd8) return this.#of("extension", 1 << (code - 0xd4));
    if (lengths[code]) return this.#of(lengths[code][0], this.#number(lengths[code][1]));
    return this.#plain(code);
  }

  #plain(code: number): unknown {
    const view = this.#view;
    const skip = (size: number): number => (this.at += size) - size;
    switch (code) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xca:
        return view.getFloat32(skip(4));
      case 0xcb:
        return view.getFloat64(skip(8));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.#number(1 << (code - 0xcc));
      case 0xcf:
        return Number(view.getBigUint64(skip(8)));
      case 0xd0:
        return view.getInt8(skip(1));
      case 0xd1:
        return view.getInt16(skip(2));
      case 0xd2:
        return view.getInt32(skip(4));
      case 0xd3:
        return Number(view.getBigInt64(skip(8)));
      default:
        throw new Unreadable("is not a MessagePack file");
    }
  }

  #of(kind: string, length: number): unknown {
    if (kind === "bytes") return this.#take(length);
    if (kind === "text") return new TextDecoder().decode(this.#take(length));
    if (kind === "extension") {
      const type = this.#number(1);
      return arrayOf(type, this.#take(length));
    }
    if (length > this.#bytes.length) throw new RangeError("cut off");
    if (kind === "list") return Array.from({ length }, () => this.value());
    const entries = Array.from({ length }, () => {
      const key = this.value();
      if (typeof key !== "string") throw new Unreadable("is not a file of Flax: a key in it is not text");
      return [key, this.value()] as const;
    });
    return Object.fromEntries(entries);
  }
}

/** The array that an extension stands for. */
function arrayOf(type: number, bytes: Uint8Array): ndarray | number {
  const parts = new Reader(bytes).value();
  const isKnown = type === extension.array || type === extension.scalar;
  const [shape, dtype, data] = isKnown && Array.isArray(parts) ? (parts as unknown[]) : [];
  if (!Array.isArray(shape) || !(data instanceof Uint8Array)) {
    throw new Unreadable(`holds a value of an unknown kind (${type})`);
  }
  if (typeof dtype !== "string" || !Object.hasOwn(numberFormats, dtype)) {
    throw new Unreadable(`holds an array of dtype ${String(dtype)}, which is not known`);
  }
  const format = dtype as NumberFormatName;
  const own: DType = numberFormats[format].dtype;
  if (data.length !== sizeOf("msgpack", shape as number[]) * numberFormats[format].size) {
    throw new Unreadable("is broken: an array has not as many numbers as its shape says");
  }
  try {
    return new ndarray(readNumbers(data, format), shape as number[], own);
  } catch (error) {
    throw error instanceof RangeError ? new Unreadable(error.message) : error;
  }
}
