const rotations = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
];

/**
 * Encrypts two words of 32 bits under a key of two more: the Threefry-2x32 cipher in twenty rounds, JAX's source of
 * randomness.
 *
 * @param out - Takes the two encrypted words.
 * @see https://www.thesalmons.org/john/random123/papers/random123sc11.pdf
 */
export function threefry2x32(k0: number, k1: number, x0: number, x1: number, out: Uint32Array): void {
  const k2 = k0 ^ k1 ^ 0x1bd11bda;
  let a = (x0 + k0) | 0;
  let b = (x1 + k1) | 0;
  for (let group = 0; group < 5; group++) {
    const turns = rotations[group & 1];
    for (let i = 0; i < 4; i++) {
      a = (a + b) | 0;
      b = ((b << turns[i]) | (b >>> (32 - turns[i]))) ^ a;
    }
    const next = group % 3;
    a = (a + (next === 0 ? k1 : next === 1 ? k2 : k0)) | 0;
    b = (b + (next === 0 ? k2 : next === 1 ? k0 : k1) + group + 1) | 0;
  }
  out[0] = a;
  out[1] = b;
}
