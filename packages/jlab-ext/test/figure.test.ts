import { parse, View } from "vega";
import { compile } from "vega-lite";
import { expect, test } from "vitest";
import { nameMarks } from "../src/figure/aloud";
import { brokenExpression } from "../src/figure/brokenExpression";
import { describe as inWords } from "../src/figure/describe";
import { copyForDrawing, harden } from "../src/figure/harden";
import { fetches } from "../src/figure/interpreter";
import { reasonFor } from "../src/figure/reason";
import { themingOf } from "../src/figure/theme";
import { fileStem } from "../src/tools/download";
import { columnsOf, csv } from "../src/tools/table";

const light = { ink: "#000000", paper: "#ffffff", middle: "#888888", faint: "#dddddd", dark: false };
const dark = { ink: "#dddddd", paper: "#111111", middle: "#777777", faint: "#333333", dark: true };
const free = [
  { name: "ink", value: "black" },
  { name: "paper", value: "white" },
];

test("a figure with free ink and paper follows through them alone", () => {
  const theming = themingOf({ params: free }, "vega-lite");
  expect(theming.config).toEqual({});
  const compiled = {
    signals: [
      { name: "ink", value: "black" },
      { name: "other", value: 1 },
    ],
  };
  theming.prepare(compiled, dark);
  expect(compiled.signals).toEqual([
    { name: "ink", value: "#dddddd" },
    { name: "other", value: 1 },
  ]);
  expect(theming.values(light)).toEqual({ ink: "#000000", paper: "#ffffff" });
});

test("another figure gets defaults that follow, and signals they refer to", () => {
  for (const grammar of ["vega", "vega-lite"] as const) {
    const theming = themingOf({}, grammar);
    const compiled: { signals?: Record<string, unknown>[] } = {};
    theming.prepare(compiled, dark);
    const names = new Set((compiled.signals ?? []).map(({ name }) => name));
    for (const [, name] of JSON.stringify(theming.config).matchAll(/"signal":"(\w+)"/g)) {
      expect(names.has(name), name).toBe(true);
    }
  }
});

test.each([
  [{ background: "white" }],
  [{ config: { background: "#333" } }],
  [{ params: [free[0]], background: "beige" }],
])("a figure made for a background of its own is left as it is: %j", (spec) => {
  const theming = themingOf(spec, "vega-lite");
  expect(theming.config).toEqual({});
  expect(theming.values(dark)).toEqual({});
});

test("what is drawn is a copy, without options that could load or inject", () => {
  const source = {
    $schema: "hostile",
    mark: "point",
    usermeta: {
      embedOptions: { theme: "dark", patch: "https://outside.example", loader: {}, renderer: "x" },
    },
  };
  const before = structuredClone(source);
  const spec = copyForDrawing(source);
  expect(source).toEqual(before);
  expect(spec).toEqual({ mark: "point", usermeta: { embedOptions: { theme: "dark" } } });
  expect(copyForDrawing('{"mark": "bar"}').mark).toBe("bar");
  expect(() => copyForDrawing("nonsense")).toThrow(SyntaxError);
  expect(() => copyForDrawing([1])).toThrow(/expected a JSON object.*got \[1\]/);
});

test("a compiled figure loses what would reach beyond it", () => {
  const compiled = {
    background: "url(https://outside.example)",
    config: { events: { selector: true, globalCursor: true } },
    signals: [{ name: "s", bind: { input: "image", src: "x", element: "body", min: 1 } }],
    marks: [{ signals: [{ name: "t", bind: { input: "range", element: "#top", max: 2 } }] }],
  };
  harden(compiled);
  expect(compiled.background).toBeNull();
  expect(compiled.signals[0].bind).toEqual({ input: "text", min: 1 });
  expect(compiled.marks[0].signals[0].bind).toEqual({ input: "range", max: 2 });
  expect(compiled.config.events).toMatchObject({ bind: "container", selector: false, globalCursor: false });
});

test("text that would load an address is known, other text is not", () => {
  expect(["url(x)", "URL (x)", "image-set(x)", "a url(b)"].every(fetches)).toBe(true);
  expect(["red", "curl(x)", "#fff", 3, null].some(fetches)).toBe(false);
});

test("a misspelt name is named instead of the stumble over it", () => {
  const stumble = new TypeError("Cannot read properties of undefined");
  const at = (spec: unknown) => reasonFor(stumble, spec, "vega-lite");
  expect(at({ mark: "lin" })).toMatch(/^spec\.mark: expected one of .*line.*, got "lin"$/);
  expect(at({ layer: [{ mark: { type: "dot" } }] })).toMatch(/^spec\.layer\[0\]\.mark: .*got "dot"$/);
  expect(at({ mark: "bar", encoding: { x: { field: "a", type: "number" } } })).toMatch(/encoding\.x\.type/);
  expect(at({ encoding: {} })).toMatch(/^spec has none of mark, layer/);
  expect(at({ mark: "bar" })).toBe(stumble);
  const other = new Error("other");
  expect(reasonFor(other, { mark: "lin" }, "vega-lite")).toBe(other);
});

test("a figure is put into words", async () => {
  const spec = {
    title: "Squares",
    data: { values: [1, 2, 3].map((x) => ({ x, y: x * x })) },
    layer: [{ mark: "line" }, { mark: { type: "point" } }],
    encoding: {
      x: { field: "x", type: "quantitative", title: "side" },
      y: { field: "y", type: "quantitative", scale: { domain: [0, 10] } },
    },
  };
  const view = await new View(parse(compile(spec as Parameters<typeof compile>[0]).spec), {
    renderer: "none",
  }).runAsync();
  expect(inWords(spec, "vega-lite", view)).toBe(
    "Squares. Figure of line, point. x axis side: 1 to 3. y axis: 0 to 10",
  );
  expect(inWords({ ...spec, description: "Its own words" }, "vega-lite", view)).toBe("Its own words");
  view.finalize();
});

test("rows become comma-separated values after RFC 4180", () => {
  const rows = [
    { a: 1, b: 'say "hi"' },
    { a: null, c: "x,y\nz" },
  ];
  expect(columnsOf(rows)).toEqual(["a", "b", "c"]);
  expect(csv(rows)).toBe('a,b,c\r\n1,"say ""hi""",\r\n,,"x,y\nz"');
});

test("files are named after titles", () => {
  expect(fileStem({ title: "ELU & friends: α = 1" })).toBe("elu-friends-1");
  expect(fileStem({ title: { text: "Inner" } })).toBe("inner");
  expect(fileStem({ description: "words of it" })).toBe("words-of-it");
  expect(fileStem({ title: "…" })).toBe("figure");
  expect(fileStem(undefined)).toBe("figure");
});

test("an expression that cannot be read is named with its place", () => {
  const spec = {
    data: { values: [{ expr: "(" }] },
    layer: [
      { mark: "point" },
      { transform: [{ filter: "datum.x > 1" }, { calculate: "datum.x + ", as: "y" }] },
    ],
  };
  expect(brokenExpression(spec)).toMatch(
    /^spec\.layer\[1\]\.transform\[1\]\.calculate: .* in "datum.x \+ "$/,
  );
  expect(brokenExpression({ ...spec, layer: [] })).toBeUndefined();
});

test("sets of marks have names, or are left out where they say nothing", () => {
  const marks = [
    { type: "symbol", encode: { update: { description: { value: "x: 1" } } } },
    { type: "rect", encode: { update: { x: { value: 1 } } } },
    { type: "line", description: "the loss" },
    { type: "text", encode: {} },
  ];
  const compiled = { marks: [{ type: "group", marks }] };
  nameMarks(compiled);
  expect(
    marks.map((mark) => [(mark as { description?: string }).description, (mark as { aria?: boolean }).aria]),
  ).toEqual([
    ["points", undefined],
    [undefined, false],
    ["the loss", undefined],
    [undefined, undefined],
  ]);
});
