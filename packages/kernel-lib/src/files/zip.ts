import { deflateSync, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { wrongFile } from "./reading";

const signature = { entry: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 };

/** Tells whether a file begins as a ZIP archive does, an empty one included. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** The fields that an entry has both before its content and in the list at the end. */
function fieldsOf(name: Uint8Array, content: Uint8Array, packed: Uint8Array, isPacked: boolean) {
  const fields = new DataView(new ArrayBuffer(26));
  fields.setUint16(0, 20, true); // version 2.0
  fields.setUint16(2, 0x0800, true); // names are UTF-8
  fields.setUint16(4, isPacked ? 8 : 0, true);
  fields.setUint16(8, 0x0021, true); // 1 January 1980: files of the same content are the same
  fields.setUint32(10, crc32(content), true);
  fields.setUint32(14, packed.length, true);
  fields.setUint32(18, content.length, true);
  fields.setUint16(22, name.length, true);
  return new Uint8Array(fields.buffer);
}

const word = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
const short = (value: number): number[] => [value & 255, (value >> 8) & 255];

/**
 * Writes a ZIP archive.
 *
 * @param functionName - On whose behalf.
 * @param entries - What it holds, by name.
 * @param compress - Whether what it holds is compressed.
 * @throws RangeError if it would be longer than the 4 GB of plain archives.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function toZip(
  functionName: string,
  entries: ReadonlyMap<string, Uint8Array>,
  compress: boolean,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let length = 0;
  const put = (...added: Uint8Array[]) => {
    parts.push(...added);
    for (const part of added) length += part.length;
  };
  for (const [given, content] of entries) {
    const name = new TextEncoder().encode(given);
    const packed = compress ? deflateSync(content) : content;
    const fields = fieldsOf(name, content, packed, compress);
    list.push(
      Uint8Array.from([
        ...word(signature.listed),
        ...short(20),
        ...fields,
        ...new Array<number>(10).fill(0),
        ...word(length),
      ]),
      name,
    );
    put(Uint8Array.from([...word(signature.entry), ...fields]), name, packed);
  }
  const start = length;
  put(...list);
  const count = short(entries.size);
  const closing = [
    ...word(signature.end),
    0,
    0,
    0,
    0,
    ...count,
    ...count,
    ...word(length - start),
    ...word(start),
    0,
    0,
  ];
  put(Uint8Array.from(closing));
  if (length > 0xffffffff) {
    throw new RangeError(
      `${functionName}: expected arrays of less than 4 GB in one archive, got ${length} bytes`,
    );
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Reads a ZIP archive.
 *
 * @param functionName - On whose behalf.
 * @param file - What to call the archive in messages.
 * @param bytes - What it holds.
 * @returns Its entries by name, in order.
 * @throws FileFormatError if it is cut off or damaged, or compressed in an unknown way.
 */
export function fromZip(functionName: string, file: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const broken = (what: string) => wrongFile(functionName, file, `is broken: ${what}`);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== signature.end) end--;
  if (end < 0) throw broken("the list at its end is missing");
  const entries = new Map<string, Uint8Array>();
  try {
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== signature.listed) throw broken("the list at its end is damaged");
      const [method, checksum, packed, size] = [
        view.getUint16(at + 10, true),
        view.getUint32(at + 16, true),
        view.getUint32(at + 20, true),
        view.getUint32(at + 24, true),
      ];
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const start = view.getUint32(at + 42, true);
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const content = bytes.subarray(from, from + packed);
      if (method !== 0 && method !== 8) {
        throw wrongFile(functionName, file, `holds ${name}, compressed in an unknown way (${method})`);
      }
      const whole = method === 0 ? content : inflated(content, size);
      if (whole?.length !== size || crc32(whole) !== checksum) throw broken(`${name} is damaged`);
      entries.set(name, whole);
      at += 46 + nameLength + extra + comment;
    }
  } catch (error) {
    throw error instanceof RangeError ? broken("it is cut off") : error;
  }
  return entries;
}

/** Content without its compression; undefined where it is damaged. */
function inflated(content: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateSync(content, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}
