// Figures that want what a figure must not get: the network, scripts, the page, all of the processor.

const line = {
  mark: "line",
  encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
};
const values = [1, 2, 3].map((x) => ({ x, y: x * x, text: "<img src=x onerror='window.hacked=1'>" }));
const data = { values };
const outside = "https://outside.example";
const attack = "window.hacked = 1";
const vega = (more) => ({ width: 50, height: 50, ...more });
const point = (more) => ({
  data,
  mark: { type: "point", tooltip: { content: "data" }, ...more },
  encoding: line.encoding,
});
const calculate = (expression) => ({ ...line, data, transform: [{ calculate: expression, as: "x" }] });
const updating = (update) => vega({ signals: [{ name: "s", update }], marks: [] });

/** Each by what it tries. Those whose grammar is not said are Vega-Lite. */
export const hostile = {
  "remote data": { ...line, data: { url: `${outside}/data.csv` } },
  "remote lookup": {
    ...line,
    data,
    transform: [{ lookup: "x", from: { data: { url: `${outside}/l.json` }, key: "x", fields: ["z"] } }],
  },
  "image address": {
    data: { values: [{ x: 1, y: 1, img: `${outside}/spy.png` }] },
    mark: { type: "image", width: 50, height: 50 },
    encoding: { ...line.encoding, url: { field: "img" } },
  },
  "script address as image": {
    data: { values: [{ x: 1, y: 1, img: `javascript:${attack}` }] },
    mark: { type: "image", width: 50, height: 50 },
    encoding: { ...line.encoding, url: { field: "img" } },
  },
  "SVG with a script as image": {
    data: {
      values: [
        {
          x: 1,
          y: 1,
          img: `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${attack}'/>`,
        },
      ],
    },
    mark: { type: "image", width: 50, height: 50 },
    encoding: { ...line.encoding, url: { field: "img" } },
  },
  "script address as link": { ...point({ href: `javascript:${attack}`, size: 20_000 }) },
  "script in tooltip": { ...point({ size: 20_000 }) },
  "image in tooltip": {
    ...point({ size: 20_000 }),
    encoding: { ...line.encoding, tooltip: { value: { expr: `{image: '${outside}/tip.png', title: 'a'}` } } },
  },
  "script in titles": {
    ...line,
    data,
    title: { text: `<script>${attack}</script>`, subtitle: `<img src=x onerror="${attack}">` },
  },
  "function constructor": calculate(`datum.text.constructor.constructor('${attack}')()`),
  "toString of an event's window": {
    grammar: "vega",
    ...vega({
      signals: [
        {
          name: "s",
          value: 0,
          on: [{ events: "view:pointermove", update: `'' + {toString: event.view.eval, a: '${attack}'}` }],
        },
      ],
      marks: [],
    }),
  },
  "prototype keys": JSON.parse(
    `{"data":{"values":[{"x":1,"y":1,"__proto__":{"hacked":1}}]},"mark":"point","__proto__":{"hacked":1},` +
      `"config":{"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}}},` +
      `"usermeta":{"embedOptions":{"__proto__":{"hacked":1}}},"encoding":{"x":{"field":"x"},"__proto__":{"hacked":1}}}`,
  ),
  "endless sequence": { ...line, data: { sequence: { start: 0, stop: 1e12, as: "x" } } },
  "endless product": {
    grammar: "vega",
    ...vega({
      data: [{ name: "d", transform: [{ type: "sequence", start: 0, stop: 100_000 }, { type: "cross" }] }],
      marks: [],
    }),
  },
  "endless array": { grammar: "vega", ...updating("length(sequence(1e11))") },
  "endless text": { grammar: "vega", ...updating("length(pad('x', 1e10, 'y', 'left'))") },
  "endless pattern": { grammar: "vega", ...updating(`test(/(a+)+$/, '${"a".repeat(60)}b')`) },
  "endless ticks": {
    ...line,
    data,
    encoding: { ...line.encoding, x: { field: "x", type: "quantitative", axis: { tickCount: 1e9 } } },
  },
  "endless bins": {
    ...line,
    data,
    encoding: { x: { bin: { step: 1e-12 }, field: "x" }, y: { aggregate: "count" } },
  },
  "restless timer": {
    grammar: "vega",
    ...vega({ signals: [{ name: "s", value: 0, on: [{ events: "timer{0}", update: "s + 1" }] }], marks: [] }),
  },
  "input that takes the page": {
    grammar: "vega",
    ...vega({ signals: [{ name: "s", value: 0, bind: { input: "range", element: "body" } }], marks: [] }),
  },
  "input that loads": {
    grammar: "vega",
    ...vega({
      signals: [{ name: "s", value: 0, bind: { input: "image", src: `${outside}/input.png` } }],
      marks: [],
    }),
  },
  "ears on the page": {
    grammar: "vega",
    ...vega({
      config: { events: { globalCursor: true, defaults: { prevent: true }, selector: true, window: true } },
      signals: [
        { name: "s", value: "", on: [{ events: "body:keydown!, window:keydown!", update: "event.key" }] },
      ],
      marks: [],
    }),
  },
  "options of the drawing program": {
    ...line,
    data,
    usermeta: {
      embedOptions: {
        patch: `${outside}/patch.json`,
        config: `${outside}/config.json`,
        loader: { baseURL: outside },
        editorUrl: `javascript:${attack}`,
        sourceHeader: `<script>${attack}</script>`,
        defaultStyle: `</style><script>${attack}</script>`,
        renderer: "no such renderer",
        bind: "body",
        ast: false,
      },
    },
  },
  "colours that load": {
    ...point({
      fill: `url(${outside}/fill.svg#a)`,
      stroke: { expr: `'ur' + 'l(${outside}/stroke.svg#a)'` },
      size: 20_000,
    }),
    background: `url(${outside}/background.png)`,
  },
  "cursor that loads": { ...point({ cursor: `url(${outside}/cursor.png), auto`, size: 20_000 }) },
  "computed cursor that loads": {
    grammar: "vega",
    ...vega({
      signals: [
        {
          name: "cursor",
          value: "default",
          on: [{ events: "view:pointermove", update: `'ur' + 'l(${outside}/c.png), auto'` }],
        },
      ],
      marks: [],
    }),
  },
  "broken text": "{ this is not JSON",
  "not an object": [1, 2, 3],
  // About as deep as Jupyter's server can read a notebook.
  "bottomless nesting": Array.from({ length: 100 }).reduce((inner) => ({ layer: [inner] }), {
    ...line,
    data,
  }),
  "boundless size": { ...line, data, width: 1e9, height: 1e9 },
};
