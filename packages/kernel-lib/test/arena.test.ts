import { expect, test } from "vitest";
import fc from "fast-check";
import { Arena } from "../src/simd/arena";
import { scratchEnd } from "../src/simd/scratch";
import { webAssembly } from "../src/simd/webAssembly";

const api = webAssembly();
if (!api) throw new Error("this machine has no WebAssembly SIMD");

test("regions never overlap, and all of the memory comes back", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(200_000), fc.nat()), { maxLength: 60 }), (steps) => {
      const arena = new Arena(api);
      const regions: { offset: number; size: number; mark: number }[] = [];
      steps.forEach(([size, chosen], mark) => {
        if (chosen % 3 === 0 && regions.length > 0) {
          const [gone] = regions.splice(chosen % regions.length, 1);
          arena.free(gone.offset);
          return;
        }
        const offset = arena.allocate(size);
        expect(offset % 64).toBe(0);
        expect(offset).toBeGreaterThanOrEqual(scratchEnd);
        expect(offset + size).toBeLessThanOrEqual(arena.bytes.length);
        arena.bytes.fill(mark, offset, offset + size);
        regions.push({ offset, size, mark });
        for (const one of regions) {
          const part = arena.bytes.subarray(one.offset, one.offset + one.size);
          expect(part.every((byte) => byte === one.mark)).toBe(true);
        }
      });
      for (const { offset } of regions) arena.free(offset);
      const size = arena.size;
      arena.free(arena.allocate(size - scratchEnd - 128));
      expect(arena.size).toBe(size);
    }),
    { numRuns: 50 },
  );
});

test("freeing what is no region throws", () => {
  const arena = new Arena(api);
  const offset = arena.allocate(10);
  arena.free(offset);
  expect(() => arena.free(offset)).toThrow("Arena: no region begins at");
});

test("views see what was there before the memory grew", () => {
  const arena = new Arena(api);
  const first = arena.allocate(16);
  arena.floats[first / 4] = 42;
  arena.allocate(10_000_000);
  expect(arena.floats[first / 4]).toBe(42);
});
