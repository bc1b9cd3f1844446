/** Packages with types of today in cells. They are installed by `npm run test:matrix -- cells`. */
import { describe, expect, it } from "vitest";
import { Cells } from "./cells";
import { packages, packagesFolder, told } from "./corpus";

describe.runIf(process.env.TSLINEN_TEST_MANY)("packages", () => {
  const cells = new Cells(packagesFolder);
  it.each(packages())("$title", { timeout: 120_000 }, async ({ cells: expected }) => {
    cells.reset();
    for (const { code, outcome } of expected) {
      expect({ code, outcome: told(await cells.run(code)) }).toEqual({ code, outcome });
    }
  });
});
