import * as vega from "vega";
import { afterEach, describe, expect, it } from "vitest";
import * as plt from "../src/plt";
import { compileSpec, svgOf } from "../src/plt/picture";
import { specOf } from "../src/plt/spec/figure";
import { checkedSpec } from "./plt-checked";

afterEach(() => plt.close("all"));

const pictureOf = () => svgOf(specOf(plt.gcf(), { interactive: false }));

/** The corners of the paths drawn in a colour. */
function pathsOf(svg: string, color: string): number[][][] {
  const paths = [...svg.matchAll(/<path [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(color));
  return paths.map((tag) =>
    (/ d="([^"]*)"/.exec(tag)?.[1] ?? "")
      .split(/(?=M)/)
      .filter(Boolean)
      .map((piece) => piece.split(/[ML,]/).filter(Boolean).map(Number)),
  );
}

const translations = (svg: string, role: string) =>
  [...svg.matchAll(new RegExp(`${role}"[^>]*><g transform="translate\\(([-\\d.]+),([-\\d.]+)\\)`, "g"))].map(
    ([, x, y]) => [Number(x), Number(y)],
  );

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe("what Vega-Lite would do otherwise", () => {
  it("1: a line keeps the order of its points", () => {
    plt.plot([3, 1, 2], [0, 1, 2]);
    const [[corners]] = pathsOf(pictureOf(), "#1f77b4");
    const xs = corners.filter((_, i) => i % 2 === 0);
    expect(xs[0]).toBeGreaterThan(xs[2]);
    expect(xs[2]).toBeGreaterThan(xs[1]);
  });

  it("2: on a logarithmic axis what is not positive is below the picture, or a gap, never at its top", () => {
    plt.semilogy([0, 1, 2], [10, -5, 100]);
    const [[corners]] = pathsOf(pictureOf(), "#1f77b4");
    expect(corners[3]).toBeGreaterThan(370);
    plt.close();
    plt.semilogy([0, 1, 2, 3], [10, 20, 0, 100], { nonpositive: "mask" } as never);
    expect(pathsOf(pictureOf(), "#1f77b4")[0]).toHaveLength(2);
  });

  it("3: a gap is a gap, not zero", () => {
    plt.plot([0, 1, 2, 3, 4], [1, 1, NaN, 1, 1]);
    const [pieces] = pathsOf(pictureOf(), "#1f77b4");
    expect(pieces).toHaveLength(2);
    expect(JSON.stringify(checkedSpec(plt.gcf()))).toContain("[1,1,null,1,1]");
  });

  it("4: every subplot keeps its colours and its legend", () => {
    const [, axs] = plt.subplots(1, 2);
    axs[0].plot([1, 2], { label: "first" });
    axs[1].plot([1, 2], "r", { label: "second" });
    for (const ax of axs) ax.legend();
    const svg = pictureOf();
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["first", "second"]));
    // In the plot and in the legend.
    expect(pathsOf(svg, "#1f77b4")).toHaveLength(2);
    expect(pathsOf(svg, "#ff0000")).toHaveLength(2);
    checkedSpec(plt.gcf());
  });

  it("5: axes with many layers can be moved, by a parameter in one of them", () => {
    plt.plot([1, 2]);
    plt.bar([0, 1], [1, 2]);
    const spec = checkedSpec(plt.gcf());
    const withParams = (spec.layer as { params?: unknown[] }[]).filter(({ params }) => params);
    expect(withParams).toHaveLength(1);
    expect(JSON.stringify(withParams)).toContain("wheel![event.shiftKey]");
    expect(() => vega.parse(compileSpec(spec).vega)).not.toThrow();
  });

  it("6: an entry of a legend that is clicked hides its own series and no other", async () => {
    plt.plot([1, 2], { label: "a" });
    plt.plot([2, 1], { label: "b" });
    plt.legend();
    const view = new vega.View(vega.parse(compileSpec(specOf(plt.gcf())).vega), { renderer: "none" });
    const opacities = () => {
      const found: Record<string, number> = {};
      const visit = (mark: { marktype?: string; items?: unknown[]; stroke?: string; opacity?: number }) => {
        if (mark.marktype === "line") {
          for (const item of mark.items as { items?: unknown[]; stroke: string; opacity: number }[]) {
            found[item.stroke] = item.opacity;
          }
        } else for (const item of (mark.items ?? []) as (typeof mark)[]) visit(item);
      };
      visit((view.scenegraph() as unknown as { root: object }).root);
      return found;
    };
    await view.runAsync();
    expect(opacities()).toEqual({ "#1f77b4": 1, "#ff7f0e": 1 });
    view.data("shown0_store", [
      { unit: "layer_1", fields: [{ type: "E", field: "series" }], values: ["s1"] },
    ]);
    await view.runAsync();
    expect(opacities()).toEqual({ "#1f77b4": 0, "#ff7f0e": 1 });
    expect(JSON.stringify(checkedSpec(plt.gcf()))).toContain('"fields":["series"]');
  });

  it("7: subplots of a column begin at the same place, whatever their labels", () => {
    const [, axs] = plt.subplots(2, 2);
    axs[0][0].plot([0, 1e-9]);
    axs[1][0].plot([0, 123456]);
    axs[1][1].setYlabel("a label");
    const places = translations(pictureOf(), "concat_\\d+_group");
    expect(places).toHaveLength(4);
    expect(places[0][0]).toBe(places[2][0]);
    expect(places[1][0]).toBe(places[3][0]);
    expect(places[0][1]).toBe(places[1][1]);
    expect(places[2][1]).toBe(places[3][1]);
  });

  it("8: the labels of a logarithmic axis are powers of ten, and keep clear of each other", () => {
    plt.semilogy([0, 1], [1e-12, 1e14]);
    const labels = textsOf(pictureOf()).filter((text) => /^10[⁻⁰¹²³⁴-⁹]+$/.test(text));
    expect(labels.length).toBeGreaterThan(4);
    expect(labels.length).toBeLessThan(12);
  });

  it.each([
    ["relu", 77.6875],
    ["sigmoid", 106],
  ])("9: a legend of %s is as wide as matplotlib's, to two pixels", (name, width) => {
    plt.plot([1, 2], { label: name });
    plt.legend({ loc: "upper left" });
    const background =
      /role-legend"[^>]*><g[^>]*><path class="background"[^>]* d="M[\d.]+,[\d.]+L([\d.]+),/.exec(pictureOf());
    const corner = 2.778;
    expect(Math.abs(Number(background?.[1]) + corner - width)).toBeLessThan(2);
  });

  it("10: typed arrays are lists in the spec", () => {
    plt.plot(Float32Array.of(0, 1, 2), Float32Array.of(0.1, 0.2, 0.3));
    const text = JSON.stringify(checkedSpec(plt.gcf()));
    expect(text).toContain('"y":[0.1,0.2,0.3]');
    expect(text).not.toContain('"0":');
  });

  it("11: every tick has its label, at steps of 2.5, too", () => {
    plt.plot([0, 20], [0, 1]);
    plt.xlim(0, 20);
    const wanted = "0.0 2.5 5.0 7.5 10.0 12.5 15.0 17.5 20.0".split(" ");
    expect(textsOf(pictureOf())).toEqual(expect.arrayContaining(wanted));
    expect(plt.xticks()[1].map(String)).toEqual(wanted);
  });

  it("12: a title's baseline is six points above the axes, as in matplotlib, though a label reaches as high", () => {
    const [, axs] = plt.subplots(1, 3);
    axs[0].setTitle("a label at the top");
    axs[0].setYlim(0, 1);
    axs[1].setTitle("none there");
    axs[1].setYlim(0, 0.9);
    axs[2].setTitle("none at all", { fontsize: 20 });
    axs[2].setYticks([]);
    const places =
      /role-title"><g transform="translate\([-\d.]+,([-\d.]+)\)".*?<text[^>]* transform="translate\([-\d.]+,([-\d.]+)\)/g;
    const baselines = [...pictureOf().matchAll(places)].map(
      ([, outer, inner]) => Number(outer) + Number(inner),
    );
    expect(baselines).toHaveLength(3);
    for (const baseline of baselines) expect(Math.abs(baseline + (6 * 100) / 72)).toBeLessThan(0.1);
  });
});

describe("what a pointer adds", () => {
  it("changes nothing of how figures look", () => {
    plt.plot([1, 3, 2], "o-", { label: "line" });
    plt.bar([0, 1], [1, 2], { label: "bars" });
    plt.scatter([0, 1], [2, 1]);
    plt.text(0.5, 4, "above the axes");
    plt.legend();
    const paths = (svg: string) => [...svg.matchAll(/ d="[^"]+"/g)].length;
    const still = pictureOf();
    const live = svgOf(specOf(plt.gcf()));
    const size = (svg: string) => /viewBox="[^"]*"/.exec(svg)?.[0];
    expect(size(live)).toBe(size(still));
    expect(textsOf(live)).toEqual(textsOf(still));
    expect(paths(live)).toBeGreaterThan(paths(still));
  });

  /** The pictures of the current figure before and after its axes are moved. */
  async function pictures(
    x: [number, number],
    y: [number, number],
  ): Promise<[before: string, after: string]> {
    const view = new vega.View(vega.parse(compileSpec(specOf(plt.gcf())).vega), { renderer: "none" });
    await view.runAsync();
    const before = await view.toSVG();
    view.signal("moved0_x", x).signal("moved0_y", y);
    await view.runAsync();
    return [before, await view.toSVG()];
  }

  it("has ticks follow when axes are moved", async () => {
    plt.plot([0, 1], [0, 1]);
    const [before, after] = await pictures([10, 20], [0, 1]);
    expect(before).toContain(">0.8<");
    expect(after).toContain(">14<");
  });

  it("has a grid over bars give way to that of the moved ticks", async () => {
    plt.bar([0, 1], [0, 1]);
    plt.grid(true, { color: "#ff0000", axis: "x" });
    const lines = (svg: string) =>
      [...svg.matchAll(/<line [^>]*stroke="#ff0000"[^>]*>/g)].map(([tag]) => tag);
    const shown = (svg: string) => lines(svg).filter((tag) => !tag.includes('opacity="0"')).length;
    const [before, after] = await pictures([10, 20], [0, 1]);
    expect(shown(before)).toBe(
      plt
        .gca()
        .ticks("x")
        .major.filter((x) => Math.abs(x - 0.5) < 0.94).length,
    );
    expect(shown(after)).toBe(6);
  });

  it("has an axis through zero stay at zero when axes are moved", async () => {
    plt.plot([-1, 1], [-1, 1]);
    plt.gca().spines.left.setPosition("zero");
    const places = (svg: string) => translations(svg, "role-axis").map(([x]) => x - 0.5);
    const [before, after] = await pictures([-1, 3], [-1, 1]);
    const { width } = plt.gca().frame();
    expect(places(before)).toEqual([0, width / 2]);
    expect(places(after)).toEqual([0, width / 4]);
  });
});

describe("what lies over what", () => {
  /** Where the first path in each colour stands among all that is drawn. */
  const places = (...colors: string[]) => {
    const svg = pictureOf();
    return colors.map((color) => svg.search(new RegExp(`(stroke|fill)="${color}"`)));
  };

  it("grid lines lie over bars and under lines, whatever their order", () => {
    plt.grid(true, { color: "#ff0000" });
    plt.plot([0, 2], [1, 2], { color: "#00ff00" });
    plt.bar([0, 2], [1, 2], { color: "#0000ff" });
    const [grid, line, bars] = places("#ff0000", "#00ff00", "#0000ff");
    expect(bars).toBeGreaterThan(0);
    expect(grid).toBeGreaterThan(bars);
    expect(line).toBeGreaterThan(grid);
  });

  it("a grid put below lies under bars", () => {
    plt.grid(true, { color: "#ff0000" });
    plt.bar([0, 2], [1, 2], { color: "#0000ff" });
    plt.gca().setAxisbelow(true);
    const [grid, bars] = places("#ff0000", "#0000ff");
    expect(grid).toBeGreaterThan(0);
    expect(bars).toBeGreaterThan(grid);
  });
});
