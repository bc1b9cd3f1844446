import { createHmac, timingSafeEqual } from "node:crypto";
import type { Channel, Content, Message, Outgoing } from "../../protocol/message";

const delimiter = Buffer.from("<IDS|MSG>");

/** A message that cannot be accepted, with the reason. */
export class WireError extends Error {
  override name = "WireError";
}

function sign(key: string, parts: readonly (string | Uint8Array)[]): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Lays a message out as frames: routing prefix, delimiter, signature, four dictionaries, buffers. */
export function encode(message: Outgoing, key: string): (string | Uint8Array)[] {
  const { identities, dictionaries, buffers } = message;
  const routing = identities.map((identity) => Buffer.from(identity, "latin1"));
  return [...routing, delimiter, sign(key, dictionaries), ...dictionaries, ...buffers];
}

/**
 * Reads a message from its frames.
 *
 * @throws WireError if the delimiter or a dictionary is missing, the signature is wrong or a dictionary is malformed.
 */
export function decode(frames: readonly Buffer[], key: string, channel: Channel): Message {
  const at = frames.findIndex((frame) => frame.equals(delimiter));
  if (at < 0) throw new WireError("no delimiter");
  const [signature, ...parts] = frames.slice(at + 1);
  const dictionaries = parts.slice(0, 4);
  if (!signature || dictionaries.length < 4) throw new WireError(`${dictionaries.length} dictionaries of 4`);
  if (key !== "") {
    const expected = Buffer.from(sign(key, dictionaries));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      throw new WireError("wrong signature");
    }
  }
  const [header, , metadata, content] = dictionaries.map(dictionary);
  if (typeof header?.msg_type !== "string" || typeof header.msg_id !== "string") {
    throw new WireError("a header without msg_type or msg_id");
  }
  return {
    channel,
    identities: frames.slice(0, at).map((frame) => frame.toString("latin1")),
    header: header as unknown as Message["header"],
    headerText: String(dictionaries[0]),
    metadata: metadata as Content,
    content: content as Content,
    buffers: parts.slice(4),
  };
}

function dictionary(frame: Buffer): Content {
  let value: unknown;
  try {
    value = JSON.parse(frame.toString());
  } catch (error) {
    throw new WireError(`a dictionary that is not JSON: ${(error as Error).message}`);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new WireError("a dictionary that is not an object");
  }
  return value as Content;
}
