// The first lesson in JupyterLab, as a reader runs it: Run All, then look.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const lesson = "activation-functions.ipynb";
const results = new URL("../results/", import.meta.url).pathname;
let lab;
let page;

before(async () => {
  await mkdir(results, { recursive: true });
  // Tall enough that no cell is left out of the page.
  lab = await Lab.start({
    notebooks: [new URL(`../../notebooks/${lesson}`, import.meta.url).pathname],
    viewport: { width: 1280, height: 13_000 },
  });
  page = lab.page;
  await lab.open(lesson);
  await lab.command("notebook:clear-all-cell-outputs");
  await lab.runAll();
  await lab.figuresSettled(14);
});
after(() => lab?.stop());

test("Run All draws fourteen figures with our extension", async () => {
  const states = await page.$$eval(".tsl-Figure", (figures) => figures.map((figure) => figure.dataset.state));
  assert.deepEqual(states, Array(14).fill("drawn"));
  assert.equal(await page.locator(".tsl-Figure svg.marks").count(), 14);
});

test("no cell fails", async () => {
  assert.equal(
    await page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count(),
    0,
  );
  const kinds = await page.evaluate(() =>
    window.jupyterapp.shell.currentWidget.context.model
      .toJSON()
      .cells.flatMap((cell) => cell.outputs ?? [])
      .map((output) => output.output_type),
  );
  assert.ok(!kinds.includes("error"), kinds.join(", "));
});

test("the formulas are typeset", async () => {
  await page.waitForFunction(() => document.querySelectorAll("mjx-container").length > 0);
  const formulas = await page.locator(".jp-RenderedMarkdown mjx-container[display='true']").count();
  const sources = await page.evaluate(
    () =>
      window.jupyterapp.shell.currentWidget.context.model
        .toJSON()
        .cells.filter((cell) => cell.cell_type === "markdown")
        .map((cell) => [cell.source].flat().join(""))
        .join("\n")
        .match(/\$\$[^$]+\$\$/g).length,
  );
  assert.equal(formulas, sources);
  assert.equal(await page.locator("mjx-merror").count(), 0);
});

test("the console stays quiet", () => {
  assert.deepEqual(lab.errors, []);
});

for (const theme of ["JupyterLab Light", "JupyterLab Dark"]) {
  test(`a picture of it in ${theme}`, async () => {
    await lab.theme(theme);
    const path = `${results}lesson-${theme.split(" ")[1].toLowerCase()}.png`;
    assert.ok((await page.screenshot({ path })).length > 100_000);
  });
}
