const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

interface Buffers {
  from(bytes: Uint8Array): { toString(encoding: "base64"): string };
}

/** Writes bytes in base64. */
export function base64(bytes: Uint8Array): string {
  const { Buffer } = globalThis as { Buffer?: Buffers };
  if (Buffer) return Buffer.from(bytes).toString("base64");
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const left = bytes.length - i;
    parts.push(
      alphabet[a >> 2] +
        alphabet[((a & 3) << 4) | ((b ?? 0) >> 4)] +
        (left > 1 ? alphabet[((b & 15) << 2) | ((c ?? 0) >> 6)] : "=") +
        (left > 2 ? alphabet[c & 63] : "="),
    );
  }
  return parts.join("");
}

/** Reads bytes written in base64. */
export function fromBase64(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
