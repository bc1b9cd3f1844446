/** The corpus under stock tslab: what it can do, and what only the kernel of today can. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpus, told, writeFiles } from "./corpus";
import { stockTslab, type StockTslab } from "./stockTslab";

// It takes as long as everything else: `npm run test:matrix -- cells`.
describe.runIf(process.env.TSLINEN_TEST_MANY)("under the compiler of before", () => {
  let tslab: StockTslab;
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), "corpus-"));
    writeFiles(folder);
    tslab = stockTslab(folder);
  }, 60_000);
  afterAll(() => tslab.close());

  describe.each(corpus())("%s", (_, sessions) => {
    it.each(sessions)("$title", { timeout: 120_000 }, async ({ cells }) => {
      tslab.reset();
      const newer: string[] = [];
      for (const { code, outcome } of cells) {
        const found = told(await tslab.run(code));
        try {
          expect(found).toEqual(outcome);
        } catch {
          newer.push(`${code}\n→ ${JSON.stringify(found)}`);
        }
      }
      expect(newer.map((text) => text.split("\n→")[0])).toEqual(
        cells.flatMap(({ code, isNewer }) => (isNewer ? code : [])),
      );
    });
  });
});
