import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

// The figures that are committed with the first lesson, against JAX and Flax (reference/lesson.py).

const root = join(__dirname, "../../..");
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));

interface Cell {
  cell_type: string;
  source: string[];
  outputs?: { data?: Record<string, unknown> }[];
}
interface Reference {
  x: number[];
  figures: Record<string, (number | null)[][]>;
}
interface Item {
  marktype?: string;
  items?: Item[];
  datum?: { x: number; y: number };
}

const cells: Cell[] = read("notebooks/activation-functions.ipynb").cells;
const figures = cells
  .flatMap((cell) => cell.outputs ?? [])
  .map((output) => output.data?.["application/vnd.vegalite.v6+json"] as TopLevelSpec | undefined)
  .filter((spec) => spec !== undefined);
const reference: Reference = read("reference/data/lesson.json");

/** The points of every line that Vega draws for a specification, in drawing order. */
function linesOf(spec: TopLevelSpec): { x: number; y: number }[][] {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: "none" }).run();
  const found: { x: number; y: number }[][] = [];
  const visit = (item: Item) => {
    if (item.marktype === "line")
      found.push((item.items ?? []).map(({ datum }) => datum ?? { x: NaN, y: NaN }));
    else item.items?.forEach(visit);
  };
  visit((view.scenegraph() as unknown as { root: Item }).root);
  return found;
}

test("the lesson has a figure for each of JAX's", () => {
  expect(figures.length).toBe(Object.keys(reference.figures).length);
});

describe.each(Object.keys(reference.figures).map((name, i) => [name, i] as const))(
  "the figure of %s",
  (name, index) => {
    const drawn = linesOf(figures[index]);
    const expected = reference.figures[name];

    test("has JAX's values", () => {
      expect(drawn.map((line) => line.length)).toEqual(expected.map((y) => y.length));
      for (const [i, y] of expected.entries()) {
        expect(drawn[i].map((point) => point.y === null)).toEqual(y.map((v) => v === null));
        const errors = y.map((v, j) =>
          v === null ? 0 : Math.abs(drawn[i][j].y - v) / Math.max(1, Math.abs(v)),
        );
        expect(Math.max(...errors)).toBeLessThanOrEqual(1e-6);
      }
    });

    test("is drawn over the right x", () => {
      for (const line of drawn) {
        const x = name === "glu" ? line.map((_, i) => i) : reference.x;
        const worst = Math.max(...line.map((point, i) => Math.abs(point.x - x[i])));
        expect(worst).toBeLessThanOrEqual(1e-5);
      }
    });
  },
);

const sections =
  "relu prelu elu celu gelu glu sigmoid log\\_sigmoid softmax log\\_softmax soft\\_sign softplus silu leakyrelu";

test.each(sections.split(" "))("the formula of %s is there", (name) => {
  const text = cells.filter((cell) => cell.cell_type === "markdown").map((cell) => cell.source.join(""));
  const formulas = text.join("\n").match(/\$\$[^$]+\$\$/g) ?? [];
  expect(formulas.join("\n")).toContain(`\\mathrm{${name}}(`);
});
