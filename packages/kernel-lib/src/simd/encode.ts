/** A whole number that is not negative, as WebAssembly writes it: seven bits a byte. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

/** A 32-bit integer as WebAssembly writes it: the highest bit of the last seven is its sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -64 || rest > 63) {
    bytes.push((rest & 127) | 128);
    rest >>= 7;
  }
  return [...bytes, rest & 127];
}

/** The bytes of a 32-bit word, lowest first. */
export const word = (bits: number): number[] => [
  bits & 255,
  (bits >> 8) & 255,
  (bits >> 16) & 255,
  (bits >> 24) & 255,
];

/** A list as WebAssembly writes it, its length first. */
export const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];

/** A SIMD instruction. */
export const instruction = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
