import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as plt from "../src/plt";
import { openFigures } from "../src/plt/state/openFigures";
import { specOf } from "../src/plt/spec/figure";
import { pngOf } from "../src/plt/picture";

const { HOME } = process.env;
let home = "";

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "tslinen-home-"));
  process.env.HOME = home;
});
afterAll(() => {
  process.env.HOME = HOME;
  rmSync(home, { recursive: true });
});

test("what the engine makes of Vega is kept once a picture has been made", async () => {
  plt.plot([1, 2, 3]);
  pngOf(specOf(openFigures[0], { interactive: false }));
  await new Promise((resolve) => setImmediate(resolve));
  const kept = readdirSync(join(home, ".cache", "tslinen", "code"));
  expect(kept.map((name) => name.replace(/-[0-9a-f]+\.code$/, "")).sort()).toEqual([
    "vega-lite.min.js",
    "vega.min.js",
  ]);
});
