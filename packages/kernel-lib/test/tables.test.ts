import { describe, expect, it } from "vitest";
import { data, np } from "../src/index";
import { tableType, type Table } from "../src/payloads";
import { tableView } from "../src/views";

const tableOf = (value: unknown) => tableView(value)?.[tableType] as Table | undefined;

const records = [
  { name: "Ada", born: new Date("1815-12-10"), papers: 1, fellow: false },
  { name: "Emmy", born: new Date("1882-03-23"), papers: 43, fellow: false },
  { name: "Grace", born: new Date("1906-12-09"), papers: NaN, fellow: true },
  { name: "Katherine", born: null, papers: 26.5, fellow: null },
];

describe("a table", () => {
  it("is columns with their types, what is missing, and measures", () => {
    const { rows, columns } = tableOf(records)!;
    expect(rows).toBe(4);
    expect(columns.map(({ name, type, missing }) => [name, type, missing])).toEqual([
      ["name", "string", 0],
      ["born", "date", 1],
      ["papers", "number", 1],
      ["fellow", "boolean", 1],
    ]);
    expect(columns[2]).toMatchObject({ min: 1, max: 43, mean: 23.5, values: [1, 43, null, 26.5] });
    expect(columns[1].values[0]).toBe(Date.UTC(1815, 11, 10));
  });

  it("is its first rows as text", () => {
    expect(tableView(records)!["text/plain"]).toBe(
      [
        "name       born        papers  fellow",
        "Ada        1815-12-10       1  false",
        "Emmy       1882-03-23      43  false",
        "Grace      1906-12-09          true",
        "Katherine                26.5",
        "[4 rows × 4 columns]",
      ].join("\n"),
    );
  });

  it("holds a bounded part of very many rows, but measures them all", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({
      i,
      square: i * i,
      parity: i % 2 ? "odd" : "even",
    }));
    const bundle = tableView(many)!;
    const { rows, columns } = bundle[tableType] as Table;
    expect(rows).toBe(100_000);
    expect(columns[0]).toMatchObject({ min: 0, max: 99_999, mean: 49_999.5 });
    expect(columns[0].values).toHaveLength(6666);
    expect(JSON.stringify(bundle).length).toBeLessThan(300_000);
    expect(String(bundle["text/plain"])).toMatch(/…\n\[100,000 rows × 3 columns\]$/);
  });

  it("is read from columns by name, as CSV files give them", () => {
    const { columns } = tableOf(data.parseCsv("x,kind\n1,a\n2.5,b\n4,a"))!;
    expect(columns.map(({ name, type, values }) => [name, type, values])).toEqual([
      ["x", "number", [1, 2.5, 4]],
      ["kind", "string", ["a", "b", "a"]],
    ]);
  });

  // As arquero 8, danfojs 1.2 and apache-arrow 21 have them.
  const libraries: Record<string, object> = {
    arquero: {
      numRows: () => 3,
      columnNames: () => ["a", "b"],
      get: (name: string, row: number) => (name === "a" ? row : `row ${row}`),
    },
    danfo: {
      columns: ["a", "b"],
      shape: [3, 2],
      values: [0, 1, 2].map((i) => [i, `row ${i}`]),
      head: () => 0,
    },
    arrow: {
      numRows: 3,
      schema: { fields: [{ name: "a" }, { name: "b" }] },
      getChild: (name: string) => ({ get: (row: number) => (name === "a" ? BigInt(row) : `row ${row}`) }),
    },
  };
  it.each(Object.keys(libraries))("is read from one of %s", (name) => {
    const { rows, columns } = tableOf(libraries[name])!;
    expect(rows).toBe(3);
    expect(columns.map((column) => column.values)).toEqual([
      [0, 1, 2],
      ["row 0", "row 1", "row 2"],
    ]);
  });

  it("writes what JSON cannot say, and cuts what is long", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const { columns } = tableOf([Infinity, "x".repeat(300), { a: [1] }, circle].map((x) => ({ x })))!;
    expect(columns[0].type).toBe("mixed");
    expect(columns[0].values).toEqual(["Infinity", `${"x".repeat(200)}…`, '{"a":[1]}', "[object Object]"]);
  });

  it.each([
    ["numbers", [1, 2, 3]],
    ["two records", records.slice(0, 2)],
    ["objects without fields", [{}, {}, {}]],
    ["objects with nothing in common", [{ a: 1 }, { b: 1 }, { c: 1 }, { d: 1 }]],
    ["objects of objects", Array(5).fill({ params: { w: np.ones([2]) } })],
    ["columns of numbers alone", { a: np.ones([9]), b: np.ones([9]) }],
    ["columns of several lengths", { a: ["x", "y", "z"], b: [1, 2] }],
    ["null", null],
  ])("is not made of %s", (_, value) => {
    expect(tableView(value)).toBeUndefined();
  });
});
