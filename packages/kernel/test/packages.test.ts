/** Packages with types of today in cells. They are installed by `npm run test:matrix -- cells`. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Cells } from "./cells";
import { packages, packagesFolder, told } from "./corpus";

describe.runIf(process.env.TSLINEN_TEST_MANY).each([
  ["packages", packagesFolder],
  ["packages, where a tsconfig.json asks for strict checks", join(packagesFolder, "strict")],
])("%s", (_, folder) => {
  const isStrict = folder !== packagesFolder;
  const cells = new Cells(folder);
  const sessions = packages().filter(({ title }) => isStrict || !title.endsWith("(strict)"));
  it.each(sessions)("$title", { timeout: 120_000 }, async ({ cells: expected }) => {
    cells.reset();
    for (const { code, outcome } of expected) {
      expect({ code, outcome: told(await cells.run(code)) }).toEqual({ code, outcome });
    }
  });
});
