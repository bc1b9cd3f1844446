import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as widgets from "../src/widgets";
import type { Anything } from "../src/array/anything";
import { withFrontEnd, withoutFrontEnd, type FrontEnd } from "./widgetHost";

const view = "application/vnd.jupyter.widget-view+json";
const display = Symbol.for("Jupyter.display");
const bundleOf = (value: unknown): Record<string, unknown> => (value as Anything)[display]();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

let page: FrontEnd;
beforeEach(() => {
  page = withFrontEnd();
});
afterEach(withoutFrontEnd);

/** What the front end says when a reader changes a widget; gives what it is told on the same line. */
function move(
  widget: widgets.Widget,
  state: Record<string, unknown>,
  paths: unknown[] = [],
  buffers: Uint8Array[] = [],
) {
  page.take();
  page.say(widget.modelId, { method: "update", state, buffer_paths: paths }, buffers);
  return page.take(widget.modelId).map(({ data }) => [data.method, data.state]);
}

describe("a change in the page", () => {
  test("is echoed, heard, and not sent back", () => {
    const slider = widgets.IntSlider({ value: 3, max: 10 });
    const heard: unknown[] = [];
    slider.observe(
      ({ name, old, new: now, owner }) => heard.push([name, old, now, owner === slider]),
      "value",
    );
    expect(move(slider, { value: 7 })).toEqual([["echo_update", { value: 7 }]]);
    expect([slider.value, heard]).toEqual([7, [["value", 3, 7, true]]]);
  });

  test("is corrected where it goes beyond the limits", () => {
    const slider = widgets.IntSlider({ value: 3, max: 10 });
    expect(move(slider, { value: 70 })).toEqual([
      ["echo_update", { value: 70 }],
      ["update", { value: 10 }],
    ]);
  });

  test("is answered by what an observer changes", () => {
    const slider = widgets.IntSlider({ value: 3, max: 10 });
    slider.observe(() => (slider.description = `n = ${slider.value}`), "value");
    expect(move(slider, { value: 4 })).toEqual([
      ["echo_update", { value: 4 }],
      ["update", { description: "n = 4" }],
    ]);
  });

  test("reaches every observer even if one fails", () => {
    const slider = widgets.IntSlider();
    const heard: number[] = [];
    slider.observe(() => {
      throw new Error("first");
    });
    slider.observe(({ new: now }) => heard.push(now as number));
    expect(() => move(slider, { value: 4 })).toThrow("first");
    expect(heard).toEqual([4]);
  });

  test("of a selection gives its value and label", () => {
    const kind = widgets.Dropdown({ options: { one: 1, two: 2 } });
    const heard: unknown[] = [];
    kind.observe(({ new: now }) => heard.push(now), "value");
    move(kind, { index: 1 });
    expect([kind.value, kind.label, heard]).toEqual([2, "two", [2]]);
  });

  test("brings files with their bytes, which are not echoed", () => {
    const upload = widgets.FileUpload();
    const file = { name: "a.csv", type: "text/csv", size: 3, last_modified: 86_400_000 };
    const bytes = new Uint8Array([1, 2, 3]);
    expect(
      move(upload, { value: [{ ...file, content: null }], error: "" }, [["value", 0, "content"]], [bytes]),
    ).toEqual([["echo_update", { error: "" }]]);
    const [{ name, lastModified, content }] = upload.value;
    expect([name, lastModified, content]).toEqual(["a.csv", new Date(86_400_000), bytes]);
  });

  test("of dates and times is read", () => {
    const day = widgets.DatePicker();
    move(day, { value: { year: 2024, month: 1, date: 29 } });
    expect(day.value).toEqual(new Date("2024-02-29"));
    const time = widgets.TimePicker();
    move(time, { value: { hours: 9, minutes: 5, seconds: 30, milliseconds: 0 } });
    expect(time.value).toBe("09:05:30");
    move(time, { value: null });
    expect(time.value).toBe(null);
  });
});

describe("a change here", () => {
  test("is sent once, and not if it is none", () => {
    const slider = widgets.IntSlider({ value: 3 });
    page.take();
    slider.value = 3;
    slider.set({ min: 1, max: 9, value: 5 });
    expect(page.take().map(({ data }) => data)).toEqual([
      { method: "update", state: { min: 1, max: 9, value: 5 }, buffer_paths: [] },
    ]);
  });

  test("of bytes is sent beside the message", () => {
    const picture = widgets.Image({ value: "https://example.org/a.png", format: "url" });
    expect(new TextDecoder().decode(picture.value)).toBe("https://example.org/a.png");
    page.take();
    picture.value = new Uint8Array([7]);
    expect(page.take().map(({ data, buffers }) => [data.state, data.buffer_paths, [...buffers[0]]])).toEqual([
      [{}, [["value"]], [7]],
    ]);
  });

  test.each([
    ["an unknown name", () => widgets.IntSlider({ vlaue: 3 } as Anything), /IntSlider: .*"vlaue".*"value"/],
    ["a fraction", () => widgets.IntSlider({ value: 3.5 }), /IntSlider: .*value.*whole number, got 3\.5/],
    [
      "a wrong type",
      () => (widgets.Checkbox().value = "yes" as Anything),
      /Checkbox: .*true or false, got "yes"/,
    ],
    ["NaN", () => widgets.FloatSlider({ value: NaN }), /FloatSlider: .*a number, got NaN/],
    [
      "limits the wrong way round",
      () => widgets.IntSlider({ min: 5, max: 3 }),
      /IntSlider: .*min 5 and max 3/,
    ],
    ["no choice", () => widgets.Button({ buttonStyle: "big" as Anything }), /Button: .*"primary".*"big"/],
    ["no option", () => widgets.Dropdown({ options: ["a"], value: "b" }), /Dropdown: .*one of "a", got "b"/],
    ["options that are none", () => widgets.Dropdown({ options: 3 as Anything }), /Dropdown: .*options.*3/],
    ["an empty slider", () => widgets.SelectionSlider({ options: [] }), /SelectionSlider: .*at least one/],
    [
      "a place beyond the end",
      () => widgets.Select({ options: ["a"], index: 1 }),
      /Select: .*from 0 to 0, got 1/,
    ],
    ["no widget among children", () => widgets.HBox([3] as Anything), /HBox: .*a list of widgets/],
    ["a page that is not there", () => widgets.Tab([], { selectedIndex: 0 }), /Tab: .*selectedIndex/],
    [
      "the same twice",
      () => widgets.IntSlider({ readoutFormat: "d", readout_format: "d" }),
      /"readoutFormat".*twice/,
    ],
    [
      "a tag that is not allowed",
      () => widgets.TagsInput({ value: ["x"], allowedTags: ["y"] }),
      /TagsInput: .*y, got "x"/,
    ],
    ["no time", () => widgets.TimePicker({ value: "25:00" }), /TimePicker: .*"25:00"/],
    ["no state", () => widgets.Layout(3 as Anything), /Layout: .*object.*3/],
    [
      "no end of a link",
      () => widgets.link([widgets.IntSlider(), "valu"], [widgets.IntText(), "value"]),
      /"valu".*"value"/,
    ],
    ["nothing to observe", () => widgets.IntSlider().observe(() => 1, "velue"), /"velue".*"value"/],
    ["no module", () => widgets.AnyWidget({ count: 1 } as Anything), /AnyWidget: .*_esm/],
    ["no abbreviation", () => widgets.interact(() => 1, { x: null as Anything }), /interact: .*x.*null/],
    [
      "no widget",
      () => widgets.interactiveOutput(() => 1, { x: 3 as Anything }),
      /interactiveOutput: .*x.*3/,
    ],
    ["no widgets", () => widgets.interactiveOutput(() => 1, [] as Anything), /interactiveOutput: .*by name/],
    ["no function", () => widgets.interact(3 as Anything, {}), /interact: .*function.*3/],
    ["a step of nothing", () => widgets.interact(() => 1, { x: [0, 1, 0] }), /interact: .*step of x/],
  ])("is refused: %s", (_, run, message) => {
    expect(run).toThrow(message);
    const made = page.told.filter(
      ({ data }) => data.state?._view_name && data.state._view_name !== "LayoutView",
    );
    expect(
      made
        .map(({ data }) => data.state._view_name)
        .filter((name) => !/IntSlider|IntText|StyleView|Checkbox/.test(name)),
    ).toEqual([]);
  });
});

test("the front end gets all widgets when it asks, and tells by asking that it has them", () => {
  const slider = widgets.IntSlider({ value: 3 });
  const control = page.open("jupyter.widget.control", {}, { version: "1.0.0" });
  page.say(control, { method: "request_states" });
  const [{ data }] = page.take(control);
  expect(data.method).toBe("update_states");
  expect(data.states[slider.modelId]).toMatchObject({ model_name: "IntSliderModel", state: { value: 3 } });
  expect(() => page.open("jupyter.widget.control", {}, { version: "2.0.0" })).toThrow(/version 2/);
});

test("a widget that the front end opens has its class", () => {
  const pad = widgets.Controller();
  const id = page.open("jupyter.widget", { state: { _model_name: "ControllerButtonModel", value: 0.5 } }, {});
  move(pad, { buttons: [`IPY_MODEL_${id}`] });
  expect(pad.buttons[0].value).toBe(0.5);
});

test("shows itself, and text for those who see no widgets", () => {
  const slider = widgets.IntSlider({ value: 3, description: "n" });
  const bundle = bundleOf(slider);
  expect(bundle[view]).toEqual({ version_major: 2, version_minor: 0, model_id: slider.modelId });
  expect(bundle["text/plain"]).toMatch(
    /^IntSlider\(\{ description: "n", value: 3 \}\)\n.*pip install jupyterlab_widgets/,
  );
  expect(String(widgets.Password({ value: "secret" }))).toBe("Password()");
  expect(Object.keys(bundleOf(widgets.Layout()))).toEqual([view, "text/plain"]);
  expect(Object.keys(bundleOf(slider.layout))).toEqual([view, "text/plain"]);
});

test("a kernel without lines to the front end is told of, and in a terminal widgets are plain objects", () => {
  (page.host as Anything).comms = undefined;
  expect(() => widgets.IntSlider()).toThrow(/^widgets\.IntSlider: this kernel/);
  withoutFrontEnd();
  const slider = widgets.IntSlider({ value: 3 });
  slider.value += 1;
  expect([slider.value, Object.keys(bundleOf(slider))]).toEqual([4, ["text/plain"]]);
});

test("a button calls what listens to it", () => {
  const button = widgets.Button({ description: "Go" });
  let clicks = 0;
  const listener = () => clicks++;
  button.onClick(listener);
  page.say(button.modelId, { method: "custom", content: { event: "click" } });
  button.click();
  button.onClick(listener, { remove: true });
  button.click();
  expect(clicks).toBe(2);
});

test("links go both ways, one way, and end", () => {
  const [a, b, c] = [widgets.IntSlider({ value: 3 }), widgets.IntText(), widgets.IntText()];
  const both = widgets.link([a, "value"], [b, "value"]);
  widgets.dlink([a, "value"], [c, "value"], (x: number) => 2 * x);
  b.value = 9;
  expect([a.value, b.value, c.value]).toEqual([9, 9, 18]);
  c.value = 1;
  both.unlink();
  b.value = 4;
  expect([a.value, c.value]).toEqual([9, 1]);
});

test("a closed widget says nothing more", () => {
  const slider = widgets.IntSlider();
  page.take();
  slider.close();
  slider.value = 5;
  expect(page.take().map(({ type }) => type)).toEqual(["comm_close"]);
});

test("anywidget has a state and messages of its own, with bytes", () => {
  const counter = widgets.AnyWidget({
    _esm: "export default {}",
    _css: ".a {}",
    count: 3,
    data: new Float32Array([1.5]),
  });
  const open = page.take().find(({ data }) => data.state._model_module === "anywidget");
  expect(open?.data).toMatchObject({
    buffer_paths: [["data"]],
    state: { count: 3, _css: ".a {}", _model_module_version: "*" },
  });
  expect(new Float32Array(open?.buffers[0].slice().buffer as ArrayBuffer)[0]).toBe(1.5);
  counter.count += 1;
  counter.send({ hello: 1 }, [new Uint8Array([9])]);
  expect(
    page
      .take(counter.modelId)
      .map(({ data, buffers }) => [data.method, data.state ?? data.content, buffers.length]),
  ).toEqual([
    ["update", { count: 4 }, 0],
    ["custom", { hello: 1 }, 1],
  ]);
  const heard: unknown[] = [];
  counter.onMessage((content, buffers) => heard.push([content, [...buffers[0]]]));
  page.say(counter.modelId, { method: "custom", content: "ping" }, [new Uint8Array([5])]);
  expect(heard).toEqual([["ping", [5]]]);
  expect(widgets.AnyWidget({ _esm: "a" }).get("_anywidget_id")).not.toBe(counter.get("_anywidget_id"));
});

describe("Output", () => {
  test("collects what captured code puts out, clears it, and replaces what has an identity", async () => {
    const out = widgets.Output();
    const run = out.capture((text: string) => page.write("stream", { name: "stdout", text }));
    run("one ");
    run("two");
    await pause(60);
    expect(out.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "one two" }]);
    out.clearOutput({ wait: true });
    await out.run(() => {
      const content = (text: string) => ({
        data: { "text/plain": text },
        metadata: {},
        transient: { display_id: "a" },
      });
      page.write("display_data", content("first"));
      page.write("update_display_data", content("second"));
    });
    await pause(60);
    expect(out.outputs).toEqual([
      { output_type: "display_data", data: { "text/plain": "second" }, metadata: {} },
    ]);
  });

  test("shows the error of captured code", async () => {
    const out = widgets.Output();
    const fail = out.capture(() => {
      throw new Error("no");
    });
    expect(fail()).toBe(undefined);
    await pause(40);
    expect(out.outputs).toMatchObject([{ output_type: "error", evalue: "no" }]);
  });
});

describe("interact", () => {
  const kinds: [unknown, string, Record<string, unknown>][] = [
    [[0, 10], "IntSlider", { value: 5, min: 0, max: 10, step: 1 }],
    [[0, 1], "FloatSlider", { value: 0.5, min: 0, max: 1, step: 0.01, readoutFormat: ".2f" }],
    [[0, 10, 0.5], "FloatSlider", { value: 5, min: 0, max: 10, step: 0.5 }],
    [[0, 1, 1], "IntSlider", { value: 0, min: 0, max: 1, step: 1 }],
    [[1, 100, 10], "IntSlider", { value: 41, step: 10 }],
    [5, "IntSlider", { value: 5, min: -5, max: 15 }],
    [-2, "IntSlider", { value: -2, min: -6, max: 2 }],
    [0.5, "FloatSlider", { value: 0.5, min: -0.5, max: 1.5, step: 0.02 }],
    [0, "FloatSlider", { value: 0, min: 0, max: 1 }],
    [true, "Checkbox", { value: true }],
    ["hello", "Text", { value: "hello" }],
    [["a", "b"], "Dropdown", { value: "a" }],
    [[1, 2, 3, 4], "Dropdown", { value: 1 }],
    [{ one: 1, two: 2 }, "Dropdown", { value: 1, label: "one" }],
    [new Date("2024-02-29"), "DatePicker", { value: new Date("2024-02-29") }],
  ];
  test.each(kinds)("%j stands for %s", (abbreviation, name, state) => {
    const { children } = widgets.interactive(() => 1, { x: abbreviation as number });
    expect(children[0].constructor.name).toBe(name);
    for (const [key, value] of Object.entries(state)) expect(children[0].get(key), key).toEqual(value);
    expect(children[0].get("description")).toBe("x");
  });

  test("calls the function with values, and of many changes only for the last", async () => {
    const calls: unknown[] = [];
    const box = widgets.interact(({ n, kind }) => void calls.push([n, kind.toUpperCase()]), {
      n: [0, 10],
      kind: ["a", "b"],
    });
    expect(page.shown).toHaveLength(1);
    expect(bundleOf(box)).toEqual({});
    for (let i = 1; i <= 5; i++) move(box.children[0], { value: i });
    await pause(80);
    expect(calls).toEqual([
      [5, "A"],
      [5, "A"],
    ]);
  });

  test("never runs a slow function twice at once, and ends with the last values", async () => {
    let running = 0;
    let most = 0;
    const seen: number[] = [];
    const box = widgets.interactive(
      async ({ n }) => {
        most = Math.max(most, ++running);
        await pause(30);
        running -= 1;
        seen.push(n);
      },
      { n: [0, 100] },
    );
    for (let i = 1; i <= 20; i++) {
      move(box.children[0], { value: i });
      await pause(5);
    }
    await pause(150);
    expect([most, seen.at(-1)]).toEqual([1, 20]);
    expect(seen.length).toBeLessThan(10);
  });

  test("interactiveOutput shows what is put out for widgets that stand anywhere", async () => {
    const [a, b] = [widgets.IntSlider({ value: 1 }), widgets.Checkbox({ value: true })];
    const out = widgets.interactiveOutput(
      ({ a, b }) => page.write("stream", { name: "stdout", text: `${a} ${b}` }),
      {
        a,
        b,
      },
    );
    await pause(40);
    expect(out.outputs).toMatchObject([{ text: "1 true" }]);
    move(a, { value: 7 });
    move(b, { value: false });
    await pause(80);
    expect(out.outputs).toMatchObject([{ text: "7 false" }]);
  });

  test("waits for its button where it is to", async () => {
    const calls: number[] = [];
    const box = widgets.interactManual(({ n }) => void calls.push(n), { n: [0, 10] });
    move(box.children[0], { value: 7 });
    await pause(30);
    expect(calls).toEqual([]);
    page.say(box.children[1].modelId, { method: "custom", content: { event: "click" } });
    await pause(60);
    expect([calls, box.values]).toEqual([[7], { n: 7 }]);
  });
});
