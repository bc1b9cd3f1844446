import { afterEach, expect, test } from "vitest";
import * as np from "../src/np";
import * as plt from "../src/plt";
import { openFigures } from "../src/plt/state/openFigures";
import { checkedSpec } from "./plt-checked";
import { readPairs, runScript } from "../../../reference/pairs.mjs";

const snapshot = new Map<string, string>();

afterEach(() => {
  plt.close("all");
  plt.rcdefaults();
});

/** Pictures are long and have tests of their own. */
const withoutPictures = (_: string, value: unknown) =>
  typeof value === "string" && value.startsWith("data:image/png") ? "data:image/png" : value;

test.each(readPairs())("$name: specs are valid, free of warnings, and the same again", ({ name, ts }) => {
  runScript(ts, { plt, np });
  const specs = openFigures.map((figure) => {
    checkedSpec(figure, { interactive: false });
    return checkedSpec(figure);
  });
  expect(openFigures.map((figure) => checkedSpec(figure))).toEqual(specs);
  snapshot.set(name, specs.map((spec) => JSON.stringify(spec, withoutPictures)).join("\n"));
});

test("specs are those of the snapshot", async () => {
  expect(snapshot.size).toBe(readPairs().length);
  const text = [...snapshot].map(([name, specs]) => `# ${name}\n${specs}\n`).join("\n");
  await expect(text).toMatchFileSnapshot("snapshots/plt-specs.txt");
});
