import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  displaySymbol,
  hostSymbol,
  type Displayable,
  type Host,
  type HostOptions,
  type MimeBundle,
} from "../src/display";
import * as plt from "../src/plt";

const globals = globalThis as { [hostSymbol]?: Host };
let messages: { bundle: MimeBundle; options: HostOptions }[] = [];
let hooks: (() => void | Promise<void>)[] = [];

const vegalite = "application/vnd.vegalite.v6+json";

let cell = { done: false, cleared: 0, clearing: false };

/** A host that takes notes; with or without cells. */
const host = (cells: boolean): Host => ({
  display: (bundle, options) => {
    if (cell.clearing && !options.update)
      cell = Object.assign(cell, { clearing: false, cleared: cell.cleared + 1 });
    messages.push({ bundle, options });
  },
  ...(cells && {
    atCellEnd: (hook: () => void | Promise<void>) => void hooks.push(hook),
    cell: () => cell,
  }),
});

/** Runs what waits for the end of the cell, as a kernel does. */
async function endCell(): Promise<void> {
  for (const hook of hooks) await hook();
  hooks = [];
  cell = { done: false, cleared: 0, clearing: false };
}

beforeEach(() => {
  plt.close("all");
  cell = { done: false, cleared: 0, clearing: false };
  messages = [];
  hooks = [];
});

afterEach(() => {
  plt.close("all");
  delete globals[hostSymbol];
});

const kinds = () => messages.map(({ bundle }) => Object.keys(bundle));
const isPng = (base64: unknown) =>
  Buffer.from(String(base64), "base64").subarray(1, 4).toString("latin1") === "PNG";

describe("what is drawn on a figure", () => {
  const data = [1, 2, 3];
  const grid = [
    [1, 2],
    [3, 4],
  ];
  const drawn: Record<string, () => unknown> = {
    plot: () => plt.plot(data, data, data),
    semilogy: () => plt.semilogy(data),
    scatter: () => plt.scatter(data, data),
    bar: () => plt.bar(data, data),
    fillBetween: () => plt.fillBetween(data, data),
    errorbar: () => plt.errorbar(data, data, { yerr: 1 }),
    axhline: () => plt.axhline(1),
    imshow: () => plt.imshow(grid),
    contour: () => plt.contour(grid),
    colorbar: () => (plt.imshow(grid), plt.colorbar()),
    text: () => plt.text(1, 1, "here"),
    annotate: () => plt.annotate("here", [1, 1], { xytext: [2, 2], arrowprops: {} }),
    legend: () => (plt.plot(data, { label: "data" }), plt.legend()),
    gca: () => plt.gca(),
    "ax.plot": () => plt.gca().plot(data),
  };
  for (const [name, draw] of Object.entries(drawn)) {
    it(`is shown by the figure, not by what ${name} returns`, () => {
      const value = draw() as Displayable;
      expect(value[displaySymbol]()).toEqual({});
    });
  }
});

describe("in a kernel that tells when cells end", () => {
  beforeEach(() => {
    globals[hostSymbol] = host(true);
  });

  it("shows at once, in one message", async () => {
    plt.plot([1, 2]);
    plt.show();
    await endCell();
    expect(kinds()).toEqual([[vegalite, "text/plain", "image/png"]]);
    expect(isPng(messages[0].bundle["image/png"])).toBe(true);
  });

  it("shows what was drawn and not shown, each figure in one message", async () => {
    plt.plot([1, 2]);
    plt.figure();
    plt.plot([2, 1]);
    expect(messages).toEqual([]);
    await endCell();
    expect(kinds()).toEqual(Array(2).fill([vegalite, "text/plain", "image/png"]));
    await endCell();
    expect(messages).toHaveLength(2);
  });

  it("leaves the pictures of figures that follow each other to the end, for the one that still stands", async () => {
    for (let k = 1; k <= 3; k++) {
      cell.clearing = true;
      plt.plot([k]);
      plt.show();
    }
    expect(kinds()).toEqual(Array(3).fill([vegalite, "text/plain"]));
    await endCell();
    expect(messages).toHaveLength(4);
    expect(messages[3].options).toMatchObject({ update: true, displayId: messages[2].options.displayId });
    expect(messages[3].bundle).toMatchObject(messages[2].bundle);
    expect(isPng(messages[3].bundle["image/png"])).toBe(true);
  });

  it("shows figures once, in the order they were made, and then has none open", async () => {
    plt.figure({ figsize: [2, 2] });
    plt.plot([1, 2]);
    plt.figure({ figsize: [3, 3] });
    plt.plot([1, 2]);
    plt.show();
    await endCell();
    const firsts = messages.filter(({ options }) => !options.update);
    expect(firsts.map(({ bundle }) => bundle["text/plain"])).toEqual([
      "<Figure size 200x200 with 1 Axes>",
      "<Figure size 300x300 with 1 Axes>",
    ]);
    plt.show();
    expect(messages).toHaveLength(2);
  });

  it("goes on in the next cell", async () => {
    plt.plot([1]);
    await endCell();
    plt.plot([1]);
    await endCell();
    expect(messages.filter(({ options }) => !options.update)).toHaveLength(2);
  });

  it("does not show again what was the value of the cell, nor what was closed", async () => {
    plt.plot([1]);
    const bundle = plt.gcf()[Symbol.for("Jupyter.display") as never] as () => MimeBundle;
    expect(Object.keys(bundle.call(plt.gcf()))).toEqual([vegalite, "text/plain", "image/png"]);
    plt.figure();
    plt.plot([1]);
    plt.close();
    await endCell();
    expect(messages).toEqual([]);
  });
});

describe("in a kernel without that moment", () => {
  beforeEach(() => {
    globals[hostSymbol] = host(false);
  });

  it("shows everything in one message, at once", () => {
    plt.plot([1, 2]);
    plt.show();
    expect(kinds()).toEqual([[vegalite, "text/plain", "image/png"]]);
    expect(isPng(messages[0].bundle["image/png"])).toBe(true);
  });

  it("shows what was drawn and not shown when the code of the cell has run", async () => {
    plt.plot([1, 2]);
    expect(messages).toEqual([]);
    await Promise.resolve();
    expect(kinds()).toEqual([[vegalite, "text/plain", "image/png"]]);
  });
});

describe("on a terminal", () => {
  it("shows nothing by itself", async () => {
    plt.plot([1, 2]);
    const figure = plt.gcf();
    await Promise.resolve();
    expect(plt.gcf()).toBe(figure);
  });
});
