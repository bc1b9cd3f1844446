import { sizeOf } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { isPlainObject } from "../array/options";
import { bytesOf, numberFormats, readNumbers, type NumberFormatName } from "./numberFormats";
import { wrongFile } from "./reading";

const names: Readonly<Record<string, NumberFormatName>> = {
  BOOL: "bool",
  U8: "uint8",
  I8: "int8",
  U16: "uint16",
  I16: "int16",
  U32: "uint32",
  I32: "int32",
  U64: "uint64",
  I64: "int64",
  F16: "float16",
  BF16: "bfloat16",
  F32: "float32",
  F64: "float64",
};

/** The names of the dtypes here, in the order in which tensors of them stand in a file, the last first. */
const codes: Readonly<Record<DType, string>> = {
  bool: "BOOL",
  uint8: "U8",
  int32: "I32",
  uint32: "U32",
  float32: "F32",
  float64: "F64",
};
const order = Object.keys(codes);

/** Texts that go along with tensors. */
export type Metadata = Readonly<Record<string, string>>;

/** What a safetensors file holds. */
export interface Tensors {
  readonly tensors: ReadonlyMap<string, ndarray>;
  readonly metadata: Metadata;
}

/**
 * Writes a safetensors file, byte by byte as its Python package does.
 *
 * @see https://huggingface.co/docs/safetensors/index
 */
export function toSafetensors({ tensors, metadata }: Tensors): Uint8Array {
  const sorted = [...tensors].sort(
    ([a, x], [b, y]) => order.indexOf(y.dtype) - order.indexOf(x.dtype) || (a < b ? -1 : 1),
  );
  let at = 0;
  const entries = sorted.map(([name, { data, shape, dtype }]) => {
    const offsets = [at, (at += data.byteLength)];
    return [name, { dtype: codes[dtype], shape, data_offsets: offsets }] as const;
  });
  const own = Object.keys(metadata).length > 0 ? [["__metadata__", metadata] as const] : [];
  const fields = [...own, ...entries].map(
    ([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`,
  );
  const written = new TextEncoder().encode(`{${fields.join(",")}}`);
  const length = Math.ceil(written.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + at);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.fill(0x20, 8, 8 + length);
  bytes.set(written, 8);
  sorted.forEach(([, { data }], i) => bytes.set(bytesOf(data), 8 + length + entries[i][1].data_offsets[0]));
  return bytes;
}

/**
 * Reads a safetensors file.
 *
 * @param functionName - On whose behalf.
 * @param file - What to call the file in messages.
 * @param bytes - What it holds.
 * @throws FileFormatError if it is broken or of another kind.
 */
export function fromSafetensors(functionName: string, file: string, bytes: Uint8Array): Tensors {
  const wrong = (problem: string) => wrongFile(functionName, file, problem);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = bytes.length < 8 ? Infinity : Number(view.getBigUint64(0, true));
  if (length > 100_000_000 || bytes[8] !== 0x7b) throw wrong("is not a safetensors file");
  const start = 8 + length;
  if (start > bytes.length) throw wrong("is broken: its header is cut off");
  const header = parsed(new TextDecoder().decode(bytes.subarray(8, start)));
  if (!header) throw wrong("is broken: its header is not JSON");
  const { __metadata__: metadata = {}, ...entries } = header;
  const tensors = new Map<string, ndarray>();
  for (const [name, entry] of Object.entries(entries)) {
    const fields: Record<string, unknown> = isPlainObject(entry) ? entry : {};
    const { dtype, shape, data_offsets: offsets } = fields;
    if (!isLengths(shape) || !isLengths(offsets) || offsets.length !== 2) {
      throw wrong(`is broken: ${JSON.stringify(name)} has no shape or place`);
    }
    const format = names[String(dtype)];
    if (!format) throw wrong(`holds ${JSON.stringify(name)} of dtype ${String(dtype)}, which is not known`);
    const [from, to] = offsets;
    const wanted = sizeOf(functionName, shape) * numberFormats[format].size;
    if (to - from !== wanted) {
      throw wrong(`is broken: ${JSON.stringify(name)} needs ${wanted} bytes, has ${to - from}`);
    }
    if (start + to > bytes.length) {
      throw wrong(`is broken: it is cut off, expected ${start + to} bytes, got ${bytes.length}`);
    }
    try {
      const data = readNumbers(bytes.subarray(start + from, start + to), format);
      tensors.set(name, new ndarray(data, shape, numberFormats[format].dtype));
    } catch (error) {
      throw error instanceof RangeError ? wrong(`${error.message} (in ${JSON.stringify(name)})`) : error;
    }
  }
  return { tensors, metadata: metadata as Metadata };
}

const isLengths = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((length) => Number.isInteger(length) && length >= 0);

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
