import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as here from "../src/nn";

// A page whose content security policy forbids WebAssembly and generated code, as far as that can be imitated here.
const forbidden = (): never => {
  throw new EvalError("refused by the content security policy");
};

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test.each([
  ["is forbidden", { Memory: class {}, Module: forbidden, Instance: forbidden }],
  ["is missing", undefined],
])("everything works where WebAssembly %s", async (_, api) => {
  vi.stubGlobal("WebAssembly", api);
  vi.stubGlobal("Function", forbidden);
  vi.stubGlobal("eval", forbidden);
  const nn = await import("../src/nn");
  const np = await import("../src/np");
  const x = np.linspace(-5, 5, 1001);
  const names = ["relu", "elu", "gelu", "softplus", "softmax", "logSoftmax"] as const;
  for (const name of names) {
    const got = nn[name](x).data;
    const wanted = here[name](Float32Array.from(x.data)).data;
    got.forEach((y, i) => expect(Math.abs(y - wanted[i])).toBeLessThanOrEqual(1e-6));
  }
  expect(np.exp(x).data[1000]).toBeCloseTo(Math.exp(5), 4);
});
