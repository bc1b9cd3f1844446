import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import * as plt from "../src/plt";
import { svgOf } from "../src/plt/picture";
import { specOf } from "../src/plt/spec/figure";
import { openFigures } from "../src/plt/state/openFigures";
import { checkedSpec } from "./plt-checked";

afterEach(() => {
  plt.close("all");
  plt.rcdefaults();
});

const value = fc.oneof(
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1e-300, 1e300, 5e-324, 1.7e308, -1.7e308, 1e15, 1 / 3),
);
const list = fc.array(value, { maxLength: 6 });
const pair = fc
  .nat({ max: 6 })
  .chain((n) => fc.tuple(...[0, 1].map(() => fc.array(value, { minLength: n, maxLength: n }))));
const sloppy = fc.oneof(
  { weight: 4, arbitrary: list },
  value,
  fc.constantFrom<unknown>(null, undefined, "x", {}, [[1], [2, 3]], [["a"]]),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const color = fc.constantFrom("r", "C3", "none", "#abc", "0.5", "k", "tab:blue", "blurple", "ink");
const label = fc.constantFrom("a", "_b", "", "$x^2$", "two\nlines", "</script>", "\\", "'\"");
const style = fc.record(
  {
    color,
    label,
    alpha: fc.constantFrom(0, 0.5, 1, 2),
    zorder: fc.integer({ min: -2, max: 6 }),
    linewidth: fc.constantFrom(0, 0.5, 3, -1),
  },
  { requiredKeys: [] },
);

type Call = (plot: typeof plt) => unknown;
const call = <T extends unknown[]>(name: string, args: fc.Arbitrary<T>): fc.Arbitrary<[string, Call]> =>
  args.map((given) => [
    `${name}(${JSON.stringify(given, (_, x: unknown) => (typeof x === "number" && !Number.isFinite(x) ? String(x) : x))})`,
    (plot) => (plot as unknown as Record<string, (...all: unknown[]) => unknown>)[name](...given),
  ]);

const calls: fc.Arbitrary<[string, Call]>[] = [
  call("plot", fc.tuple(sloppy, maybe(style))),
  call(
    "plot",
    fc.tuple(pair, fc.constantFrom("r--", "o", "zz", "k:"), style).map(([[x, y], f, o]) => [x, y, f, o]),
  ),
  call(
    "scatter",
    fc.tuple(pair, style).map(([[x, y], o]) => [x, y, o]),
  ),
  call(
    "scatter",
    pair.map(([x, y]) => [x, y, { c: y, s: 30 }]),
  ),
  call(
    "bar",
    fc.tuple(pair, style).map(([[x, y], o]) => [x, y, o]),
  ),
  call("barh", fc.tuple(fc.constant(["a", "b", "c"]), list)),
  call("hist", fc.tuple(list, fc.record({ bins: fc.constantFrom<unknown>(3, 10, "auto", [1, 2, 4], 0) }))),
  call(
    "hist",
    fc.tuple(
      list,
      fc.constantFrom({ histtype: "step" }, { density: true }, { log: true }, { cumulative: true }),
    ),
  ),
  call(
    "fillBetween",
    fc.tuple(pair, style).map(([[x, y], o]) => [x, y, 0, o]),
  ),
  call(
    "errorbar",
    pair.map(([x, y]) => [x, y, { yerr: 0.5, capsize: 3 }]),
  ),
  call(
    "step",
    pair.map(([x, y]) => [x, y]),
  ),
  call("semilogy", fc.tuple(list)),
  call(
    "loglog",
    pair.map(([x, y]) => [x, y]),
  ),
  call(
    "stem",
    pair.map(([x, y]) => [x, y]),
  ),
  call("boxplot", fc.tuple(fc.oneof(sloppy, fc.array(list, { maxLength: 3 })))),
  call("pie", fc.tuple(sloppy, fc.constantFrom({}, { autopct: "%.0f" }, { labels: ["a"] }))),
  call("matshow", fc.tuple(fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { maxLength: 3 }))),
  fc.constantFrom<[string, Call]>(
    ["barLabel", (plot) => plot.barLabel(plot.bar([1, 2], [3, -4], { yerr: 1 }))],
    [
      "clabel",
      (plot) =>
        plot.clabel(
          plot.contour([
            [0, 1],
            [1, 3],
          ]),
        ),
    ],
    ["legend of a figure", (plot) => plot.gcf().legend()],
    ["spine", (plot) => plot.gca().spines.left.setPosition("zero")],
    ["bottom spine", (plot) => plot.gca().spines.bottom.setPosition(["data", -1])],
    ["axisbelow", (plot) => plot.gca().setAxisbelow(false)],
    ["formatter", (plot) => plot.gca().xaxis.setMajorFormatter("{x:.1e}")],
  ),
  call("axhline", fc.tuple(value, style)),
  call("axvspan", fc.tuple(value, value)),
  call("hlines", fc.tuple(list, value, value)),
  call("text", fc.tuple(value, value, label)),
  call(
    "annotate",
    fc.tuple(label, fc.tuple(value, value), fc.constantFrom({}, { xytext: [1, 2], arrowprops: {} })),
  ),
  call(
    "legend",
    fc.tuple(
      fc.constantFrom<unknown>(
        undefined,
        ["p", "q"],
        { loc: "upper left" },
        { loc: 9, ncol: 2 },
        { loc: "nowhere" },
      ),
    ),
  ),
  call("title", fc.tuple(label)),
  call("xlabel", fc.tuple(label)),
  call("xlim", fc.tuple(value, value)),
  call("ylim", fc.tuple(value)),
  call("yscale", fc.tuple(fc.constantFrom("log", "linear", "symlog"))),
  call("xscale", fc.tuple(fc.constantFrom("log", "linear"))),
  call("xticks", fc.tuple(list)),
  call("yticks", fc.tuple(fc.constantFrom([0, 1], []), fc.constantFrom(["a", "b"], [], ["a"]))),
  call(
    "axis",
    fc.tuple(fc.constantFrom<unknown>("equal", "off", "tight", "scaled", "square", [0, 1, 0, 1], "no")),
  ),
  call("grid", fc.tuple(fc.constantFrom<unknown>(undefined, true, { which: "both", axis: "y" }))),
  call("margins", fc.tuple(fc.constantFrom(0, 0.2, -0.7))),
  call("subplot", fc.tuple(fc.constantFrom(121, 122, 211, 999, 12))),
  call("twinx", fc.constant([])),
  call("tightLayout", fc.constant([])),
  call("suptitle", fc.tuple(label)),
  call("minorticksOn", fc.constant([])),
  call("figure", fc.tuple(fc.constantFrom<unknown>(1, 2, undefined, { figsize: [3, 2] }))),
  call("cla", fc.constant([])),
];

/** All that is drawn, as text. */
const state = () =>
  JSON.stringify(openFigures.map((figure) => (figure.axes.length > 0 ? specOf(figure) : null)));

it("no sequence of calls fails but with a message, changes anything when it fails, or makes an invalid spec", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...calls), { minLength: 1, maxLength: 8 }), (sequence) => {
      plt.close("all");
      for (const [text, run] of sequence) {
        const before = state();
        const count = openFigures.length;
        try {
          run(plt);
        } catch (error) {
          expect(error, text).toSatisfy((e) => e instanceof TypeError || e instanceof RangeError);
          expect((error as Error).message, text).toMatch(/^\w+: .*(expected|unknown|cannot|not drawn|need)/);
          expect(openFigures.length, text).toBe(count);
          expect(state(), text).toBe(before);
        }
      }
      for (const figure of openFigures) {
        if (figure.axes.length === 0) continue;
        checkedSpec(figure);
        expect(svgOf(specOf(figure, { interactive: false }))).not.toMatch(/NaN|Infinity|undefined/);
      }
    }),
    { numRuns: 120, seed: 20261124 },
  );
}, 120_000);
