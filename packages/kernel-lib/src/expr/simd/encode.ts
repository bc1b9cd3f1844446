/** A whole number as WebAssembly writes it, seven bits a byte. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

/** The same for a number that might be negative, and is not: its highest bit, the sign, is 0. */
export function signed(value: number): number[] {
  const bytes = unsigned(value);
  const last = bytes[bytes.length - 1];
  return last < 64 ? bytes : [...bytes.slice(0, -1), last | 128, 0];
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
