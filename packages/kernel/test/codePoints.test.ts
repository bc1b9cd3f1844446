import fc from "fast-check";
import { expect, it } from "vitest";
import { toOffset, toPosition } from "../src/protocol/codePoints";

it("code points and UTF-16 offsets lead back to each other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const points = [...text];
      for (let position = 0; position <= points.length; position++) {
        const offset = toOffset(text, position);
        expect(text.slice(0, offset)).toBe(points.slice(0, position).join(""));
        expect(toPosition(text, offset)).toBe(position);
      }
      expect(toOffset(text, points.length + 5)).toBe(text.length);
    }),
  );
});
