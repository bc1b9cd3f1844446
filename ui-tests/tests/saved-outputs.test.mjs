// A notebook that only has saved outputs: no kernel, nothing to run.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { looksAsBefore } from "../harness/pictures.mjs";
import { broken, foreign, slider, themed, vega, wide } from "../harness/specs.mjs";

const results = new URL("../results/", import.meta.url).pathname;
let lab;
let page;

before(async () => {
  await mkdir(results, { recursive: true });
  lab = await Lab.start({ viewport: { width: 1000, height: 3200 } });
  page = lab.page;
  await writeNotebook(join(lab.server.folder, "saved.ipynb"), [
    codeCell("themed", [vegaLite(themed)]),
    codeCell("altair", [{ "application/vnd.vegalite.v6.json": foreign, "text/plain": "alt.Chart(...)" }]),
    codeCell("wide", [vegaLite(wide)]),
    codeCell("slider", [vegaLite(slider)]),
    codeCell("vega", [{ "application/vnd.vega.v6+json": vega }]),
    codeCell("broken", [vegaLite(broken)]),
    codeCell("boundless", [vegaLite({ ...foreign, width: 4000, height: 300 })]),
  ]);
  // JupyterLab itself notes the kernel's language in a notebook: once saved, opening it changes nothing more.
  await lab.open("saved.ipynb");
  await lab.kernelIdle();
  await lab.command("docmanager:save");
  await lab.command("application:close");
  await lab.open("saved.ipynb");
  await lab.figuresSettled(7);
  await lab.kernelIdle();
});
after(() => lab?.stop());

const states = () => page.$$eval(".tsl-Figure", (figures) => figures.map((figure) => figure.dataset.state));

test("draws every figure, and says what is wrong with a broken one", async () => {
  assert.deepEqual(await states(), ["drawn", "drawn", "drawn", "drawn", "drawn", "failed", "drawn"]);
  assert.equal(await page.locator(".tsl-Figure svg.marks").count(), 6);
  const problem = page.locator(".tsl-Problem");
  assert.match(await problem.innerText(), /Invalid specification|no such mark/i);
  await problem.locator("summary").click();
  assert.match(await problem.locator("pre").innerText(), /"mark": "no such mark"/);
  await problem.locator("summary").click();
});

test("a figure much wider than its cell keeps its size, and scrolls", async () => {
  const picture = page.locator(".tsl-Figure-picture").nth(6);
  const place = await picture.boundingBox();
  assert.ok(place.width < 1000, `as wide as its cell, got ${place.width} px`);
  const label = picture.locator(".role-axis-label").first().locator("text").last();
  const before = await label.boundingBox();
  assert.ok(
    before.x > place.x + place.width && before.height > 9,
    `readable beyond the edge, got ${before.height} px`,
  );
  await picture.hover();
  await page.mouse.wheel(5000, 0);
  await page.waitForTimeout(300);
  const { x, height } = await label.boundingBox();
  assert.ok(x > place.x && x < place.x + place.width, `in view, got ${x} px`);
  assert.equal(height, before.height);
});

test("does not make the document dirty", async () => {
  assert.equal(await lab.dirty(), false);
});

test("follows the theme at once", async () => {
  const colours = () =>
    page.$$eval(".tsl-Figure svg.marks", (pictures) =>
      pictures.map((picture) => ({
        paper: window.getComputedStyle(picture).backgroundColor,
        ink: picture.querySelector(".role-axis-label text")?.getAttribute("fill"),
      })),
    );
  const [themedFigure, foreignFigure] = [
    page.locator(".tsl-Figure").nth(0),
    page.locator(".tsl-Figure").nth(1),
  ];
  await looksAsBefore(themedFigure, "figure-light");
  await looksAsBefore(foreignFigure, "figure-foreign-light");
  await page.screenshot({ path: join(results, "saved-light.png") });
  for (const { paper, ink } of await colours())
    assert.deepEqual([paper, ink], ["rgb(255, 255, 255)", "#000000"]);
  await lab.theme("JupyterLab Dark");
  await looksAsBefore(themedFigure, "figure-dark");
  await looksAsBefore(foreignFigure, "figure-foreign-dark");
  await looksAsBefore(page.locator(".tsl-Problem"), "problem-dark");
  await page.screenshot({ path: join(results, "saved-dark.png") });
  for (const { paper, ink } of await colours()) {
    assert.equal(paper, "rgb(17, 17, 17)");
    assert.match(ink, /^#[d-f].[d-f].[d-f].$/);
  }
  await lab.theme("JupyterLab Light");
  for (const { paper, ink } of await colours())
    assert.deepEqual([paper, ink], ["rgb(255, 255, 255)", "#000000"]);
});

test("a slider moves its curve without a kernel", async () => {
  const figure = page.locator(".tsl-Figure").nth(3);
  const ticks = () => figure.locator(".role-axis-label").last().allTextContents();
  const before = await ticks();
  await figure.locator("input[type=range]").fill("0.2");
  await page.waitForTimeout(200);
  assert.notDeepEqual(await ticks(), before);
});

test("a figure of the container's width follows it", async () => {
  const width = async () =>
    (await page.locator(".tsl-Figure").nth(2).locator("svg.marks").boundingBox()).width;
  const before = await width();
  assert.ok(before > 500, `as wide as the output area, got ${before}`);
  await page.setViewportSize({ width: 800, height: 3200 });
  await page.waitForTimeout(500);
  const after = await width();
  assert.ok(Math.abs(before - after - 200) < 30, `200 px narrower, got ${before} then ${after}`);
  await lab.command("application:toggle-left-area");
  await page.waitForTimeout(500);
  const wider = await width();
  assert.ok(wider - after > 100, `wider without the side bar, got ${after} then ${wider}`);
  assert.equal(await lab.dirty(), false);
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
