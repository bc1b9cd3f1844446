import { beforeEach, expect, test } from "vitest";
import * as np from "../src/np";
import * as plt from "../src/plt";
import { specOf } from "../src/plt/spec/figure";
import { closeFigure, openFigures } from "../src/plt/state/openFigures";
import { compareFigure } from "./comparison";
import { matplotlibFigures, matplotlibVersion } from "./matplotlib";
import { drawnMarks } from "./scene";
import { readPairs, runScript } from "../../../reference/pairs.mjs";

const pairs = readPairs();

beforeEach(() => {
  [...openFigures].forEach(closeFigure);
  plt.rcdefaults();
});

test("there are at least 80 pairs, all with numbers of matplotlib 3.11", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(80);
  expect(matplotlibVersion).toMatch(/^3\.11\./);
  expect(pairs.map(({ name }) => name).sort()).toEqual(Object.keys(matplotlibFigures).sort());
});

test.each(pairs)("$name", async ({ name, ts }) => {
  runScript(ts, { plt, np });
  const figures = [...openFigures];
  const theirs = matplotlibFigures[name];
  expect(figures.length).toBe(theirs.length);
  for (let k = 0; k < figures.length; k++) {
    const drawing = await drawnMarks(specOf(figures[k]));
    // Without a browser there is no window to listen to.
    expect(drawing.warnings.filter((text) => !text.includes("event source: window"))).toEqual([]);
    expect(compareFigure(figures[k], theirs[k], drawing)).toEqual([]);
  }
});
