// An editor's help in the cells of a notebook, while a cell runs.
import assert from "node:assert/strict";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, typescript, writeNotebook } from "../harness/notebook.mjs";

const results = new URL("../results/", import.meta.url).pathname;
const sources = ["const count = 3;", "const endless = true;\nwhile (endless) {}", "count.toFixed(2);"];
let lab;
let page;

const cell = (index) => page.locator(".jp-Notebook:visible .jp-CodeCell").nth(index);
const underlines = (index) => cell(index).locator(".cm-lintRange-error");
const gone = (locator) => locator.first().waitFor({ state: "detached" });

/** Works on the notebook in view: `work` gets its panel and an argument. */
const inNotebook = (work, argument) =>
  page.evaluate(`(${work})(window.jupyterapp.shell.currentWidget, ${JSON.stringify(argument)})`);

/** Writes a cell anew, key by key. */
async function write(index, text) {
  await cell(index).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

before(async () => {
  await mkdir(results, { recursive: true });
  const path = join(await mkdtemp(join(tmpdir(), "editing-")), "editing.ipynb");
  await writeNotebook(
    path,
    sources.map((source) => ({ ...codeCell(source), execution_count: null })),
    typescript,
  );
  lab = await Lab.start({ notebooks: [path] });
  page = lab.page;
  await lab.open("editing.ipynb");
  await lab.kernelIdle();
  await inNotebook((panel) => void (panel.content.activeCellIndex = 1));
  await page.evaluate(() => void window.jupyterapp.commands.execute("notebook:run-cell"));
  await page.waitForFunction(
    () => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "busy",
  );
});
after(() => lab?.stop());

test("underlines a mistake with its message, and is quick to see it mended", async () => {
  await write(2, "const text: string = count;");
  await underlines(2).waitFor();
  assert.equal(await underlines(2).textContent(), "text");
  await underlines(2).hover();
  const message = page.locator(".cm-tooltip-lint");
  await message.waitFor();
  assert.match(await message.textContent(), /Type 'number' is not assignable to type 'string'.*TS2322/s);
  await page.screenshot({ path: join(results, "editing-mistake.png") });
  await write(2, "const text: string = count.toFixed(2);");
  await gone(underlines(2));
});

test("sees what other cells say now", async () => {
  await write(0, "const total = 3;");
  await underlines(2).waitFor();
  assert.equal(await underlines(2).textContent(), "count");
  await write(0, "const count = 3;");
  await gone(underlines(2));
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
