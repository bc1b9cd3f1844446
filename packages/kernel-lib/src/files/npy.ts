import { sizeOf } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { bytesOf, numberFormats, readNumbers, type NumberFormatName } from "./numberFormats";
import { wrongFile } from "./reading";

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY

const codes: Readonly<Record<DType, string>> = {
  bool: "|b1",
  uint8: "|u1",
  uint32: "<u4",
  int32: "<i4",
  float32: "<f4",
  float64: "<f8",
};

const kinds: Readonly<Record<string, string>> = { b: "bool", u: "uint", i: "int", f: "float" };

/** The type of numbers that NumPy writes as `<f4`, and their order of bytes. */
function formatOf(code: string): { format: NumberFormatName; little: boolean } | undefined {
  const [, order, kind, size] = /^([<>|=])([a-z])(\d+)$/i.exec(code) ?? [];
  const name = kind === "b" ? "bool" : `${kinds[kind] ?? kind}${Number(size) * 8}`;
  if (!Object.hasOwn(numberFormats, name)) return undefined;
  return { format: name as NumberFormatName, little: order !== ">" };
}

/** Tells whether a file begins as an npy file does. */
export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte);

/**
 * Writes an array as NumPy's `save` does, byte by byte.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function toNpy(x: ndarray): Uint8Array {
  const { shape, dtype } = x;
  const data = elementsOf(x);
  const lengths = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const written = `{'descr': '${codes[dtype]}', 'fortran_order': False, 'shape': ${lengths}, }`;
  // NumPy leaves room for the first length to grow, and puts the numbers at a multiple of 64.
  const growth = shape.length > 0 ? Math.max(0, 21 - String(shape[0]).length) : 0;
  const room = written.length + growth;
  const header = written + " ".repeat(growth + ((64 - ((10 + room + 1) % 64)) % 64)) + "\n";
  const bytes = new Uint8Array(10 + header.length + data.byteLength);
  bytes.set([...magic, 1, 0, header.length & 255, header.length >> 8]);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(bytesOf(data), 10 + header.length);
  return bytes;
}

/**
 * Reads an npy file.
 *
 * @param functionName - On whose behalf.
 * @param file - What to call the file in messages.
 * @param bytes - What it holds.
 * @throws FileFormatError if it is broken, of another kind, or holds what is not an array of numbers.
 */
export function fromNpy(functionName: string, file: string, bytes: Uint8Array): ndarray {
  const wrong = (problem: string) => wrongFile(functionName, file, problem);
  if (!isNpy(bytes)) throw wrong("is not an npy file: it does not begin with \\x93NUMPY");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = bytes[6] === 1 ? 10 : 12;
  if (bytes.length < start || bytes[6] > 3) throw wrong("is broken: its header is cut off");
  const end = start + (bytes[6] === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  const header = new TextDecoder().decode(bytes.subarray(start, end));
  const descr = /'descr': *'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order': *(True|False)/.exec(header)?.[1];
  const lengths = /'shape': *\(([\d, L]*)\)/.exec(header)?.[1];
  if (/'descr': *\[/.test(header)) throw wrong("holds records, not numbers");
  if (descr === undefined || order === undefined || lengths === undefined) {
    throw wrong("is broken: its header is cut off");
  }
  const read = formatOf(descr);
  if (!read) throw wrong(`holds elements of type ${descr}, not numbers of a known type`);
  const shape = lengths.split(",").flatMap((length) => (length.trim() ? [parseInt(length, 10)] : []));
  const size = sizeOf(functionName, shape);
  const wanted = size * numberFormats[read.format].size;
  if (bytes.length - end !== wanted) {
    throw wrong(`is broken: expected ${wanted} bytes of numbers, got ${Math.max(0, bytes.length - end)}`);
  }
  const { dtype } = numberFormats[read.format];
  try {
    const data = readNumbers(bytes.subarray(end), read.format, read.little);
    if (order === "False" || shape.length < 2) return new ndarray(data, shape, dtype);
    return new ndarray(rowMajor(data, shape), shape, dtype);
  } catch (error) {
    throw error instanceof RangeError ? wrong(error.message) : error;
  }
}

/** The elements of an array whose first index runs fastest, with the last running fastest. */
function rowMajor<T extends ndarray["data"]>(data: T, shape: readonly number[]): T {
  const result = data.slice() as T;
  const steps = shape.map((_, axis) => shape.slice(0, axis).reduce((product, length) => product * length, 1));
  const at = shape.map(() => 0);
  for (let i = 0; i < data.length; i++) {
    result[i] = data[at.reduce((sum, place, axis) => sum + place * steps[axis], 0)];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (++at[axis] < shape[axis]) break;
      at[axis] = 0;
    }
  }
  return result;
}
