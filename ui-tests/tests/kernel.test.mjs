// The kernel as a reader of a notebook meets it: colours, errors, help while typing, stop, restart, two windows.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const results = new URL("../results/", import.meta.url).pathname;
const sources = [
  'import { np, nn } from "tslinen";\ninterface Box { width: number }\nconst kept: Box = { width: 3 };',
  'function fail(): void {\n  throw new RangeError("too far");\n}\nfail();',
  "const wrong: string = kept.width;",
  'console.log("before"); while (true) {}',
  "await new Promise(() => {});",
  "[kept, np.array([1, 2])]",
  "nn.ge",
];
let lab;
let page;

/** Works on the notebook in view: `work` gets its panel and an argument. */
const inNotebook = (work, argument) =>
  page.evaluate(`(${work})(window.jupyterapp.shell.currentWidget, ${JSON.stringify(argument)})`);

const select = (index) => inNotebook((panel, at) => void (panel.content.activeCellIndex = at), index);

const outputs = (index) =>
  inNotebook((panel, at) => panel.content.widgets[at].model.sharedModel.toJSON().outputs, index);

/** Runs one cell and waits for its end. */
async function run(index) {
  await select(index);
  await lab.command("notebook:run-cell");
  await lab.kernelIdle();
  return outputs(index);
}

const cell = (index) => page.locator(".jp-CodeCell").nth(index);

before(async () => {
  await mkdir(results, { recursive: true });
  const path = join(await mkdtemp(join(tmpdir(), "kernel-")), "kernel.ipynb");
  const cells = sources.map((source, index) => ({
    cell_type: "code",
    execution_count: null,
    id: `cell-${index}`,
    metadata: {},
    outputs: [],
    source,
  }));
  const kernelspec = { name: "tslinen", display_name: "TypeScript (tslinen)", language: "typescript" };
  await writeFile(path, JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
  lab = await Lab.start({ notebooks: [path], viewport: { width: 1280, height: 1600 } });
  page = lab.page;
  await lab.open("kernel.ipynb");
  await lab.kernelIdle();
  await run(0);
});
after(() => lab?.stop());

test("cells are highlighted as TypeScript", async () => {
  const type = await inNotebook((panel) => panel.content.widgets[0].model.mimeType);
  assert.match(type, /^(text|application)\/typescript$/);
  // A keyword that JavaScript does not have is coloured as one that it has.
  const classOf = (word) =>
    cell(0)
      .locator(".cm-line span")
      .filter({ hasText: new RegExp(`^${word}$`) })
      .first()
      .getAttribute("class");
  await page.waitForFunction(() => document.querySelectorAll(".jp-CodeCell .cm-line span").length > 10);
  assert.equal(await classOf("interface"), await classOf("const"));
  assert.notEqual(await classOf("interface"), null);
});

test("errors are red, and point at the line", async () => {
  const [thrown] = await run(1);
  assert.equal(thrown.output_type, "error");
  assert.equal(thrown.ename, "RangeError");
  const text = await cell(1).locator(".jp-OutputArea-output").innerText();
  assert.match(text, /RangeError: too far/);
  assert.match(text, /> 2 \| {3}throw new RangeError/);
  const colour = await cell(1)
    .locator(".jp-OutputArea-output .ansi-red-fg")
    .first()
    .evaluate((node) => window.getComputedStyle(node).color);
  const [red, green, blue] = colour.match(/\d+/g).map(Number);
  assert.ok(red > green + 60 && red > blue + 60, colour);
  const [mistyped] = await run(2);
  assert.equal(mistyped.ename, "TypeScriptError");
  assert.match(await cell(2).locator(".jp-OutputArea-output").innerText(), /TS2322[\s\S]*> 1 \| const wrong/);
  await page.screenshot({ path: join(results, "kernel-errors.png") });
});

test("Tab completes with types, and the completer shows documentation", async () => {
  await select(6);
  await lab.command("notebook:enter-edit-mode");
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  const item = page.locator(".jp-Completer-item").filter({ hasText: "gelu" });
  await item.first().waitFor({ timeout: 20_000 });
  await page.screenshot({ path: join(results, "kernel-completion.png") });
  await page.keyboard.press("Enter");
  assert.equal(
    await inNotebook((panel) => panel.content.widgets[6].model.sharedModel.getSource()),
    "nn.gelu",
  );
});

test("Shift-Tab shows the type and the documentation", async () => {
  await page.keyboard.type("(");
  await page.keyboard.press("Shift+Tab");
  const tooltip = page.locator(".jp-Tooltip");
  await tooltip.filter({ hasText: "gelu" }).waitFor({ timeout: 20_000 });
  const text = await tooltip.innerText();
  assert.match(text, /gelu/);
  assert.match(text, /Gaussian/i);
  await page.screenshot({ path: join(results, "kernel-inspection.png") });
  await page.keyboard.press("Escape");
});

for (const [index, what] of [
  [3, "an endless loop"],
  [4, "a pending await"],
]) {
  test(`Stop ends ${what} and keeps the variables`, async () => {
    await select(index);
    const running = lab.command("notebook:run-cell");
    await page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "busy",
    );
    await page.waitForTimeout(700);
    await page.locator(".jp-ToolbarButtonComponent[data-command='notebook:interrupt-kernel']").click();
    await running;
    await lab.kernelIdle();
    const last = (await outputs(index)).at(-1);
    assert.equal(last.ename, "Interrupted");
    const [kept] = await run(5);
    assert.match(kept.data["text/plain"], /width: 3/);
  });
}

test("two windows on one kernel both see what either runs", async () => {
  const other = await page.context().newPage();
  await other.goto(`${lab.server.url}/lab/tree/kernel.ipynb?reset`);
  await other.waitForFunction(
    () => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === "idle",
    null,
    { timeout: 60_000 },
  );
  const idOf = (window_) =>
    window_.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.id);
  assert.equal(await idOf(other), await idOf(page));
  await other.evaluate(() => {
    window.heard = [];
    window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.anyMessage.connect((_, { msg }) => {
      if (msg.channel === "iopub") window.heard.push(msg.header.msg_type);
    });
  });
  const [result] = await run(5);
  assert.equal(result.output_type, "execute_result");
  await other.waitForFunction(() => window.heard.includes("execute_result"));
  assert.ok((await other.evaluate(() => window.heard)).includes("execute_input"));
  await other.close();
});

test("a restart forgets the variables, and the kernel goes on", async () => {
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart());
  await lab.kernelIdle();
  assert.equal((await run(5))[0].ename, "TypeScriptError");
  await run(0);
  assert.equal((await run(5))[0].output_type, "execute_result");
  // Each of the two windows heard the answers to the other's comms, too, of which JupyterLab tells the console.
  const errors = lab.errors.filter((one) => !one.startsWith("Comm not found for comm id"));
  assert.deepEqual(errors, []);
});
