const factor = 0x5bd1e995;

const spread = (block: number): number => {
  const multiplied = Math.imul(block, factor);
  return Math.imul(multiplied ^ (multiplied >>> 24), factor);
};

/**
 * The 32-bit hash of a text's UTF-8 bytes by which Jupyter names cells.
 *
 * @see https://github.com/aappleby/smhasher/wiki/MurmurHash2
 */
export function murmur2(text: string, seed: number): number {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let hash = seed ^ bytes.length;
  for (let at = 0; at < whole; at += 4)
    hash = Math.imul(hash, factor) ^ spread(view.getUint32(at, /* littleEndian */ true));
  if (whole < bytes.length) {
    for (let at = whole; at < bytes.length; at++) hash ^= (bytes[at] as number) << (8 * (at - whole));
    hash = Math.imul(hash, factor);
  }
  hash = Math.imul(hash ^ (hash >>> 13), factor);
  return (hash ^ (hash >>> 15)) >>> 0;
}
