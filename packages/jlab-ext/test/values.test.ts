import { np } from "tslinen";
import { readTable, readTree, rowsHere, type Column } from "tslinen/dist/payloads.mjs";
import { expect, test } from "vitest";
import { orderOf } from "../src/table/order";
import { nullTranslator } from "@jupyterlab/translation";
import { inWords, sizeInWords, widthsOf } from "../src/table/words";
import { counted, spoken } from "../src/tree/numbers";

const views = (globalThis as Record<symbol, ((value: unknown) => Record<string, unknown> | undefined)[]>)[
  Symbol.for("tslinen.views")
];
/** What a kernel sends for a value, as it arrives. */
const sent = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(Object.values(views.map((view) => view(value)).find(Boolean)!)[0]));

test("what the library sends of a tree is read as it was meant", () => {
  const tree = readTree(sent({ w: np.array([[NaN, 1, 2]]), layers: [{ b: np.zeros([30]) }], rate: 0.1 }));
  expect(tree).toMatchObject({
    arrays: 2,
    size: 33,
    parts: [{ key: "w", bad: 1, values: ["NaN", 1, 2] }, {}, {}],
  });
});

test("what the library sends of a table is read as it was meant", () => {
  const table = readTable(sent(Array.from({ length: 30_000 }, (_, i) => ({ i, name: `row ${i}` }))));
  expect(table).toMatchObject({ rows: 30_000, columns: [{ type: "number", max: 29_999 }, {}] });
  expect(rowsHere(table)).toBe(10_000);
});

test.each([
  [() => readTree({}), "tree: expected a part with a key, got {}"],
  [() => readTree({ kind: "array", key: "w" }), "tree: expected the type, shape and numbers of an array"],
  [() => readTree({ kind: "odd", key: "" }), "tree: expected an array, a node or something else"],
  [() => readTable(null), "table: expected rows and columns, got null"],
  [
    () => readTable({ rows: 1, columns: [{ name: "a", type: "odd", values: [] }] }),
    "table: expected a column of number",
  ],
])("what is not such a value is refused: %s", (read, message) => {
  expect(read).toThrow(message);
});

const column = (values: Column["values"]): Column => ({ name: "", type: "mixed", missing: 0, values });

test("rows are sorted as numbers or as texts, those without a value last, equal ones as they were", () => {
  const order = (values: Column["values"], descending = false) => [
    ...orderOf(values.length, { column: column(values), descending }),
  ];
  expect(order([10, 9, null, 1, 9])).toEqual([3, 1, 4, 0, 2]);
  expect(order([10, 9, null, 1, 9], true)).toEqual([0, 1, 4, 3, 2]);
  expect(order(["b", "a", 3, "ä", null, true])).toEqual([5, 2, 1, 3, 0, 4]);
  expect([...orderOf(3)]).toEqual([0, 1, 2]);
});

test("numbers are written to be read", () => {
  expect([0.000012345, -1234.5678, 1e6, 0, "-Infinity"].map(spoken)).toEqual([
    "1.234e−5",
    "−1235",
    "1e6",
    "0",
    "−∞",
  ]);
  expect([7, 1234, 1234567].map(counted)).toEqual(["7", "1,234", "1,234,567"]);
  expect(inWords(Date.UTC(2026, 0, 2), { type: "date" })).toBe("2026-01-02");
  expect(inWords(Date.UTC(2026, 0, 2, 3, 4, 5), { type: "date" })).toBe("2026-01-02 03:04:05");
});

test("a column is as wide as what it holds anywhere", () => {
  const numbers = (length: number): Column => ({
    name: "i",
    type: "number",
    values: Array.from({ length }, (_, i) => i * 1_000_000),
    missing: 0,
  });
  const [few, many] = widthsOf([numbers(2), numbers(5000)]);
  expect(many).toBeGreaterThan(few);
});

test("a table's size is said in the singular, too", () => {
  const trans = nullTranslator.load("tslinen");
  expect([sizeInWords(3, 1, trans), sizeInWords(1, 1200, trans)]).toEqual([
    "3 rows × 1 column",
    "1 row × 1,200 columns",
  ]);
});
