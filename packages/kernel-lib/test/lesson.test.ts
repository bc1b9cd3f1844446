import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

// What the first lesson shows and says, as committed, against JAX and Flax (reference/lesson.py).

const root = join(__dirname, "../../..");
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));

interface Cell {
  id: string;
  cell_type: string;
  metadata: { tags?: string[] };
  source: string[];
  outputs?: { data?: Record<string, unknown> }[];
}
type Values = (number | null)[];
interface View {
  /** The sliders, and what they are set to. */
  set: Record<string, number>;
  x: number[];
  lines: Values[];
}
interface Reference {
  x: number[];
  port: Record<string, Values[]>;
  additions: Record<string, View[]>;
  comparison: Record<string, Values[]>;
  stated: Record<string, string[]>;
}
interface Datum {
  x: number;
  y: number;
  x2?: number;
  y2?: number;
}
interface Item {
  marktype?: string;
  items?: Item[];
  datum?: Datum;
}

const cells: Cell[] = read("notebooks/activation-functions.ipynb").cells;
const reference: Reference = read("reference/data/lesson.json");
const figures = cells.flatMap(({ id, metadata, outputs = [] }) =>
  outputs.flatMap(({ data = {} }) => {
    const spec = data["application/vnd.vegalite.v6+json"] as TopLevelSpec | undefined;
    return spec ? [{ id, spec, isPort: metadata.tags?.includes("port") ?? false }] : [];
  }),
);
const ported = figures.filter(({ isPort }) => isPort);
const added = figures.filter(({ isPort }) => !isPort);

/** The points of every line that Vega draws for a specification, or the tops of its bars, in drawing order. */
function linesOf(spec: TopLevelSpec, settings: Record<string, number> = {}): Datum[][] {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: "none" });
  for (const [name, value] of Object.entries(settings)) view.signal(name, value);
  view.run();
  const found: Datum[][] = [];
  const visit = ({ marktype, items = [] }: Item) => {
    const data = items.flatMap(({ datum }) => datum ?? []);
    if (marktype === "line") found.push(data);
    else if (marktype === "rect" && data.some(({ y2 }) => y2 !== undefined)) {
      found.push(data.map(({ x, x2 = NaN, y2 = NaN }) => ({ x: (x + x2) / 2, y: y2 })));
    } else items.forEach(visit);
  };
  visit((view.scenegraph() as unknown as { root: Item }).root);
  return found;
}

/** That lines are drawn through JAX's points; they may have others in between. */
function expectLines(drawn: Datum[][], x: number[], expected: Values[]) {
  expect(drawn.length).toBe(expected.length);
  for (const [i, values] of expected.entries()) {
    for (const [k, value] of values.entries()) {
      const point = drawn[i].find((one) => Math.abs(one.x - x[k]) <= 1e-5);
      expect(point, `a point of line ${i} at ${x[k]}`).toBeDefined();
      if (value === null) expect(point?.y).toBeNull();
      else
        expect(Math.abs((point?.y ?? NaN) - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
    }
  }
}

test("the lesson has a figure for each of the tutorial's, and for each of what it adds", () => {
  expect(ported.length).toBe(Object.keys(reference.port).length);
  expect(added.map(({ id }) => id)).toEqual([...Object.keys(reference.additions), "comparison"]);
});

test.each(Object.keys(reference.port).map((name, i) => [name, i] as const))(
  "the figure of %s has JAX's values at the tutorial's points",
  (name, index) => {
    const drawn = linesOf(ported[index].spec);
    const expected = reference.port[name];
    expect(drawn.map((line) => line.length)).toEqual(expected.map((values) => values.length));
    expectLines(drawn, name === "glu" ? expected[0].map((_, i) => i) : reference.x, expected);
  },
);

describe.each(Object.entries(reference.additions))("the figure %s", (id, views) => {
  test.each(views.map((view) => [view.set, view] as const))("has JAX's values, set to %j", (set, view) => {
    const { spec } = added.find((figure) => figure.id === id) ?? { spec: {} as TopLevelSpec };
    expectLines(linesOf(spec, set), view.x, view.lines);
  });
});

test("the comparison shows each activation of JAX with its derivative, in the panel of its name", () => {
  const { spec } = added.at(-1) as { spec: TopLevelSpec & { concat?: { title?: { text: string } }[] } };
  const titles = (spec.concat ?? []).flatMap(({ title }) => title?.text ?? []);
  const names = titles.map((title) => title.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  expect([...names].sort()).toEqual(Object.keys(reference.comparison).sort());
  expectLines(
    linesOf(spec),
    reference.x,
    names.flatMap((name) => reference.comparison[name]),
  );
});

const text = cells
  .filter((cell) => cell.cell_type === "markdown")
  .map((cell) => cell.source.join(""))
  .join("\n\n");

test.each(Object.entries(reference.stated))("the numbers in the section %s are JAX's", (heading, numbers) => {
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const written = section.replaceAll("−", "-").match(/(?<![\w.])-?\d+(?:\.\d+)?/g) ?? [];
  for (const number of numbers) expect(written).toContain(number);
});

const sections =
  "relu prelu elu celu gelu glu sigmoid log\\_sigmoid softmax log\\_softmax soft\\_sign softplus silu leakyrelu";

test.each(sections.split(" "))("the formula of %s is there", (name) => {
  const formulas = text.match(/\$\$[^$]+\$\$/g) ?? [];
  expect(formulas.join("\n")).toContain(`\\mathrm{${name}}(`);
});
