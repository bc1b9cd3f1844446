/** Cells of many kinds, each with what is to become of it. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Cells } from "./cells";
import { corpus, told, writeFiles } from "./corpus";

let cells: Cells;

beforeAll(() => {
  cells = new Cells(mkdtempSync(join(tmpdir(), "corpus-")));
  writeFiles(cells.folder);
  const cwd = process.cwd();
  process.chdir(cells.folder);
  return () => process.chdir(cwd);
});

describe.each(corpus())("%s", (_, sessions) => {
  it.each(sessions)("$title", async ({ cells: expected }) => {
    cells.reset();
    for (const { code, outcome } of expected) {
      expect({ code, outcome: told(await cells.run(code)) }).toEqual({ code, outcome });
    }
  });
});

it("has more than three hundred cells", () => {
  const all = corpus().flatMap(([, sessions]) => sessions.flatMap(({ cells: found }) => found));
  expect(all.length).toBeGreaterThanOrEqual(300);
});
