// The panel that lists a notebook's figures and formulas.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, markdownCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { foreign, themed } from "../harness/specs.mjs";

const results = new URL("../results/", import.meta.url).pathname;
let lab;
let page;
let panel;

before(async () => {
  await mkdir(results, { recursive: true });
  lab = await Lab.start();
  page = lab.page;
  await writeNotebook(join(lab.server.folder, "contents.ipynb"), [
    markdownCell("# A lesson\n\n$$ \\mathrm{elu}(x) = \\alpha (e^x - 1) $$\n\nand `$$ not $$`"),
    codeCell("one", [vegaLite(themed)]),
    ...Array.from({ length: 12 }, () => codeCell("filler", [vegaLite(foreign)])),
    codeCell("last", [vegaLite({ ...foreign, title: "The last one" })]),
  ]);
  await lab.open("contents.ipynb");
  panel = page.locator("#tslinen-contents .tsl-Contents");
});
after(() => lab?.stop());

test("says that it could not be loaded, and loads when tried again", async () => {
  const part = /\/static\/contents\.[0-9a-f]+\.js/;
  await page.route(part, (route) => route.abort());
  await lab.command("tslinen:show-contents");
  const failure = page.locator("#tslinen-contents").getByRole("alert");
  await failure.waitFor();
  assert.match(await failure.innerText(), /This panel could not be loaded/);
  lab.errors.length = 0;
  await page.unroute(part);
  await failure.getByRole("button", { name: "Try again" }).click();
  await panel.getByRole("button").first().waitFor();
  assert.equal(await failure.count(), 0);
});

test("lists figures by title and formulas as they look", async () => {
  const entries = await panel.getByRole("button").allInnerTexts();
  assert.equal(entries[0].trim(), "sin(x) for x from 0 to 10");
  assert.equal(entries[13].trim(), "The last one");
  await panel.locator("mjx-container").first().waitFor();
  assert.equal(await panel.locator("mjx-container").count(), 1);
  await page.screenshot({ path: join(results, "contents-light.png") });
});

test("leads to a figure's cell", async () => {
  await panel.getByRole("button", { name: "The last one" }).click();
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.activeCellIndex === 14);
  const title = page.locator(".jp-Notebook").getByText("The last one");
  await title.waitFor();
  await page.waitForTimeout(500);
  const { y } = await title.boundingBox();
  assert.ok(y > 0 && y < 900, `on the screen, got ${y}`);
});

test("keeps up with the notebook", async () => {
  await page.evaluate(() => {
    const [first] = window.jupyterapp.shell.currentWidget.content.widgets;
    first.model.sharedModel.setSource("$$ a = b $$\n\n$$ c = d $$");
  });
  await page.waitForFunction(() => document.querySelectorAll(".tsl-Contents mjx-container").length === 2);
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
