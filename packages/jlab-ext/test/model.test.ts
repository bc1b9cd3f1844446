import { expect, test } from "vitest";
import { curves } from "../src/card/curves";
import { readCard, stepOf } from "../src/card/payload";
import { pathOf, readAt, room } from "../src/explorer/chart";
import { cellFor } from "../src/explorer/code";
import { libraryFunctions } from "../src/explorer/functions";
import { ExplorerModel } from "../src/explorer/model";

test("a path breaks where a curve is not finite, and stays within what a path can hold", () => {
  expect(pathOf([0, 1, 2, 3], [0, NaN, 1, 1e30], [0, 2], [0, 1])).toBe(
    "M0.00000,1.00000M1.00000,0.00000L1.50000,-9.00000",
  );
});

test("values are read between points", () => {
  expect(readAt([0, 1, 2], [0, 10, 30], 1.5)).toBe(20);
  expect(readAt([0, 1, 2], [0, 10, 30], 2)).toBe(30);
});

test("there is room for all that is finite, with margins", () => {
  expect(room([[0, Infinity, 10], [NaN]])).toEqual([-0.5, 10.5]);
  expect(room([])).toEqual([0, 1]);
});

test("the axis holds every setting of the sliders", () => {
  const model = new ExplorerModel();
  const elu = libraryFunctions().find(({ name }) => name === "elu");
  if (!elu) throw new Error("no elu");
  model.toggle(elu);
  const [low] = model.values;
  expect(low).toBeLessThan(-1.9);
  model.set(model.chosen[0], "alpha", 2);
  expect(model.values[0]).toBe(low);
});

test("the cell leaves out what has its default", () => {
  const model = new ExplorerModel();
  for (const one of libraryFunctions().filter(({ name }) => name === "elu" || name === "relu"))
    model.toggle(one);
  const elu = model.chosen.find(({ of }) => of.name === "elu");
  if (!elu) throw new Error("no elu");
  model.set(elu, "alpha", 0.5);
  model.derivatives = false;
  const lines = cellFor(model).split("\n");
  expect(lines[0]).toBe('import { np, nn, plt } from "tslinen";');
  expect(lines.some((line) => line.startsWith("plt.plot(x, nn.elu(x, { alpha: 0.5 }), "))).toBe(true);
  expect(lines.some((line) => line.startsWith("plt.plot(x, nn.relu(x), "))).toBe(true);
});

test("an interval that is none is left out of account", () => {
  const model = new ExplorerModel();
  model.show([2, 1]);
  model.show([NaN, 1]);
  expect(model.interval).toEqual([-5, 5]);
  model.show([-1, 1]);
  expect(model.interval).toEqual([-1, 1]);
});

test("steps are round numbers, unless one is given", () => {
  expect(stepOf(0.01, 2)).toBe(0.01);
  expect(stepOf(0, 10)).toBe(0.1);
  expect(stepOf(0, 1, 0.25)).toBe(0.25);
});

test.each([
  [null, /expected an object/],
  [{ name: 3 }, /expected text as name, got 3/],
  [{ name: "a" }, /expected text as latex/],
  [{ name: "a", latex: "", parameters: [{ name: "1 bad" }] }, /parameter with a name/],
  [{ name: "a", latex: "", parameters: [{ name: "p", default: 1 }] }, /default, min and max of p/],
])("a card that is none says why: %j", (card, message) => {
  expect(() => readCard(card)).toThrow(message);
});

test("a card's figure has a slider for each parameter", () => {
  const card = readCard({
    name: "f",
    latex: "f",
    parameters: [
      { name: "a", default: 1, min: 0, max: 2 },
      { name: "flag", default: true },
    ],
    vega: { value: "a * datum.x", derivative: "a" },
  });
  if (!card.vega) throw new Error("no expressions");
  const spec = curves({ ...card, vega: card.vega }) as {
    params: { name: string; bind?: { input: string } }[];
  };
  expect(spec.params.filter(({ bind }) => bind).map(({ name, bind }) => [name, bind?.input])).toEqual([
    ["a", "range"],
    ["flag", "checkbox"],
  ]);
  expect(JSON.stringify(spec)).toContain("(2) * datum.x");
});
