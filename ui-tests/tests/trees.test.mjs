// Parameters of a network and the state of an optimiser as a tree: read, opened by mouse and keyboard, drawn, narrow and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const sources = [
  `import { jax, nn, np, optax } from "tslinen";
const model = new nn.Sequential([new nn.Dense(128), nn.relu, new nn.Dense(10)]);
const params = model.init(jax.random.PRNGKey(0), np.zeros([1, 784])).params;
params`,
  `[optax.adam(1e-3).init(params), { broken: np.array([NaN, ...Array(30).fill(1)]), rate: 0.1 }]`,
  `({ params, grads: { ...params, layers_2: { ...params.layers_2, kernel: np.zeros([10, 128]) } } })`,
];
let lab;
let page;
const tree = (index) => page.locator(".jp-CodeCell").nth(index).locator(".tsl-Tree");
const row = (index, name) =>
  tree(index)
    .locator("summary", { has: page.locator(".tsl-Tree-name", { hasText: name }) })
    .first();

before(async () => {
  lab = await Lab.withCells("trees", sources, { viewport: { width: 1280, height: 1100 } });
  page = lab.page;
  await lab.runAll();
  await tree(2).locator("summary").first().waitFor();
});
after(() => lab?.stop());

test("a network's parameters are read at a glance", async () => {
  const text = await tree(0).innerText();
  for (const part of ["4 arrays, 101,770 numbers", "layers_0", "float32[784, 128]", "0 ± 0"]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  assert.equal(await tree(0).locator(".tsl-Tree-sparkline").count(), 2);
});

test("an array opens as a picture and a histogram, by mouse and by keyboard, and shuts", async () => {
  await row(0, "kernel").click();
  await lab.figuresSettled(2);
  const figures = tree(0).locator(".tsl-Tree-detail .tsl-Figure[data-state=drawn]");
  assert.equal(await figures.count(), 2);
  assert.match(await tree(0).innerText(), /Each cell is the mean of 16 × 4 numbers/);
  await lab.picture("tree");
  await row(0, "kernel").focus();
  await page.keyboard.press("Enter");
  assert.equal(await figures.first().isVisible(), false);
  await row(0, "bias").focus();
  await page.keyboard.press("Space");
  await tree(0).locator(".tsl-Tree-detail").nth(1).locator("[data-state=drawn]").first().waitFor();
});

test("what is not finite stands out, and so does what is no array", async () => {
  assert.equal(await tree(1).locator(".tsl-Tree-bad").last().innerText(), "1 not finite");
  assert.match(await row(1, "rate").innerText(), /0\.1/);
});

test("an array whose shape is not that of its counterpart stands out", async () => {
  const odd = tree(2).locator(".tsl-Tree-unlike");
  assert.deepEqual(await odd.allInnerTexts(), ["float32[10, 128] ≠ [128, 10]"]);
  assert.equal(await odd.getAttribute("title"), "params.layers_2.kernel has the shape [128, 10]");
  await odd.scrollIntoViewIfNeeded();
  await lab.picture("tree-unlike");
});

test("it is accessible", async () => {
  assert.deepEqual(await lab.inaccessible(".tsl-Tree"), []);
});

test("it is read as well when dark and narrow", async () => {
  await lab.theme("JupyterLab Dark");
  await lab.picture("tree-dark");
  await page.setViewportSize({ width: 640, height: 1000 });
  await page.waitForTimeout(300);
  const box = await tree(0).boundingBox();
  const type = await row(0, "kernel").locator(".tsl-Tree-type").boundingBox();
  assert.ok(type.x > box.x && type.x + type.width <= box.x + box.width + 1);
  await lab.picture("tree-narrow");
  assert.deepEqual(lab.errors, []);
});
