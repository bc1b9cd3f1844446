import { afterEach, expect, test } from "vitest";
import * as plt from "../src/plt";
import { pngOf } from "../src/plt/picture";
import { specOf } from "../src/plt/spec/figure";
import { drawnMarks } from "./scene";

afterEach(() => plt.close("all"));

const misuse: [name: string, run: () => unknown, said: string | RegExp][] = [
  [
    "a property that lines do not have",
    () => plt.setp(plt.plot([1]), { colr: "r" } as never),
    /set: unknown option "colr"; did you mean "color"\?/,
  ],
  ["no properties", () => plt.setp(plt.plot([1]), 3 as never), "set: expected properties by name, got 3"],
  [
    "nothing that is drawn",
    () => plt.setp([3] as never, {} as never),
    "setp: expected what is drawn, or a list of it, got 3",
  ],
  [
    "a value that does not fit",
    () => plt.setp(plt.plot([1]), { lw: -1 }),
    "setLinewidth: expected width to be",
  ],
  [
    "a property that is not told",
    () => plt.getp(plt.plot([1])[0], "clour"),
    /getp: unknown option "clour"; did you/,
  ],
  [
    "axes of another figure",
    () => plt.gcf().delaxes(plt.figure().gca()),
    /delaxes: expected axes of the figure/,
  ],
  [
    "a month too many",
    () => new plt.MonthLocator([13]),
    "MonthLocator: expected bymonth to be a whole number from 1",
  ],
  ["no day of the week", () => new plt.WeekdayLocator("Monday"), "WeekdayLocator: expected byweekday to be"],
  [
    "multiples by another word",
    () => new plt.LogLocator(10, { subs: "some" as never }),
    'expected subs to be "auto"',
  ],
];

test.each(misuse)("%s is refused", (_, run, said) => {
  plt.subplots();
  expect(run).toThrow(said);
});

test("a property that is refused changes nothing", () => {
  const [line] = plt.plot([1, 2]);
  expect(() => line.set({ lw: 5, colr: "r" } as never)).toThrow("colr");
  expect(line.getLinewidth()).toBe(1.5);
});

test("a tick of too many is refused as it is placed", () => {
  plt.plot([new Date("2020-01-01"), new Date("2021-01-01")], [0, 1]);
  plt.gca().xaxis.setMajorLocator(new plt.MinuteLocator());
  expect(() => plt.xticks()).toThrow("MinuteLocator: expected at most 1000 ticks");
});

test("labels of ticks have colours of their own, and can be hidden", async () => {
  plt.plot([0, 1, 2]);
  plt.xticks([0, 1, 2], ["zero", "one", "two"]);
  const [zero, one] = plt.gca().getXticklabels();
  zero.setColor("red");
  one.setVisible(false);
  const { tickLabels } = await drawnMarks(specOf(plt.gcf()));
  expect(tickLabels).toContain("zero");
  expect(tickLabels).not.toContain("one");
  const axis = JSON.stringify(specOf(plt.gcf()));
  expect(axis).toContain('[\\"#ff0000\\",ink,ink][indexof');
});

test("hidden axes draw nothing; where all are hidden, nothing is shown", async () => {
  const [fig, axs] = plt.subplots(1, 2);
  axs[0].plot([1, 2]);
  axs[1].plot([3, 4]);
  axs[1].setVisible(false);
  const { tickLabels } = await drawnMarks(specOf(fig));
  expect(tickLabels).not.toContain("3.0");
  axs[0].setVisible(false);
  expect(Object.keys(fig[Symbol.for("Jupyter.display") as never] as object)).toEqual([]);
});

/** The stretches of a path of horizontal strokes. */
const stretches = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+),0H(-?[\d.]+)/g)].map(([, from, to]) => [Number(from), Number(to)]);

test("the key of a dashed line with a marker has all of its dashes but for what the marker hides", () => {
  const [plain] = plt.plot([1, 2], "--");
  const [marked] = plt.plot([1, 2], "--o", { markerfacecolor: "w" });
  const frame = plt.gca().frame();
  const [whole, cut] = [plain, marked].map((line) => stretches(line.key(frame, 14).path));
  const hidden = (6 * frame.pt) / 2 + (1.5 * frame.pt) / 2;
  const left = whole.flatMap(([from, to]) =>
    [
      [from, Math.min(to, -hidden)],
      [Math.max(from, hidden), to],
    ].filter(([a, b]) => b > a),
  );
  expect(cut.flat()).toHaveLength(left.flat().length);
  cut.flat().forEach((end, k) => expect(end).toBeCloseTo(left.flat()[k], 1));
});

test("images and meshes with an opacity are in the picture of a figure", () => {
  const picture = (draw: () => unknown) => {
    plt.figure();
    draw();
    return pngOf(specOf(plt.gcf(), { interactive: false }));
  };
  const values = [
    [0, 1],
    [2, 3],
  ];
  const faint = (alpha: number) => [
    picture(() => plt.imshow(values, { alpha })),
    picture(() => plt.pcolormesh(values, { alpha })),
  ];
  const [half, none] = [faint(0.5), faint(0)];
  half.forEach((one, k) => expect(one).not.toBe(none[k]));
});
