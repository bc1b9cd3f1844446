// Cards of activations, as the library sends them.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, writeNotebook } from "../harness/notebook.mjs";
import { looksAsBefore } from "../harness/pictures.mjs";

const { nn } = createRequire(import.meta.url)("../../packages/kernel-lib");
const elementwise = nn.activations.filter(({ kind }) => kind === "elementwise");
const bundle = (activation) => activation[Symbol.for("Jupyter.display")]();
let lab;
let page;

before(async () => {
  lab = await Lab.start({ viewport: { width: 1280, height: 40000 } });
  page = lab.page;
  await writeNotebook(join(lab.server.folder, "cards.ipynb"), [
    ...nn.activations.map((activation) => codeCell(`nn.${activation.name}`, [bundle(activation)])),
    codeCell("broken", [{ "application/vnd.tslinen.activation.v1+json": { name: 3 } }]),
  ]);
  await lab.open("cards.ipynb");
  await lab.figuresSettled(elementwise.length);
});
after(() => lab?.stop());

const card = (name) =>
  page.locator(".tsl-Card").nth(nn.activations.findIndex((activation) => activation.name === name));

test("every activation has a card with typeset formulas, and curves if it works on each element", async () => {
  for (const activation of nn.activations) {
    const one = card(activation.name);
    assert.equal(await one.locator(".tsl-Card-name").innerText(), activation.signature);
    const formulas = activation.derivativeLatex ? 2 : 1;
    await one
      .locator("mjx-container")
      .nth(formulas - 1)
      .waitFor();
    assert.equal(await one.locator("mjx-container").count(), formulas, activation.name);
    assert.equal(await one.locator("mjx-merror").count(), 0, `${activation.name}: a formula is wrong`);
    if (activation.kind !== "elementwise") continue;
    assert.equal(await one.locator(".tsl-Figure").getAttribute("data-state"), "drawn", activation.name);
    assert.equal(await one.locator(".mark-line.role-mark").count(), 2, activation.name);
    assert.equal(await one.locator(".tsl-Figure-inputs input").count(), activation.parameters.length);
  }
});

test("a slider moves the curve", async () => {
  const elu = card("elu");
  const curve = () => elu.locator(".mark-line.role-mark path").first().getAttribute("d");
  const before = await curve();
  await elu.locator("input[type=range]").fill("2");
  await page.waitForTimeout(200);
  assert.notEqual(await curve(), before);
});

test("links lead to the documentation and the paper", async () => {
  const links = await card("elu")
    .locator("a")
    .evaluateAll((nodes) => nodes.map(({ href, rel }) => [href, rel]));
  assert.deepEqual(links, [
    [nn.elu.docs, "noopener noreferrer"],
    [nn.elu.source, "noopener noreferrer"],
  ]);
});

test("says what is wrong with a card that is none", async () => {
  assert.match(await page.locator(".tsl-Card .tsl-Problem").innerText(), /expected text as name, got 3/);
});

test("looks in light and dark as before", async () => {
  for (const [theme, mode] of [
    ["JupyterLab Light", "light"],
    ["JupyterLab Dark", "dark"],
  ]) {
    await lab.theme(theme);
    await page.mouse.move(2, 2);
    for (const name of ["silu", "gelu", "softmax"]) await looksAsBefore(card(name), `card-${name}-${mode}`);
  }
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
