import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { displaySymbol, hostSymbol, type Host, type HostOptions, type MimeBundle } from "../src/display";
import { np } from "../src/index";
import * as plt from "../src/plt";

const globals = globalThis as { [hostSymbol]?: Host };
const vegalite = "application/vnd.vegalite.v6+json";
const newCell = () => ({ done: false, cleared: 0, clearing: false });
let messages: { bundle: MimeBundle; options: HostOptions }[] = [];
let hooks: (() => void | Promise<void>)[] = [];
let cell = newCell();

/** Ends the cell, as a kernel does, and begins another. */
function endCell(): void {
  for (const hook of hooks) void hook();
  hooks = [];
  cell.done = true;
  cell = newCell();
}

/** The x and y of every line of a figure that was sent. */
const linesOf = ({ bundle }: (typeof messages)[number]) =>
  [...JSON.stringify(bundle[vegalite]).matchAll(/\{"x":(\[[^\]]*\]),"y":(\[[^\]]*\])\}/g)].map(
    ([, x, y]) => ({
      x: JSON.parse(x) as number[],
      y: JSON.parse(y) as number[],
    }),
  );

beforeEach(() => {
  messages = [];
  hooks = [];
  cell = newCell();
  vi.useFakeTimers();
  globals[hostSymbol] = {
    display: (bundle, options) => void messages.push({ bundle, options }),
    atCellEnd: (hook) => void hooks.push(hook),
    cell: () => cell,
  };
});

afterEach(() => {
  plt.close("all");
  vi.useRealTimers();
  delete globals[hostSymbol];
});

describe("a live figure", () => {
  it("shows the first news at once, later ones in their time, and the last with its picture when the cell ends", () => {
    const live = plt.live();
    expect(messages).toEqual([]);
    for (let step = 0; step < 100; step++) live.push({ loss: 100 - step });
    expect(messages).toHaveLength(1);
    expect(linesOf(messages[0])).toEqual([{ x: [0], y: [100] }]);
    endCell();
    expect(messages).toHaveLength(2);
    const [first, last] = messages;
    expect(Object.keys(first.bundle)).toEqual([vegalite, "text/plain"]);
    expect(Object.keys(last.bundle)).toEqual([vegalite, "text/plain", "image/png"]);
    expect(first.options).toMatchObject({ update: false, displayId: expect.any(String) as string });
    expect(last.options).toMatchObject({ update: true, displayId: first.options.displayId });
    expect(linesOf(last)[0].y).toHaveLength(100);
  });

  it("draws as often as there is time for, and leaves out what comes too early", () => {
    const live = plt.live({ interval: 50 });
    let drawn = 0;
    for (let k = 0; k < 200; k++) {
      live.update((ax) => {
        drawn++;
        ax.plot([0, k]);
      });
      vi.advanceTimersByTime(5);
    }
    // A second has gone by: at most 20 drawings, and one at the start.
    expect(drawn).toBe(messages.length);
    expect(drawn).toBeGreaterThan(3);
    expect(drawn).toBeLessThanOrEqual(21);
    vi.advanceTimersByTime(10_000);
    expect(linesOf(messages.at(-1)!)).toEqual([{ x: [0, 1], y: [0, 199] }]);
    expect(messages.filter(({ bundle }) => "image/png" in bundle)).toHaveLength(1);
    const sent = messages.length;
    endCell();
    expect(messages).toHaveLength(sent);
  });

  it("goes on below the cell that changes it", () => {
    const live = plt.live();
    live.push({ loss: 3 });
    endCell();
    live.push({ loss: 2 });
    vi.advanceTimersByTime(3000);
    live.push({ loss: 1 });
    endCell();
    const ids = messages.map(({ options }) => options.displayId);
    expect(new Set(ids).size).toBe(2);
    expect(messages.filter(({ options }) => !options.update)).toHaveLength(2);
    expect(linesOf(messages.at(-1)!)).toEqual([{ x: [0, 1, 2], y: [3, 2, 1] }]);
  });

  it("keeps the axes as they were set, and names what nobody has named", () => {
    const live = plt.live({ figsize: [4, 3] });
    live.axes.setYscale("log");
    live.axes.setTitle("training");
    live.push({ loss: np.array([0.5]), accuracy: 0.25 }, 10);
    live.push({ loss: 0.25 }, 20);
    live.show();
    const text = JSON.stringify(messages.at(-1)!.bundle[vegalite]);
    for (const part of ['"log"', "training", '"step"', "loss", "accuracy"]) expect(text).toContain(part);
    expect(linesOf(messages.at(-1)!)).toEqual([
      { x: [10, 20], y: [0.5, 0.25] },
      { x: [10], y: [0.25] },
    ]);
  });

  it("sends coarse data in passing, and fine data at the end", () => {
    const live = plt.live();
    const x = np.linspace(0, 1, 20_000);
    live.update((ax) => ax.plot(x, np.sin(x.mul(1000))));
    live.show();
    const points = messages.map((message) => linesOf(message)[0].x.length);
    expect(points[0]).toBeLessThanOrEqual(2000);
    expect(points[1]).toBeGreaterThan(4000);
    const size = JSON.stringify(messages[0].bundle).length;
    expect(size).toBeLessThan(50_000);
  });

  it("lets pyplot draw on it while it is drawn, and takes no other figure's place", () => {
    const live = plt.live();
    plt.plot([7, 7]);
    const other = plt.gcf();
    live.update(() => plt.plot([1, 2]));
    expect(plt.gcf()).toBe(other);
    expect(linesOf(messages[0])).toEqual([{ x: [0, 1], y: [1, 2] }]);
  });

  it("shows nothing by being the value of a cell, nor on a terminal", () => {
    const live = plt.live();
    expect((live as unknown as Record<symbol, () => unknown>)[displaySymbol]()).toEqual({});
    globals[hostSymbol] = { terminal: true, display: () => void messages.push() };
    live.push({ loss: 1 });
    live.update((ax) => ax.plot([1]));
    live.show();
    expect(messages).toEqual([]);
  });

  it.each([
    [(live: plt.LiveFigure) => live.push({ loss: "high" as never }), "push: expected loss to be a number"],
    [(live: plt.LiveFigure) => live.push(3 as never), "push: expected numbers by name"],
    [(live: plt.LiveFigure) => live.push({ loss: 1 }, "x" as never), "push: expected x to be a number"],
    [(live: plt.LiveFigure) => live.update(3 as never), "update: expected a function that draws, got 3"],
    [() => plt.live({ intervall: 3 } as never), "live: unknown option"],
    [() => plt.live({ interval: -3 }), "live: expected interval"],
  ])("refuses nonsense, and then nothing has changed: %s", (act, message) => {
    const live = plt.live();
    expect(() => act(live)).toThrow(message);
    expect(messages).toEqual([]);
  });
});
