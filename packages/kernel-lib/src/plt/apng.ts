import { chunk, signature } from "./png";

/** A piece of a PNG file: what it is, and its data. */
interface Chunk {
  type: string;
  data: Uint8Array;
}

/** Takes a PNG file apart. */
function chunksOf(file: Uint8Array): Chunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < file.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Whole numbers of four bytes. */
function words(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  values.forEach((value, i) => new DataView(bytes.buffer).setUint32(4 * i, value));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Makes one animated PNG file of several of equal size. Programs that know nothing of animation show the first.
 *
 * @param frames - The files.
 * @param interval - Milliseconds that each is shown for.
 * @param repeat - Whether to begin again after the last.
 * @see https://www.w3.org/TR/png-3/#apng-frame-based-animation
 */
export function animatedPng(frames: readonly Uint8Array[], interval: number, repeat: boolean): Uint8Array {
  const files = frames.map(chunksOf);
  const [header] = files[0];
  const size = [...header.data.subarray(0, 8)];
  const delay = Math.max(1, Math.min(0xffff, Math.round(interval)));
  let sequence = 0;
  const control = () =>
    // Its place, its delay as thousandths of a second, and that it takes the place of what was there.
    chunk(
      "fcTL",
      joined([
        words(sequence++),
        Uint8Array.from(size),
        words(0, 0),
        Uint8Array.of(delay >> 8, delay & 255, 1000 >> 8, 1000 & 255, 0, 0),
      ]),
    );
  const pictures = files.flatMap((chunks, k) => [
    control(),
    ...chunks
      .filter(({ type }) => type === "IDAT")
      .map(({ data }) => (k === 0 ? chunk("IDAT", data) : chunk("fdAT", joined([words(sequence++), data])))),
  ]);
  return joined([
    Uint8Array.from(signature),
    chunk("IHDR", header.data),
    chunk("acTL", words(frames.length, repeat ? 0 : 1)),
    ...pictures,
    chunk("IEND", new Uint8Array(0)),
  ]);
}
