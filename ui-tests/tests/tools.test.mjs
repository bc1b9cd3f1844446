// What can be done with a figure: by pointing, by keyboard, by menu.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { Lab } from "../harness/lab.mjs";
import { codeCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { foreign, themed } from "../harness/specs.mjs";

const results = new URL("../results/", import.meta.url).pathname;
let lab;
let page;

before(async () => {
  await mkdir(results, { recursive: true });
  lab = await Lab.start({
    settings: { "@tslinen/jupyterlab/figures": { savePictures: true } },
  });
  page = lab.page;
  await writeNotebook(join(lab.server.folder, "tools.ipynb"), [
    codeCell("themed", [vegaLite(themed, { "image/png": "iVBORw0KGgo=" })]),
    codeCell("foreign", [vegaLite({ ...foreign, title: "A sine" })]),
  ]);
  await lab.open("tools.ipynb");
  await lab.figuresSettled(2);
  await lab.kernelIdle();
});
after(() => lab?.stop());

const figure = (index = 0) => page.locator(".jp-Notebook .tsl-Figure").nth(index);
const tool = (name, index) => figure(index).getByRole("button", { name });

const savedOutputs = async (notebook) => {
  const { cells } = JSON.parse(await readFile(join(lab.server.folder, notebook), "utf8"));
  return cells.map((cell) => cell.outputs[0].data);
};

test("says in words what it shows", async () => {
  const labels = await page.$$eval(".tsl-Figure-picture", (pictures) =>
    pictures.map((picture) => picture.getAttribute("aria-label")),
  );
  assert.deepEqual(labels, [
    "sin(x) for x from 0 to 10",
    "A sine. Figure of line. x axis: 0 to 10. y axis: -1 to 1",
  ]);
});

test("shows its tools when pointed at, and hides them after", async () => {
  const opacity = () =>
    figure()
      .locator(".tsl-Tools")
      .evaluate((node) => window.getComputedStyle(node).opacity);
  await page.mouse.move(5, 5);
  assert.equal(await opacity(), "0");
  await figure().hover();
  await page.waitForTimeout(300);
  assert.equal(await opacity(), "1");
  await page.screenshot({ path: join(results, "tools-light.png") });
});

test("copies its picture", async () => {
  await figure().hover();
  await tool("Copy Figure as PNG").click();
  await page.getByText("Figure copied").waitFor();
  const bytes = await page.evaluate(async () => {
    const [item] = await window.navigator.clipboard.read();
    const blob = await item.getType("image/png");
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const picture = PNG.sync.read(Buffer.from(bytes));
  assert.ok(picture.width > 2 * themed.width, `twice as many pixels as points, got ${picture.width}`);
});

test("says that work goes on when it takes long, until it ends", async () => {
  await page.evaluate(() => {
    const { clipboard } = window.navigator;
    clipboard.write = () => new Promise((done) => (window.finishCopy = done));
  });
  await figure().hover();
  await tool("Copy Figure as PNG").click();
  const notice = page.getByText("Copy Figure as PNG …");
  await notice.waitFor();
  await page.evaluate(() => {
    delete window.navigator.clipboard.write;
    window.finishCopy();
  });
  await notice.waitFor({ state: "detached" });
});

const save = async (name, index) => {
  await figure(index).hover();
  const [file] = await Promise.all([page.waitForEvent("download"), tool(name, index).click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
};

test("saves PNG and SVG under a name made of its title", async () => {
  const png = await save("Save Figure as PNG", 1);
  assert.equal(png.name, "a-sine.png");
  assert.ok(PNG.sync.read(png.content).width > 600);
  const svg = await save("Save Figure as SVG", 1);
  assert.equal(svg.name, "a-sine.svg");
  assert.match(svg.content.toString(), /^<svg[\s\S]*<\/svg>\s*$/);
});

test("is reached by keyboard", async () => {
  await figure().locator(".tsl-Figure-picture").focus();
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.equal(await focused(), "Copy Figure as PNG");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "Save Figure as PNG");
  await page.keyboard.press("End");
  assert.equal(await focused(), "Open Figure Larger");
});

test("opens source, data and a large copy in tabs", async () => {
  await figure(1).hover();
  await tool("Show Figure Source", 1).click();
  const source = page.locator(".tsl-Source");
  await source.waitFor();
  assert.deepEqual(JSON.parse(await source.innerText()), { ...foreign, title: "A sine" });
  await lab.command("application:close");

  await figure(1).hover();
  await tool("Show Figure Data", 1).click();
  await page.locator(".tsl-Data-table").first().waitFor();
  assert.equal(await page.locator(".tsl-Data-table").first().locator("tbody tr").count(), 101);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  assert.equal(lines.length, 102);
  assert.equal(lines[0], "x,y");
  await page.screenshot({ path: join(results, "tools-data.png") });
  await lab.command("application:close");

  await figure().hover();
  await tool("Open Figure Larger").click();
  const large = page.locator(".tsl-Figure-large[data-state=drawn] svg.marks");
  await large.waitFor();
  const { width } = await large.boundingBox();
  assert.ok(width > 800, `fills the tab, got ${width} px`);
  await page.screenshot({ path: join(results, "tools-large.png") });
  await lab.command("application:close");
});

test("has a context menu", async () => {
  await figure(1).click({ button: "right", position: { x: 150, y: 100 } });
  const entries = await page.locator(".lm-Menu-itemLabel").allTextContents();
  for (const entry of [
    "Copy Figure as PNG",
    "Save Figure as SVG",
    "Show Figure Data",
    "Open Figure Larger",
  ]) {
    assert.ok(entries.includes(entry), `${entry} among ${entries}`);
  }
  await page.screenshot({ path: join(results, "tools-menu.png") });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save Figure as SVG" }).click(),
  ]);
  assert.equal(file.suggestedFilename(), "a-sine.svg");
});

test("gets a picture when saved, where it has none and the settings ask for one", async () => {
  await lab.command("docmanager:save");
  const [first, second] = await savedOutputs("tools.ipynb");
  assert.equal(first["image/png"].trim(), "iVBORw0KGgo=", "a picture that was there stays");
  const picture = PNG.sync.read(Buffer.from(second["image/png"], "base64"));
  assert.ok(picture.width > 600);
  assert.deepEqual([...picture.data.subarray(0, 4)], [255, 255, 255, 255], "on white paper");
  assert.deepEqual(second["application/vnd.vegalite.v6+json"], { ...foreign, title: "A sine" });
  assert.equal(await lab.dirty(), false);
});

test("gets a picture when saved before it could be made", async () => {
  await writeNotebook(join(lab.server.folder, "at-once.ipynb"), [codeCell("themed", [vegaLite(themed)])]);
  await lab.open("at-once.ipynb");
  await page.locator(".jp-Notebook:visible .tsl-Figure[data-state=drawn]").waitFor();
  await lab.command("docmanager:save");
  let output;
  for (let tries = 0; !output?.["image/png"] && tries < 100; tries++) {
    await page.waitForTimeout(100);
    [output] = await savedOutputs("at-once.ipynb");
  }
  assert.ok(PNG.sync.read(Buffer.from(output["image/png"], "base64")).width > 600);
  assert.equal(await lab.dirty(), false);
  await lab.close();
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
