// JupyterLab's own debugger on TypeScript cells, as a reader uses it.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, typescript, writeNotebook } from "../harness/notebook.mjs";

const results = new URL("../results/", import.meta.url).pathname;
const sources = [
  'import { np } from "tslinen";\nfunction layer(units: number) {\n  const kernel = np.ones([units, 8]);\n  return { kernel, bias: np.zeros([units]) };\n}',
  "const scale = 0.5;\nlet widest = 0;\nfor (const units of [4, 8]) {\n  const params = layer(units);\n  widest = Math.max(widest, params.bias.size);\n}\nwidest * scale",
  'import { area } from "./shapes";\narea(2);',
];
const shapes =
  "export function area(side: number): number {\n  const square = side * side;\n  return square;\n}\n";
let lab;
let page;

const cell = (index) => page.locator(".jp-Notebook:visible .jp-CodeCell").nth(index);
const gutter = (index) => cell(index).locator(".cm-breakpoint-gutter .cm-gutterElement");
const frames = () => page.locator(".jp-DebuggerCallstackFrame");
const variables = () => page.locator(".jp-DebuggerVariables-body:visible .jp-TreeItem");
const stoppedAt = (line) => cell(1).locator(".jp-DebuggerEditor-highlight").getByText(line).waitFor();

/** Runs all cells, without waiting for them: one is to stop. */
const runAll = () => page.evaluate(() => void window.jupyterapp.commands.execute("notebook:run-all-cells"));

/** Waits until the kernel says that a debugger is attached to it, or none. */
const attached = (wanted) =>
  page.waitForFunction(
    async (is) => {
      const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
      if (kernel.status !== "idle") return false;
      const info = await kernel.requestDebug({ type: "request", seq: 0, command: "debugInfo" }).done;
      return info.content.body.isStarted === is;
    },
    wanted,
    { timeout: 60_000 },
  );

before(async () => {
  await mkdir(results, { recursive: true });
  const path = join(await mkdtemp(join(tmpdir(), "debugging-")), "debugging.ipynb");
  const cells = sources.map((source) => ({ ...codeCell(source), execution_count: null }));
  await writeNotebook(path, cells, typescript);
  lab = await Lab.start({ notebooks: [path] });
  page = lab.page;
  await writeFile(join(lab.server.folder, "shapes.ts"), shapes);
  await lab.open("debugging.ipynb");
  await lab.kernelIdle();
});
after(() => lab?.stop());

test("stops at a breakpoint, with frames and variables", async () => {
  await page.locator('.jp-DebuggerBugButton[title="Enable Debugger"]').click();
  await gutter(1).nth(5).click();
  await page.locator(".jp-DebuggerBreakpoint").waitFor();
  await runAll();
  await stoppedAt("widest = Math.max");
  await variables().nth(3).waitFor();
  assert.deepEqual(await frames().allTextContents(), ["In[2]Cell [*]:5"]);
  assert.deepEqual((await variables().allTextContents()).slice(1), ["units4", "scale0.5", "widest0"]);
  await page.screenshot({ path: join(results, "debugger-light.png") });
});

test("shows a variable as a cell would", async () => {
  await variables().first().hover();
  await variables().first().locator(".jp-DebuggerVariables-renderVariable").click();
  await page.locator(".jp-VariableRendererPanel .tsl-Tree").waitFor();
  await lab.theme("JupyterLab Dark");
  await page.screenshot({ path: join(results, "debugger-dark.png") });
});

const result = async () => (await cell(1).locator(".jp-OutputArea-output").innerText()).trim();

test("goes on", async () => {
  await lab.command("debugger:continue");
  await stoppedAt("widest = Math.max");
  await variables().filter({ hasText: "units8" }).waitFor();
  await lab.command("debugger:continue");
  await lab.kernelIdle();
  assert.equal(await result(), "4");
});

test("stops in an imported file; a restart ends that", async () => {
  await gutter(1).nth(5).click();
  await page.locator(".jp-DebuggerBreakpoint").waitFor({ state: "detached" });
  await page.locator(".jp-DebuggerKernelSource-source", { hasText: "shapes.ts" }).click();
  // The file comes to stand before the notebook, whose cells have such gutters, too.
  await page.locator(".jp-NotebookPanel").waitFor({ state: "hidden" });
  await page.locator(".lm-DockPanel .cm-breakpoint-gutter .cm-gutterElement:visible").nth(2).click();
  await page.locator(".jp-DebuggerBreakpoint").waitFor();
  await lab.open("debugging.ipynb");
  await runAll();
  await frames().nth(1).waitFor();
  assert.match((await frames().allTextContents()).join(" "), /^area.*shapes\.ts:3 In\[\d\]Cell \[\*\]:2$/);
  // The panel asks for variables last: a restart before they are there would cancel its requests.
  await variables().filter({ hasText: "square4" }).waitFor();
  await page.screenshot({ path: join(results, "debugger-file.png") });
  await lab.open("debugging.ipynb");
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart());
  await page.locator(".jp-DebuggerPausedOverlay").waitFor({ state: "hidden" });
  await frames().first().waitFor({ state: "detached" });
  // JupyterLab attaches to the new kernel: switched off before that, it would attach all the same.
  await attached(true);
});

test("is gone when it is switched off", async () => {
  await page.locator('.jp-DebuggerBugButton[title="Disable Debugger"]').click();
  await gutter(1).first().waitFor({ state: "detached" });
  await attached(false);
  await lab.runAll();
  assert.equal(await result(), "4");
  assert.deepEqual(lab.errors, []);
});
