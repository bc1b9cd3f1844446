import { beforeAll, describe, expect, it } from "vitest";
import { Cells } from "./cells";

const names = Array.from({ length: 500 }, (_, i) => `v${i}`);
const cells = new Cells();

/** How long a cell takes, in milliseconds. */
async function timeOf(code: string): Promise<number> {
  const begin = performance.now();
  expect(await cells.run(code)).not.toHaveProperty("thrown");
  return performance.now() - begin;
}

beforeAll(async () => {
  await cells.run(names.map((name) => `let ${name} = 1;`).join("\n"));
});

describe("long chains of operands", () => {
  it.each(["+", "&&", "||", "*", "<"])(
    "%s takes a small multiple of a chain of a quarter",
    async (operator) => {
      const chain = (count: number): string => `void (${names.slice(0, count).join(` ${operator} `)});`;
      await timeOf(chain(60));
      const quarter = await timeOf(chain(125));
      // What is quadratic takes sixteen times as long, and the square of a small number is lost among the rest.
      expect(await timeOf(chain(500))).toBeLessThan(Math.max(12 * quarter, 1500));
    },
  );
});

it("a cell that is nested too deeply is told so", async () => {
  const code = `const f = (x: number): number => x; ${"f(".repeat(20000)}1${")".repeat(20000)}`;
  await expect(cells.run(code)).rejects.toThrow("nested too deeply");
});
