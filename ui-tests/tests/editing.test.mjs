// An editor's help in the cells of a notebook, while a cell runs.
import assert from "node:assert/strict";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, typescript, writeNotebook } from "../harness/notebook.mjs";

const results = new URL("../results/", import.meta.url).pathname;
const sources = [
  "const count = 3;",
  "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
  "/** Twice as much: $2x$. */\nfunction twice(value: number) {\n  return 2 * value;\n}",
  "count.toFixed(2);",
  "const box = { twice };\ntwice(count);",
  "const late=twice( 4 )\nif(late>3){\nbox\n}",
];
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
  lab = await Lab.start({
    notebooks: [path, new URL("../../notebooks/arrays-and-random.ipynb", import.meta.url).pathname],
    settings: { "@jupyterlab/completer-extension/manager": { showDocumentationPanel: true } },
  });
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
  await write(3, "const text: string = count;");
  await underlines(3).waitFor();
  assert.equal(await underlines(3).textContent(), "text");
  await underlines(3).hover();
  const message = page.locator(".cm-tooltip-lint");
  await message.waitFor();
  assert.match(await message.textContent(), /Type 'number' is not assignable to type 'string'.*TS2322/s);
  await page.screenshot({ path: join(results, "editing-mistake.png") });
  await write(3, "const text: string = count.toFixed(2);");
  await gone(underlines(3));
});

test("mends a misspelled name", async () => {
  await write(3, "cuont.toFixed(2);");
  await underlines(3).hover();
  await page.getByRole("button", { name: /Change to count/ }).waitFor();
  await page.screenshot({ path: join(results, "editing-mending.png") });
  await page.getByRole("button", { name: /Change to count/ }).click();
  await gone(underlines(3));
  assert.equal(
    await inNotebook((panel) => panel.content.widgets[3].model.sharedModel.getSource()),
    "count.toFixed(2);",
  );
});

test("imports a name that a package exports, by a button and by completing it", async () => {
  const imported = 'import { optax } from "tslinen";\noptax';
  await write(3, "optax.adam(0.1);");
  await underlines(3).hover();
  const button = page.getByRole("button", { name: "Import from tslinen" });
  await button.waitFor();
  await page.screenshot({ path: join(results, "editing-import.png") });
  await button.click();
  await gone(underlines(3));
  assert.equal((await sourcesNow())[3], `${imported}.adam(0.1);`);
  await write(3, "opta");
  await page.keyboard.press("Tab");
  await page.locator(".jp-Completer-item").filter({ hasText: "optax" }).waitFor();
  await page.locator(".jp-Completer-docpanel .tsl-Documentation").waitFor();
  await page.screenshot({ path: join(results, "editing-import-completed.png") });
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (text) => window.jupyterapp.shell.currentWidget.content.widgets[3].model.sharedModel.getSource() === text,
    imported,
  );
  await write(3, "count.toFixed(2);");
});

test("sees what other cells say now", async () => {
  await write(0, "const total = 3;");
  await underlines(3).waitFor();
  assert.equal(await underlines(3).textContent(), "count");
  await write(0, "const count = 3;");
  await gone(underlines(3));
});

/** The place of a word in a cell, as the mouse finds it. */
const placeOf = (index, word) =>
  inNotebook(
    (panel, [at, text]) => {
      const view = panel.content.widgets[at].editor.editor;
      const offset = view.state.doc.toString().indexOf(text);
      const { left, right, top, bottom } = view.coordsAtPos(offset + 1);
      return { x: (left + right) / 2 + 2, y: (top + bottom) / 2 };
    },
    [index, word],
  );

const clickOn = async (index, word) => {
  const { x, y } = await placeOf(index, word);
  await page.mouse.click(x, y);
};

const sourcesNow = () =>
  inNotebook((panel) => panel.content.widgets.map(({ model }) => model.sharedModel.getSource()));

const selected = () =>
  inNotebook((panel) => {
    const { state } = panel.content.activeCell.editor.editor;
    const { from, to } = state.selection.main;
    return [panel.content.activeCellIndex, state.sliceDoc(from, to)];
  });

test("explains a name under the pointer, formulas included", async () => {
  const { x, y } = await placeOf(4, "twice(count)");
  await page.mouse.move(x, y - 3);
  await page.mouse.move(x, y);
  const said = page.locator(".cm-tooltip .tsl-Documentation").first();
  await said.locator("mjx-container").waitFor();
  assert.match(await said.textContent(), /function twice\(value: number\): number/);
  assert.match(await said.textContent(), /Twice as much/);
});

test("shows the signature while arguments are written, until Escape", async () => {
  await write(3, "count.toFixed");
  await page.keyboard.type("(");
  const shown = page.locator(".tsl-Signature");
  await shown.waitFor();
  assert.equal(await shown.locator("b").textContent(), "fractionDigits?: number");
  await page.keyboard.press("Escape");
  await gone(shown);
  assert.equal(await inNotebook((panel) => panel.content.mode), "edit");
  await write(3, "count.toFixed(2);");
});

test("completes with documentation what has not run", async () => {
  await write(3, "twi");
  const item = page.locator(".jp-Completer-item").filter({ hasText: "twice" });
  await page.keyboard.press("Tab");
  await item.waitFor();
  assert.equal(await item.count(), 1);
  await page.locator(".jp-Completer-docpanel .tsl-Documentation mjx-container").waitFor();
  await page.keyboard.press("Enter");
  assert.equal((await sourcesNow())[3], "twice");
});

test("goes to a definition in another cell, by key", async () => {
  await clickOn(4, "twice(count)");
  await page.keyboard.press("F12");
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.activeCellIndex === 2);
  assert.deepEqual(await selected(), [2, "twice"]);
});

test("lists uses in all cells, from the context menu, and goes to one", async () => {
  const { x, y } = await placeOf(2, "twice");
  await page.mouse.click(x, y, { button: "right" });
  await page.getByRole("menuitem", { name: "Find Uses" }).click();
  const uses = page.locator(".tsl-Places .lm-Menu-itemLabel");
  await uses.first().waitFor();
  assert.deepEqual(await uses.allTextContents(), [
    "Cell 3, line 2: function twice(value: number) {",
    "Cell 4, line 1: twice",
    "Cell 5, line 1: const box = { twice };",
    "Cell 5, line 2: twice(count);",
    "Cell 6, line 1: const late=twice( 4 )",
  ]);
  await uses.last().click();
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.activeCellIndex === 5);
  assert.deepEqual(await selected(), [5, "twice"]);
});

test("renames in all cells as one change, and not to a name that is taken", async () => {
  const before = await sourcesNow();
  const rename = async (name) => {
    await page.keyboard.press("F2");
    const field = page.locator(".jp-Dialog input");
    await field.fill(name);
    await page.keyboard.press("Enter");
    await gone(page.locator(".jp-Dialog"));
  };
  await clickOn(4, "twice(count)");
  await rename("count");
  await page.getByText("The name count is used already.").waitFor();
  assert.deepEqual(await sourcesNow(), before);
  await clickOn(4, "twice(count)");
  await rename("double");
  await page.waitForFunction(() =>
    window.jupyterapp.shell.currentWidget.content.widgets[5].model.sharedModel.getSource().includes("double"),
  );
  const after = before.map((text) =>
    text.replace("{ twice }", "{ twice: double }").replace(/twice(?!:)/g, "double"),
  );
  assert.deepEqual(await sourcesNow(), after);
  const undone = async (key, sources) => {
    await clickOn(4, "box");
    await page.keyboard.press(key);
    assert.deepEqual(await sourcesNow(), sources);
  };
  await undone("ControlOrMeta+Z", before);
  await undone("ControlOrMeta+Shift+Z", after);
});

test("formats a cell, and keeps the cursor where it was", async () => {
  await clickOn(5, "box");
  await page.keyboard.press("Home");
  await page.keyboard.press("Alt+Shift+F");
  await page.waitForFunction(() =>
    window.jupyterapp.shell.currentWidget.content.widgets[5].model.sharedModel.getSource().includes("  box"),
  );
  assert.equal((await sourcesNow())[5], "const late = double(4)\nif (late > 3) {\n  box\n}");
  await page.keyboard.type("!");
  assert.match((await sourcesNow())[5], /\n {2}!box\n/);
});

test("finds no mistake in a lesson that is freshly opened", async () => {
  await page.setViewportSize({ width: 1280, height: 6000 });
  const checked = page.evaluate(
    () =>
      new Promise((done) => {
        const { shell } = window.jupyterapp;
        const follow = (panel) => {
          const codes = panel.content.widgets.filter(({ model }) => model.type === "code").length;
          const { kernel } = panel.sessionContext.session;
          let answers = 0;
          kernel.anyMessage.connect((_, { msg }) => {
            if (msg.header.msg_type === "tslinen_reply" && ++answers >= codes) done(msg.content.status);
          });
        };
        window.followChecks = () => follow(shell.currentWidget);
      }),
  );
  await lab.open("arrays-and-random.ipynb");
  await page.evaluate(async () => {
    await window.jupyterapp.shell.currentWidget.sessionContext.ready;
    window.followChecks();
  });
  assert.equal(await checked, "ok");
  await page.waitForTimeout(100);
  assert.equal(await page.locator(".jp-Notebook:visible [class*=cm-lintRange]").count(), 0);
  await lab.close();
});

test("is silent where the settings turn it off, and formats on save where they ask for it", async () => {
  await write(0, "const count: string = 3;");
  await underlines(0).waitFor();
  await lab.command("settingeditor:open", { query: "TypeScript Cells" });
  const box = (name) => page.locator(`[id*='editing'] input[type=checkbox][id*='${name}']`);
  await box("mistakes").uncheck();
  await box("signatures").uncheck();
  await box("formatOnSave").check();
  await lab.open("editing.ipynb");
  await gone(underlines(0));
  await write(3, "count.toFixed");
  await page.keyboard.type("(2);");
  assert.equal(await page.locator(".tsl-Signature").count(), 0);
  await write(0, "const count=3;");
  await lab.command("docmanager:save");
  await page.waitForFunction(() => {
    const { model } = window.jupyterapp.shell.currentWidget.context;
    return !model.dirty && model.cells.get(0).sharedModel.getSource() === "const count = 3;";
  });
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
