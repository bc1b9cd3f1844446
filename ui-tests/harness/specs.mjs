// Figures by hand, for tests.

const row = (x, y) => ({ x, y });
const sine = Array.from({ length: 101 }, (_, index) => row(index / 10, Math.sin(index / 10)));

/** A line with matplotlib's frame, whose colours are free parameters, as plt makes them. */
export const themed = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  description: "sin(x) for x from 0 to 10",
  params: [
    { name: "ink", value: "black" },
    { name: "paper", value: "white" },
  ],
  background: { expr: "paper" },
  width: 496,
  height: 369.6,
  view: { stroke: { expr: "ink" } },
  data: { values: sine },
  mark: { type: "line", color: "#1f77b4", strokeWidth: 2.08, tooltip: true },
  encoding: {
    x: { field: "x", type: "quantitative", axis: { grid: false } },
    y: { field: "y", type: "quantitative", axis: { grid: false } },
  },
  config: {
    axis: Object.fromEntries(
      ["domainColor", "tickColor", "labelColor", "titleColor"].map((key) => [key, { expr: "ink" }]),
    ),
  },
};

/** The same line without a word about colours. */
export const foreign = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  width: 300,
  height: 200,
  data: { values: sine },
  mark: "line",
  encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
};

/** As wide as the place it stands in. */
export const wide = { ...foreign, width: "container" };

/** With a slider that moves the curve. */
export const slider = {
  ...foreign,
  params: [{ name: "scale", value: 1, bind: { input: "range", min: 0, max: 2, step: 0.1 } }],
  transform: [{ calculate: "datum.y * scale", as: "scaled" }],
  encoding: { ...foreign.encoding, y: { field: "scaled", type: "quantitative" } },
};

/** Raw Vega, without a word about colours. */
export const vega = {
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width: 200,
  height: 100,
  data: [{ name: "table", values: [1, 2, 3].map((value) => ({ value })) }],
  scales: [
    { name: "x", type: "linear", domain: [0, 4], range: "width" },
    { name: "y", type: "linear", domain: [0, 4], range: "height" },
  ],
  axes: [
    { orient: "bottom", scale: "x" },
    { orient: "left", scale: "y" },
  ],
  marks: [
    {
      type: "symbol",
      from: { data: "table" },
      encode: { enter: { x: { scale: "x", field: "value" }, y: { scale: "y", field: "value" } } },
    },
  ],
};

/** Not a figure: the mark does not exist. */
export const broken = { ...foreign, mark: "no such mark" };
