// Widgets in JupyterLab: each is moved by mouse and by keyboard, and the kernel says what it has heard.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const esm = `export default {
  render({ model, el }) {
    const button = document.createElement("button");
    const text = () => (button.textContent = "count " + model.get("count") + ", data " + new Float32Array(model.get("data").buffer.slice(0))[0]);
    button.addEventListener("click", () => {
      model.set("count", model.get("count") + 1);
      model.save_changes();
      model.send({ ping: model.get("count") }, undefined, [new Uint8Array([1, 2, 3]).buffer]);
    });
    model.on("change:count", text);
    model.on("msg:custom", (content, buffers) => (button.title = content.pong + " " + buffers[0].byteLength));
    text();
    el.append(button);
  },
};`;

/** How a widget is made, and what is done to it, one after the other; each is to change what the kernel has heard. */
const letters = `{ options: ["a", "b", "c"] }`;
const slide = ["drag", "ArrowRight"];
const widgets = {
  IntSlider: ["{ value: 3 }", slide],
  FloatSlider: ["{ max: 1, step: 0.01 }", slide],
  FloatLogSlider: ["{ value: 0.1, min: -5, max: 0 }", slide],
  IntRangeSlider: ["{ value: [2, 80] }", slide],
  FloatRangeSlider: ["{ value: [0.2, 0.8], max: 1 }", slide],
  SelectionSlider: [`{ options: [..."abcdefghij"] }`, slide],
  SelectionRangeSlider: [`{ options: [..."abcdefghij"] }`, ["ArrowRight"]],
  Checkbox: ["{}", ["click:input", "key:input Space"]],
  ToggleButton: ["{}", ["click:self", "key:self Enter"]],
  IntText: ["{}", ["fill:input 42"]],
  BoundedIntText: ["{}", ["fill:input 420"]],
  FloatText: ["{}", ["fill:input 1.5"]],
  BoundedFloatText: ["{}", ["fill:input 2.5"]],
  Text: ["{}", ["fill:input hello"]],
  Password: ["{}", ["fill:input secret"]],
  Textarea: ["{}", ["fill:textarea lines"]],
  Combobox: [`{ options: ["adam", "sgd"] }`, ["fill:input adam"]],
  Dropdown: [letters, ["choose:select b", "key:select End"]],
  Select: [letters, ["choose:select c", "key:select Home"]],
  SelectMultiple: [letters, ["choose:select b"]],
  RadioButtons: [letters, ["click:label:nth-of-type(2) input", "key:label:nth-of-type(3) input Space"]],
  ToggleButtons: [letters, ["click:button:nth-of-type(2)", "key:button:nth-of-type(3) Enter"]],
  TagsInput: ["{}", ["tag:dog"]],
  ColorsInput: ["{}", ["tag:red"]],
  IntsInput: ["{}", ["tag:7"]],
  FloatsInput: ["{}", ["tag:1.5"]],
  ColorPicker: ["{}", ["fill:input[type=text] #123456"]],
  DatePicker: ["{}", ["fill:input 2024-02-29"]],
  TimePicker: ["{}", ["fill:input 12:34"]],
  DatetimePicker: ["{}", ["fill:input 2024-02-29T12:30"]],
  NaiveDatetimePicker: ["{}", ["fill:input 2024-02-29T12:30"]],
  Play: ["{ interval: 50, max: 3 }", ["click:button"]],
  FileUpload: ["{}", ["upload"]],
  Tab: ["[widgets.Label(), widgets.Label()]", ["click:.lm-TabBar-tab:nth-of-type(2)"]],
  Accordion: ["[widgets.Label(), widgets.Label()]", ["click:.jupyter-widget-Collapse-header >> nth=1"]],
};
const made = Object.entries(widgets).map(([name, [state]]) => `["${name}", widgets.${name}(${state})]`);
const sources = [
  `import { widgets } from "tslinen";
import { comms } from "@tslinen/kernel";
const heard: Record<string, unknown> = {};`,
  `const all: [string, any][] = [${made.join(",\n")}];
for (const [name, widget] of all) {
  widget.addClass("w-" + name);
  if ("description" in widget) widget.description = name;
  const hear = () => { heard[name] = widget.get("description" in widget ? "value" : "selectedIndex"); };
  widget.observe(hear, "description" in widget ? "value" : "selectedIndex");
}
all[all.length - 4][1].observe(() => { heard.Play = all[all.length - 4][1].value; }, "value");
const button = widgets.Button({ description: "Go", icon: "play", buttonStyle: "primary" }).addClass("w-Button");
let clicks = 0;
button.onClick(() => { heard.Button = ++clicks; });
widgets.GridBox([...all.map(([, widget]) => widget), button], { layout: { gridTemplateColumns: "1fr 1fr" } })`,
  `const [a, b, c] = ["one", "linked", "linked in the page"].map((description) => widgets.IntSlider({ description }));
a.addClass("w-a"); b.addClass("w-b"); c.addClass("w-c");
widgets.link([a, "value"], [b, "value"]);
widgets.jslink([a, "value"], [c, "value"]);
c.observe(() => { heard.c = c.value; }, "value");
const area = widgets.Output({ layout: { border: "1px solid gray" } }).addClass("w-area");
b.observe(area.capture(() => console.log("b is", b.value)), "value");
widgets.VBox([a, b, c, area])`,
  `const counter = widgets.AnyWidget({ _esm: ${JSON.stringify(esm)}, _css: "button { color: teal; }", count: 3, data: new Float32Array([1.5]) });
counter.addClass("w-counter");
counter.observe(() => { heard.count = counter.count; }, "count");
counter.onMessage((content, buffers) => {
  heard.ping = [content.ping, [...buffers[0]]]; 
  counter.send({ pong: content.ping * 10 }, [new Uint8Array(4)]);
});
counter`,
];
let lab;
let page;

const at = (name) => page.locator(`.w-${name}`);

const heard = () => lab.inKernel("heard");

let known = {};

/** Does something, and waits until the kernel has heard something else of a widget. */
async function changes(name, action) {
  const before = JSON.stringify(known[name]);
  await action();
  const end = Date.now() + 20_000;
  while (JSON.stringify((known = await heard())[name]) === before) {
    assert.ok(Date.now() < end, `${name}: still ${before}`);
  }
}

/** A part of a widget, or the widget itself. */
const within = (widget, selector) => (selector === "self" ? widget : widget.locator(selector).first());

const gestures = {
  async drag(widget) {
    const handle = widget.locator(".noUi-handle").first();
    await handle.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await handle.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 3 });
    await page.mouse.up();
  },
  ArrowRight: async (widget) => {
    await widget.locator(".noUi-handle").last().focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  },
  click: (widget, selector) => within(widget, selector).click(),
  async key(widget, argument) {
    const [, selector, key] = /^(.*) (\S+)$/.exec(argument);
    await within(widget, selector).focus();
    await page.keyboard.press(key);
  },
  async fill(widget, argument) {
    const [, selector, text] = /^(\S+) (.*)$/.exec(argument);
    await widget.locator(selector).first().fill(text);
    await page.keyboard.press("Tab");
  },
  async choose(widget, argument) {
    const [selector, label] = argument.split(" ");
    await widget.locator(selector).selectOption({ label });
  },
  async tag(widget, text) {
    await widget.locator("input").last().click();
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  },
  async upload(widget) {
    const path = join(await mkdtemp(join(tmpdir(), "upload-")), "a.csv");
    await writeFile(path, "1,2\n");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), widget.click()]);
    await chooser.setFiles(path);
  },
};

before(async () => {
  lab = await Lab.withCells("widgets", sources, { viewport: { width: 1280, height: 1000 } });
  page = lab.page;
  await lab.runAll();
  await at("Button").waitFor();
});
after(() => lab?.stop());

test("every widget is moved by mouse and keyboard, and the kernel hears of it", async () => {
  for (const [name, [, actions]] of Object.entries(widgets)) {
    for (const action of actions) {
      const [, gesture, argument] = /^(\w+):?(.*)$/.exec(action);
      await changes(name, () => gestures[gesture](at(name), argument));
    }
  }
  await changes("Button", () => at("Button").click());
  await changes("Button", () => page.keyboard.press("Enter"));
  const all = await heard();
  assert.equal(all.BoundedIntText, 100, "beyond the limit");
  assert.equal(all.DatePicker, "2024-02-29T00:00:00.000Z");
  assert.equal(all.TimePicker, "12:34:00");
  assert.equal(all.NaiveDatetimePicker, "2024-02-29T12:30:00.000Z");
  assert.equal(all.FileUpload[0].name, "a.csv");
  assert.deepEqual([all.Tab, all.Accordion], [1, 1]);
  assert.equal(await at("BoundedIntText").locator("input").inputValue(), "100");
  await lab.picture("widgets");
});

test("links go by the kernel and by the page, and outputs of a callback appear in their area", async () => {
  await changes("c", async () => {
    await at("a").locator(".noUi-handle").focus();
    await page.keyboard.press("ArrowRight");
  });
  for (const name of ["b", "c"]) assert.equal(await at(name).locator(".widget-readout").innerText(), "1");
  await at("area").getByText("b is 1").waitFor({ timeout: 5000 });
});

test("a widget with code of its own exchanges its state and messages with the kernel", async () => {
  const button = at("counter").locator("button");
  await button.waitFor();
  assert.equal(await button.innerText(), "count 3, data 1.5");
  await changes("ping", () => button.click());
  const { count, ping } = await heard();
  assert.deepEqual([count, ping], [4, [4, [1, 2, 3]]]);
  await page.waitForFunction(() => document.querySelector(".w-counter button").title === "40 4");
  assert.equal(await button.innerText(), "count 4, data 1.5");
});

test("the notebook keeps the widgets, and after a reload the page has them as they are", async () => {
  const { IntText } = await heard();
  await lab.command("@jupyter-widgets/jupyterlab-manager:saveWidgetState");
  await lab.command("docmanager:save");
  const { metadata } = await lab.saved("widgets.ipynb");
  const kept = Object.values(metadata.widgets["application/vnd.jupyter.widget-state+json"].state);
  assert.equal(kept.find(({ model_name: name }) => name === "IntTextModel").state.value, IntText);
  await lab.page.reload();
  await lab.page.waitForFunction(() => window.jupyterapp);
  await lab.page.evaluate(() => window.jupyterapp.restored);
  await lab.open("widgets.ipynb");
  await at("IntText").waitFor();
  assert.equal(await at("IntText").locator("input").inputValue(), String(IntText));
  await changes("IntText", () => gestures.fill(at("IntText"), "input 43"));
});

test("looks well, light and dark", async () => {
  await at("Button").scrollIntoViewIfNeeded();
  await lab.pictures("widgets");
  assert.deepEqual(lab.errors, []);
});
