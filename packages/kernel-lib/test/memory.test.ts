import { afterEach, beforeEach, expect, test, vi } from "vitest";

const sizes = [0, 1, 100, 511, 512, 1000, 20000];

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test.each([
  ["Node", globalThis.Buffer],
  ["a browser", undefined],
])("results have memory of their own in %s, and no more of it than they fill", async (_, buffer) => {
  vi.stubGlobal("Buffer", buffer);
  const [np, nn] = [await import("../src/np"), await import("../src/nn")];
  for (const size of sizes) {
    const x = np.ones([size]);
    for (const y of [np.exp(x), nn.gelu(x), nn.softmax(x), nn.elu(x, 0.5)]) {
      expect(y.data.buffer.byteLength).toBe(4 * size);
      expect(y.data.byteOffset).toBe(0);
      expect(new Set(y.data).size).toBe(size === 0 ? 0 : 1);
    }
    expect(np.exp(x).data.buffer).not.toBe(np.exp(x).data.buffer);
  }
});
