// What newcomers bring from ipywidgets' documentation, cell by cell, and what is to be seen of it.
import { codeCell } from "./notebook.mjs";

/** What cells share. */
const head = `import { interact, interactive, interactManual, np, plt, progress, widgets } from "tslinen";
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));`;

const esm = `function render({ model, el }) {
  const button = document.createElement("button");
  const show = () => { button.textContent = "count is " + model.get("count"); };
  button.addEventListener("click", () => { model.set("count", model.get("count") + 1); model.save_changes(); });
  model.on("change:count", show);
  show();
  el.append(button);
}
export default { render };`;

/** Cells by what they show, each with a text that is to be seen below it, or a selector. */
const idioms = {
  "a slider for a number": [`interact(({ x }) => x, { x: 10 });`, { text: "10" }],
  "a checkbox": [`interact(({ x }) => x, { x: true });`, { css: "input[type=checkbox]" }],
  "a line of text": [`interact(({ x }) => x, { x: "Hi there!" });`, { text: "Hi there!" }],
  "several arguments, one fixed": [
    `interact(({ p, q, r, kind }) => [p, q, r, kind].join(" / "), { p: [-10, 30, 1], q: widgets.fixed(20), r: [0, 1], kind: ["apples", "oranges"] });`,
    { text: "10 / 20 / 0.5 / apples" },
  ],
  "values by labels, and pairs": [
    `interact(({ x, y }) => x + y, { x: { one: 10, two: 20 }, y: [["three", 3], ["four", 4]] });`,
    { text: "13" },
  ],
  "a slider of one's own, that waits": [
    `interact(({ i }) => 2 * i, { i: widgets.IntSlider({ value: 10, min: -10, max: 30, step: 1, continuousUpdate: false }) });`,
    { text: "20" },
  ],
  "interactive, with what it returned": [
    `const sum = interactive(({ a, b }) => a + b, { a: 10, b: 20 });
console.log(sum.children.length, JSON.stringify(sum.values), sum.result);
sum`,
    { text: '3 {"a":10,"b":20} 30' },
  ],
  "a figure of an interactive function, of steady height": [
    `const wave = interactive(({ m, b }) => {
  plt.figure({ figsize: [4, 2] });
  const x = np.linspace(-10, 10, 1000);
  plt.plot(x, np.add(np.multiply(m, x), b));
  plt.ylim(-5, 5);
}, { m: [-2, 2], b: [-3, 3, 0.5] });
wave.children.at(-1)!.layout.height = "220px";
wave`,
    { css: ".tsl-Figure svg .mark-line path" },
  ],
  "a slow function with a button": [
    `interactManual(async ({ i }) => { await pause(5); return \`slow \${i}\`; }, { i: widgets.FloatSlider({ min: 1e5, max: 1e7, step: 1e5 }) });`,
    { text: "Run Interact" },
  ],
  "interactive_output in a layout of one's own": [
    `const [a, b, c] = [1, 2, 3].map((value) => widgets.IntSlider({ value }));
const out = widgets.interactiveOutput(({ a, b, c }) => console.log(\`\${a}*\${b}*\${c}=\${a * b * c}\`), { a, b, c });
widgets.HBox([widgets.VBox([a, b, c]), out])`,
    { text: "1*2*3=6" },
  ],
  "arguments that depend on each other": [
    `const x = widgets.FloatSlider({ min: 0, max: 10, value: 2 });
const y = widgets.FloatSlider({ min: 0, max: 10, value: 5 });
x.observe(() => { y.max = 2 * x.value; }, "value");
interact(({ x, y }) => \`x=\${x} y=\${y}\`, { x, y });
x.value = 1;`,
    { text: "x=1 y=2" },
  ],
  "the same widget twice, and closed": [
    `const one = widgets.IntSlider({ description: "shown twice" });
display(one); display(one);
one.value = 42;
const gone = widgets.Text({ value: "gone", disabled: true });
gone.close();
console.log(gone.closed, one.get("readout_format"));`,
    { text: "true d" },
  ],
  "link, dlink with a function, jslink": [
    `const [u, v, w] = [widgets.FloatText({ value: 4 }), widgets.FloatSlider(), widgets.FloatProgress({ max: 100 })];
const linked = widgets.link([u, "value"], [v, "value"]);
const caption = widgets.Label();
widgets.dlink([v, "value"], [caption, "value"], (n: number) => \`squared: \${n * n}\`);
widgets.jslink([v, "value"], [w, "value"]);
linked.unlink();
u.value = 5;
widgets.VBox([u, v, w, caption])`,
    { text: "squared: 16" },
  ],
  "a button's clicks in an output": [
    `const button = widgets.Button({ description: "Click me!", tooltip: "Click me", icon: "check", buttonStyle: "success" });
const said = widgets.Output({ layout: { border: "1px solid black" } });
button.onClick(said.capture(() => console.log("Button clicked.")));
button.click();
widgets.VBox([button, said])`,
    { text: "Button clicked." },
  ],
  "outputs appended, cleared and shown": [
    `const area = widgets.Output();
area.appendStdout("to be cleared");
area.clearOutput();
area.appendStdout("This is appended with append_stdout\\n");
area.capture(() => { for (let i = 0; i < 3; i++) console.log(i, "Hello world!"); })();
area.capture(() => { throw new Error("shown in its area"); })();
area`,
    { text: "shown in its area" },
  ],
  "observe and unobserve": [
    `const field = widgets.IntText({ value: 1 });
const changes: string[] = [];
const handler = ({ old, new: now }: { old: number; new: number }) => void changes.push(\`\${old}>\${now}\`);
field.observe(handler, "value");
field.value = 2;
field.unobserve(handler, "value");
field.value = 3;
changes.join()`,
    { text: "1>2" },
  ],
  "layout: boxes, grids and styles": [
    `const words = ["correct", "horse", "battery", "staple"];
const item = { description: "wide description", layout: { width: "auto" }, style: { descriptionWidth: "initial" } };
widgets.VBox([
  widgets.Box(words.map((description) => widgets.Button({ description, layout: { flex: "1 1 0%", width: "auto" } })), { layout: { display: "flex", flexFlow: "row", alignItems: "stretch", width: "70%" } }),
  widgets.GridBox(words.map((word) => widgets.Label(word)), { layout: { gridTemplateColumns: "repeat(2, 120px)", border: "2px solid" } }),
  widgets.IntSlider(item),
  widgets.Button({ description: "orange", style: { buttonColor: "lightgreen", fontWeight: "bold" } }),
])`,
    { text: "battery" },
  ],
  "tabs, an accordion and a stack": [
    `const pages = ["P0", "P1", "P2"].map((value) => widgets.Text({ value }));
const tab = widgets.Tab(pages, { titles: ["first", "second", "third"] });
tab.selectedIndex = 1;
const accordion = widgets.Accordion([widgets.IntSlider(), widgets.Text()], { titles: ["Slider", "Text"], selectedIndex: 0 });
const stack = widgets.Stack([widgets.Button({ description: "on the stack" }), widgets.IntSlider()], { selectedIndex: 0 });
widgets.VBox([tab, accordion, stack])`,
    { text: "on the stack" },
  ],
  "play and a slider, linked in the page": [
    `const play = widgets.Play({ value: 50, min: 0, max: 100, step: 1, interval: 500, description: "Press play" });
const slider = widgets.IntSlider();
widgets.jslink([play, "value"], [slider, "value"]);
widgets.HBox([play, slider])`,
    { text: "50" },
  ],
  "pickers, uploads and tags": [
    `widgets.VBox([
  widgets.FileUpload({ accept: ".csv", multiple: false }),
  widgets.DatePicker({ description: "Pick a Date", value: new Date("2024-02-29") }),
  widgets.TimePicker({ description: "Pick a Time" }),
  widgets.ColorPicker({ value: "blue", description: "Pick a color", concise: false }),
  widgets.TagsInput({ value: ["pizza", "fries"], allowedTags: ["pizza", "fries", "tomatoes"], allowDuplicates: false }),
])`,
    { text: "pizza" },
  ],
  "texts, formulas and pictures": [
    `widgets.VBox([
  widgets.HTML({ value: "Hello <b>World</b>", placeholder: "Some HTML", description: "Some HTML" }),
  widgets.HTMLMath({ value: "Some math: $x^2$", description: "Some HTML" }),
  widgets.HBox([widgets.Label("The $m$ in $E=mc^2$:"), widgets.FloatSlider()]),
  widgets.Valid({ value: false, description: "Valid!" }),
  widgets.Image({ value: new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><circle r='9' cx='10' cy='10'/></svg>"), format: "svg+xml", width: "20" }),
])`,
    { css: ".widget-html b" },
  ],
  "waiting for a change": [
    `const waited = widgets.IntSlider();
const next = new Promise<number>((done) => waited.observe(({ new: now }) => done(now), "value"));
setTimeout(() => { waited.value = 7; }, 20);
\`came: \${await next}\``,
    { text: "came: 7" },
  ],
  "a bar of progress": [
    `const steps = progress(20, { desc: "training" });
for (const step of steps) { await pause(20); steps.setPostfix({ loss: 1 / (step + 1) }); }`,
    { css: ".widget-hprogress .progress-bar-success" },
  ],
  "a widget of one's own": [
    `const counter = widgets.AnyWidget({ _esm: ${JSON.stringify(esm)}, count: 3 });
counter.count += 1;
counter`,
    { text: "count is 4" },
  ],
};

/** The notebook's cells, which have not run. */
export const idiomCells = () =>
  [head, ...Object.values(idioms).map(([source]) => source)].map((source) => ({
    ...codeCell(source),
    execution_count: null,
  }));

/** What has gone wrong in the current notebook once it has run, by idiom. */
export async function problemsOf(lab) {
  const problems = [];
  for (const [i, name] of Object.keys(idioms).entries()) {
    const problem = await problemOf(lab.page, i + 1, idioms[name][1]);
    if (problem) problems.push(`${name}: ${problem}`);
  }
  return problems;
}

async function problemOf(page, cell, { text, css }) {
  const outputs = await page.evaluate((at) => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    notebook.scrollToItem(at);
    const { outputs, execution_count: count } = notebook.widgets[at].model.sharedModel.toJSON();
    if (count === null) return ["it did not run"];
    return outputs.filter(({ output_type: type }) => type === "error").map(({ evalue }) => evalue);
  }, cell);
  if (outputs.length > 0) return outputs.join("; ");
  const area = page.locator(".jp-Notebook-cell").nth(cell).locator(".jp-Cell-outputWrapper");
  const sought = text === undefined ? area.locator(css) : area.getByText(text);
  try {
    await sought.first().waitFor({ state: "attached", timeout: 15_000 });
  } catch {
    return `not to be seen; ${(await area.innerText()).slice(0, 200)}`;
  }
  const broken = await area.getByText(/Error displaying widget|Failed to load model|Loading widget/).count();
  return broken > 0 ? "a widget could not be shown" : undefined;
}
