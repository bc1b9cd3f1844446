import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as axiswise from "../src/nn/axiswise";
import * as initializers from "../src/nn/initializers";
import * as np from "../src/np";
import * as random from "../src/random";
import { arrays } from "./arbitraryArrays";

// Words that come to `save` are names of files to it: they belong into a folder that goes away.
const folder = mkdtempSync(join(tmpdir(), "tslinen-nonsense-"));
const checkout = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(checkout);
  rmSync(folder, { recursive: true });
});

describe("nonsense is refused in the function's own words", () => {
  const junk: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 4, arbitrary: arrays },
    { weight: 2, arbitrary: fc.integer({ min: -3, max: 6 }) },
    { weight: 2, arbitrary: fc.array(fc.integer({ min: -2, max: 4 }), { maxLength: 4 }) },
    fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      false,
      NaN,
      Infinity,
      0.5,
      2 ** 31,
      -1,
      "abc",
      "1:2",
      "::0",
      "...",
      "float32",
      "axis",
      10n,
      Symbol.iterator,
    ),
    fc.constantFrom<unknown>(
      [[1, 2], [3]],
      ["a"],
      [[]],
      [null],
      [undefined],
      {},
      { axis: 0 },
      { axis: "0" },
      { axis: [0, 0] },
      { axis: 9 },
    ),
    fc.constantFrom<unknown>(
      { keepdims: true, axis: null },
      { dtype: "int64" },
      { where: [true] },
      { exis: 1 },
      new Date(0),
      /x/,
      () => 1,
    ),
    fc.constantFrom<unknown>(
      [2 ** 16, 2 ** 16],
      [-1],
      [1.5],
      new Float32Array(3),
      new BigInt64Array(2),
      new Uint8ClampedArray([1, 300]),
      random.PRNGKey(1),
    ),
  );
  const families: Record<string, Record<string, unknown>> = {
    np: { ...np },
    random: { ...random },
    nn: { ...axiswise },
    initializers: { ...initializers },
  };
  // These change what the others print.
  delete families.np.setPrintoptions;
  const functions = Object.entries(families).flatMap(([family, members]) =>
    Object.entries(members)
      .filter(([name, f]) => typeof f === "function" && name !== "ndarray")
      .map(([name, f]) => [`${family}.${name}`, f as (...args: unknown[]) => unknown] as const),
  );

  for (const [name, f] of functions) {
    test(name, () => {
      fc.assert(
        fc.property(fc.array(junk, { maxLength: 4 }), (args) => {
          try {
            f(...args);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
            // Said by us: the function, what is expected, what came. Not by JavaScript.
            expect((error as Error).message).toMatch(/^[A-Za-z]\w*(: \w+)?: /);
            expect((error as Error).message).not.toMatch(
              /is not (a function|iterable|defined)|of (undefined|null)|Invalid|Cannot/,
            );
          }
        }),
        { numRuns: 300, seed: 11 },
      );
    });
  }
});
