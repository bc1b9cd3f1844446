import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composer } from "../src/protocol/compose";
import { decode, encode, WireError } from "../src/node/wire/framing";

const compose = composer("session");
const json = fc.dictionary(
  fc.string(),
  fc.jsonValue().filter((value) => !Object.is(value, -0)),
);
const bytes = fc.uint8Array({ maxLength: 20 });

describe("framing", () => {
  it("gives back what it was given", () => {
    fc.assert(
      fc.property(json, json, fc.array(bytes), fc.string(), (content, metadata, buffers, key) => {
        const sent = compose({ channel: "shell", type: "execute_request", content, metadata, buffers });
        const frames = encode(sent, key).map((frame) => Buffer.from(frame as string));
        const message = decode([Buffer.from("router"), ...frames], key, "shell");
        expect(message.content).toEqual(JSON.parse(JSON.stringify(content)));
        expect(message.metadata).toEqual(JSON.parse(JSON.stringify(metadata)));
        expect(message.buffers.map((one) => [...one])).toEqual(buffers.map((one) => [...one]));
        expect(message.identities).toEqual(["router"]);
        expect(message.header).toMatchObject({
          msg_type: "execute_request",
          session: "session",
          version: "5.4",
        });
      }),
    );
  });

  it("accepts nothing that was changed on the way, and fails only with a WireError", () => {
    const sent = compose({ channel: "shell", type: "execute_request", content: { code: "1" } });
    const frames = encode(sent, "key").map((frame) => Buffer.from(frame as string));
    fc.assert(
      fc.property(
        fc.nat(frames.length - 1),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (which, where, flip) => {
          const changed = frames.map((frame) => Buffer.from(frame));
          const frame = changed[which] as Buffer;
          const at = where % frame.length;
          frame[at] = (frame[at] as number) ^ flip;
          expect(() => decode(changed, "key", "shell")).toThrow(WireError);
        },
      ),
    );
  });

  it("survives arbitrary frames", () => {
    fc.assert(
      fc.property(fc.array(bytes), fc.boolean(), (parts, delimited) => {
        const frames = parts.map((part) => Buffer.from(part));
        if (delimited) frames.splice(1, 0, Buffer.from("<IDS|MSG>"));
        expect(() => decode(frames, "key", "shell")).toThrow(WireError);
      }),
    );
  });
});
