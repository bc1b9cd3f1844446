import { expect, test } from "vitest";
import { entriesOf, type CellContent } from "../src/contents/entries";

const markdown = (source: string): CellContent => ({ type: "markdown", source, outputs: [] });
const output = (bundle: Record<string, unknown>): CellContent => ({
  type: "code",
  source: "",
  outputs: [bundle],
});

test("finds displayed formulas, in every notation, and none in code", () => {
  const source =
    "$a$ and $$ b = 1 $$\n\\[ c \\]\n\\begin{align*} d &= 1 \\end{align*}\n```\n$$ e $$\n```\n`$$ f $$`";
  expect(entriesOf([markdown(source)]).map(({ kind, text }) => [kind, text])).toEqual([
    ["formula", "b = 1"],
    ["formula", "c"],
    ["formula", "\\begin{align*} d &= 1 \\end{align*}"],
  ]);
});

test("names figures by title, by that of a part, by description", () => {
  const type = "application/vnd.vegalite.v6+json";
  const cells = [
    output({ [type]: { title: { text: ["two", "lines"] } }, "image/png": "AAAA" }),
    output({ [type]: { layer: [{}, { title: "inner" }], description: "words" } }),
    output({ [type]: { description: "words" } }),
    output({ "image/png": "AAAA", "text/plain": "<Figure>" }),
    output({ "text/plain": "1" }),
  ];
  expect(entriesOf(cells)).toEqual([
    { kind: "figure", text: "two lines", cell: 0, picture: "data:image/png;base64,AAAA" },
    { kind: "figure", text: "inner", cell: 1 },
    { kind: "figure", text: "words", cell: 2 },
    { kind: "figure", text: "", cell: 3, picture: "data:image/png;base64,AAAA" },
  ]);
});

test("names activations by their signature", () => {
  const card = {
    "application/vnd.tslinen.activation.v1+json": { name: "elu", signature: "elu(x, alpha = 1)" },
  };
  expect(entriesOf([output(card)])).toEqual([{ kind: "activation", text: "elu(x, alpha = 1)", cell: 0 }]);
});
