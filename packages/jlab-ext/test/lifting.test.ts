import { plt } from "tslinen";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { piecesOf, withNames } from "../src/figure/expressionLiterals";
import { changesOf, lift } from "../src/figure/lifting";

type Json = Record<string, unknown>;
const display = Symbol.for("Jupyter.display");

/** The specification that pyplot makes of what is drawn. */
function specOf(draw: () => void): Json {
  plt.close("all");
  draw();
  const figure = plt.gcf() as unknown as Record<symbol, () => Json>;
  return figure[display]()["application/vnd.vegalite.v6+json"] as Json;
}

const viewOf = (spec: Json) =>
  new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: "none" });

/** The parts of a picture, in no order: Vega keeps ticks in that of their coming. */
const partsOf = (svg: string) =>
  svg
    .replaceAll(/clip\d+/g, "clip")
    .split("<")
    .sort();

/** Draws `before`, then sets what is different in `after`; the picture is to be that of `after` drawn afresh. */
async function follow(before: Json, after: Json): Promise<[followed: string[], fresh: string[]]> {
  const changes = changesOf(before, after);
  expect(changes).toBeDefined();
  const { spec, names } = lift(before, changes!.keys());
  const view = await viewOf(spec).runAsync();
  for (const [place, value] of changes!) {
    const { name, data } = names.get(place)!;
    if (data) view.data(name, structuredClone(value) as object[]);
    else view.signal(name, value);
  }
  await view.resize().runAsync();
  const fresh = await viewOf(after).runAsync();
  return [partsOf(await view.toSVG()), partsOf(await fresh.toSVG())];
}

const curve = (n: number, height: number) => Array.from({ length: n }, (_, i) => height * Math.exp(-i / n));
const pairs: Record<string, [before: () => void, after: () => void]> = {
  "a line that grows, with other limits and ticks": [
    () => plt.plot(curve(10, 1)),
    () => plt.plot(curve(200, 30)),
  ],
  "a logarithmic axis": [() => plt.semilogy(curve(5, 1)), () => plt.semilogy(curve(50, 1000))],
  "a title that counts": [
    () => (plt.plot([1, 2]), plt.title("step 1")),
    () => (plt.plot([1, 3]), plt.title("step 2")),
  ],
  "two lines and a legend": [
    () => (plt.plot(curve(9, 1), { label: "a" }), plt.plot([1, 2], { label: "b" }), plt.legend({ loc: 1 })),
    () => (
      plt.plot(curve(20, 4), { label: "a" }),
      plt.plot([3, 2, 5], { label: "b" }),
      plt.legend({ loc: 1 })
    ),
  ],
  "points, bars and a horizontal line": [
    () => (plt.scatter([1, 2], [3, 4]), plt.bar([1, 2], [3, 4]), plt.axhline(2)),
    () => (plt.scatter([1, 5], [7, 4]), plt.bar([1, 2], [8, 4]), plt.axhline(3)),
  ],
  "a picture": [
    () =>
      plt.imshow([
        [0, 1],
        [2, 3],
      ]),
    () =>
      plt.imshow([
        [3, 1],
        [2, 0],
      ]),
  ],
  "two axes": [
    () => plt.subplots(1, 2)[1].forEach((ax, i) => ax.plot(curve(9, i + 1))),
    () => plt.subplots(1, 2)[1].forEach((ax, i) => ax.plot(curve(30, 7 * i + 1))),
  ],
};

test.each(Object.keys(pairs))("what changes in a figure is set without compiling anew: %s", async (name) => {
  const [before, after] = pairs[name].map(specOf);
  const [followed, fresh] = await follow(before, after);
  expect(followed).toEqual(fresh);
});

test("a figure of other parts, or with other names, is another one", () => {
  const base = specOf(() => plt.plot([1, 2]));
  for (const other of [
    specOf(() => (plt.plot([1, 2]), plt.plot([2, 1]))),
    specOf(() => (plt.plot([1, 2]), plt.xlabel("x"))),
    specOf(() => plt.plot([1, 2], "o")),
  ]) {
    expect(changesOf(base, other)).toBeUndefined();
  }
  expect([...changesOf(base, structuredClone(base))!]).toEqual([]);
});

test("an expression is taken apart at its literals and put together again", () => {
  const expression = `isValid(moved0.x) ? 7 : ["a, \\"b\\"","[c]"][indexof([1,-2.5e-3], datum.value2)] + 'it'`;
  const pieces = piecesOf(expression);
  expect(pieces.literals).toEqual(["7", `["a, \\"b\\"","[c]"]`, "[1,-2.5e-3]"]);
  expect(withNames(pieces, () => undefined)).toBe(expression);
  expect(withNames(pieces, (index) => (index === 2 ? "places" : undefined))).toContain(
    "indexof(places, datum",
  );
});
