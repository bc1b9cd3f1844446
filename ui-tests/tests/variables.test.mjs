// The panel of a kernel's variables: kept fresh after each cell, opened as trees, tables and texts, and never in the way.
import assert from "node:assert/strict";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, typescript, writeNotebook } from "../harness/notebook.mjs";

const results = new URL("../results/", import.meta.url).pathname;
const sources = [
  `import { jax, nn, np } from "tslinen";
const model = new nn.Sequential([new nn.Dense(128), nn.relu, new nn.Dense(10)]);
const params = model.init(jax.random.PRNGKey(0), np.zeros([1, 784])).params;
const weights = jax.random.normal(jax.random.PRNGKey(1), [60, 40]);
let step = 1;
const records = Array.from({ length: 500 }, (_, i) => ({ epoch: i, loss: 1 / (i + 1), kind: i % 2 ? "train" : "test" }));
const broken = np.array([NaN, 1, 2]);
const note = "a text that is quite long, longer than a side bar is wide, so that it has to be cut somewhere";
function loss(weights: unknown, x: number) { return x; }`,
  `step = 2;
const late = new Map([["a", 1]]);`,
  `await new Promise((done) => setTimeout(done, 1500));
step = 3;`,
];
let lab;
let page;
let panel;
const item = (name) =>
  panel.locator(".tsl-Variables-item", {
    has: page.locator(".tsl-Variables-name", { hasText: new RegExp(`^${name}$`) }),
  });
const says = async (name, ...parts) => {
  const text = await item(name).locator("summary").innerText();
  for (const part of parts) assert.ok(text.includes(part), `${part} in ${text}`);
};
const run = async (index) => {
  await page.evaluate((at) => {
    window.jupyterapp.shell.currentWidget.content.activeCellIndex = at;
    void window.jupyterapp.commands.execute("notebook:run-cell");
  }, index);
};

before(async () => {
  await mkdir(results, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), "variables-"));
  const notebooks = ["variables.ipynb", "python.ipynb"].map((name) => join(folder, name));
  await writeNotebook(
    notebooks[0],
    sources.map((source) => codeCell(source)),
    typescript,
  );
  await writeNotebook(notebooks[1], [codeCell("x = 1")]);
  lab = await Lab.start({ notebooks, viewport: { width: 1280, height: 900 } });
  page = lab.page;
  page.setDefaultTimeout(15_000);
  panel = page.locator("#tslinen-variables .tsl-Variables");
});
after(() => lab?.stop());

test("says why there is nothing to list", async () => {
  await lab.command("tslinen:show-variables");
  await panel.getByText("Open a notebook to see its variables.").waitFor();
  await lab.open("python.ipynb");
  await panel.getByText("This one is run by a kernel for Python.").waitFor();
  await page.screenshot({ path: join(results, "variables-python.png") });
  await lab.open("variables.ipynb");
  await panel.getByText("No variables yet").waitFor();
});

test("lists what a cell has declared, imports aside, with shapes and measures", async () => {
  await run(0);
  await item("loss").waitFor();
  const names = await panel.locator(".tsl-Variables-name").allInnerTexts();
  assert.deepEqual(names, ["broken", "model", "note", "params", "records", "step", "weights", "loss"]);
  await says("params", "4 arrays, 101,770 numbers");
  await says("weights", "float32[60, 40]", "±");
  await says("records", "500 rows × 3 columns");
  await says("broken", "1 not finite");
  await says("loss", "(weights, x)");
  assert.equal(await item("weights").locator(".tsl-Tree-sparkline").count(), 1);
  await page.screenshot({ path: join(results, "variables-list.png") });
});

test("opens a tree, an array, a table and a text", async () => {
  for (const name of ["params", "weights", "records", "note"])
    await item(name).locator("summary").first().click();
  await item("params").locator(".tsl-Tree-name", { hasText: "layers_2" }).waitFor();
  await item("records").locator(".tsl-Table-grid").waitFor();
  await item("note").locator("pre", { hasText: "so that it has to be cut somewhere" }).waitFor();
  await lab.figuresSettled(2);
  assert.equal(await item("weights").locator(".tsl-Figure[data-state=drawn]").count(), 2);
  await page.screenshot({ path: join(results, "variables-light.png") });
  await item("weights").locator("summary").first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(results, "variables-array.png") });
  await lab.theme("JupyterLab Dark");
  await page.screenshot({ path: join(results, "variables-dark.png") });
  await item("params").locator("summary").first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await item("params").locator(".tsl-Tree").isVisible(), false);
});

test("is fresh after each cell, marks what has changed, and leaves what is open open", async () => {
  await run(1);
  await item("late").waitFor();
  await says("step", "2");
  const marked = await panel.locator(".tsl-mod-changed .tsl-Variables-name").allInnerTexts();
  assert.deepEqual(marked, ["late", "step"]);
  assert.equal(await item("records").locator(".tsl-Table-grid").count(), 1);
});

test("waits for a running cell, and an opened value comes when it has ended", async () => {
  await run(2);
  await page.waitForTimeout(300);
  await item("late").locator("summary").click();
  assert.equal(await item("late").locator("pre").count(), 0);
  await item("late").locator("pre", { hasText: "Map(1) { 'a' => 1 }" }).waitFor();
  await says("step", "3");
});

test("it is accessible", async () => {
  assert.deepEqual(await lab.inaccessible("#tslinen-variables"), []);
});

test("a restarted kernel has no variables", async () => {
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart());
  await panel.getByText("No variables yet").waitFor();
  await page.screenshot({ path: join(results, "variables-empty.png") });
  assert.deepEqual(lab.errors, []);
});
