import { afterEach, beforeEach, expect, test } from "vitest";
import * as widgets from "../src/widgets";
import { withFrontEnd, withoutFrontEnd } from "./widgetHost";

beforeEach(() => void withFrontEnd());
afterEach(withoutFrontEnd);

test("a grid says what it expected, and stays as it was", () => {
  const app = widgets.AppLayout({ center: widgets.Label("x") });
  const refused: [() => unknown, string][] = [
    [() => (app.header = "title" as never), "AppLayout: expected header to be a widget or null"],
    [
      () => (app.paneWidths = [1, 2] as never),
      'AppLayout: expected paneWidths to be three sizes such as 1, "2fr"',
    ],
    [() => (app.paneHeights = [1, "2em", 1]), "AppLayout: expected paneHeights to be three sizes"],
    [() => (app.merge = 1 as never), "AppLayout: expected merge to be true or false, got 1"],
    [() => (app.alignItems = "middle" as never), "alignItems"],
    [() => widgets.TwoByTwoLayout({ topleft: null } as never), "topLeft"],
    [
      () => widgets.GridspecLayout({ nRows: 0, nColumns: 1 }),
      "GridspecLayout: expected nRows to be 1 or more, got 0",
    ],
    [() => widgets.GridspecLayout({ nRows: 1 }), "GridspecLayout: expected nColumns to be 1 or more"],
  ];
  for (const [act, message] of refused) expect(act).toThrow(message);
  expect(app.layout.gridTemplateAreas).toBe(
    '"center center center"\n"center center center"\n"center center center"',
  );
  expect(app.children).toHaveLength(1);
});

test("cells of a grid are found again, and refused where there are none", () => {
  const grid = widgets.GridspecLayout({ nRows: 2, nColumns: 3 });
  const [wide, small] = [widgets.Label("wide"), widgets.Label("small")];
  grid.place([0, 2], [0, 2], wide);
  grid.place(-1, -1, small);
  expect([grid.at(0, 0), grid.at([0, 2], [0, 2]), grid.at(1, 2), grid.at(0, 2)]).toEqual([
    wide,
    wide,
    small,
    undefined,
  ]);
  expect(() => grid.at(1, [0, 3])).toThrow("at: expected cells of one widget, got those of 2");
  expect(() => grid.place(2, 0, small)).toThrow(
    "place: expected a row from 0 to 1, or [start, stop] of some, got 2",
  );
  expect(() => grid.place(0, [1, 1], small)).toThrow("place: expected a column from 0 to 2");
  expect(() => grid.place(0, 0, 5 as never)).toThrow("place: expected a widget, got 5");
  expect(() => (grid.nRows = 3)).toThrow("GridspecLayout: nRows cannot be changed");
  expect(grid.children).toEqual([wide, small]);
});

test("nothing observes any longer once all have been told to stop", () => {
  const slider = widgets.IntSlider({ max: 10 });
  const heard: string[] = [];
  slider.observe(() => heard.push("value"), "value");
  slider.observe(() => heard.push("both"), { names: ["value", "max"] });
  slider.observe(() => heard.push("all"));
  slider.unobserveAll("value");
  slider.value = 1;
  slider.max = 20;
  expect(heard).toEqual(["all", "both", "all"]);
  slider.unobserveAll();
  slider.value = 2;
  expect(heard).toHaveLength(3);
  expect(() => slider.unobserveAll("valu")).toThrow("valu");
  expect(() => slider.observe(() => 1, { name: "value" } as never)).toThrow('observe: unknown option "name"');
  expect(() => slider.observe(() => 1, [1] as never)).toThrow("observe: expected names to be strings, got 1");
});
