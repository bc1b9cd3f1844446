import { gunzipSync } from "fflate";
import { ndarray } from "../array/ndarray";
import { numberFormats, readNumbers, type NumberFormatName } from "../files/numberFormats";
import { wrongFile } from "../files/reading";

const types: Readonly<Record<number, NumberFormatName>> = {
  0x08: "uint8",
  0x09: "int8",
  0x0b: "int16",
  0x0c: "int32",
  0x0d: "float32",
  0x0e: "float64",
};

/**
 * Reads an IDX file, gzipped or not: the format in which MNIST is published.
 *
 * @param functionName - On whose behalf.
 * @param file - What to call the file in messages.
 * @param given - What it holds.
 * @throws FileFormatError if it is broken or of another kind.
 */
export function fromIdx(functionName: string, file: string, given: Uint8Array): ndarray {
  const bytes = given[0] === 0x1f && given[1] === 0x8b ? gunzipped(functionName, file, given) : given;
  const format = types[bytes[2]];
  if (bytes[0] !== 0 || bytes[1] !== 0 || !format) {
    throw wrongFile(functionName, file, "is not an IDX file");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = 4 + 4 * bytes[3];
  if (bytes.length < start) throw wrongFile(functionName, file, "is broken: its header is cut off");
  const shape = Array.from({ length: bytes[3] }, (_, axis) => view.getUint32(4 + 4 * axis));
  const { size, dtype } = numberFormats[format];
  const wanted = start + shape.reduce((product, length) => product * length, size);
  if (bytes.length !== wanted) {
    throw wrongFile(functionName, file, `is broken: expected ${wanted} bytes, got ${bytes.length}`);
  }
  return new ndarray(readNumbers(bytes.subarray(start), format, false), shape, dtype);
}

function gunzipped(functionName: string, file: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw wrongFile(functionName, file, `is broken: it cannot be decompressed (${(error as Error).message})`);
  }
}
