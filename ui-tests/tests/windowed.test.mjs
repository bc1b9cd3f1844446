// A long notebook of which JupyterLab keeps only the visible part in the page, and what is left when it is closed.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { foreign, wide } from "../harness/specs.mjs";

const count = 45;
let lab;
let page;

before(async () => {
  lab = await Lab.start({
    settings: { "@jupyterlab/notebook-extension/tracker": { windowingMode: "full" } },
  });
  page = lab.page;
  await writeNotebook(
    join(lab.server.folder, "long.ipynb"),
    Array.from({ length: count }, (_, index) =>
      codeCell(`figure ${index}`, [vegaLite({ ...(index % 5 ? foreign : wide), title: `Figure ${index}` })]),
    ),
  );
  await lab.open("long.ipynb");
  await lab.figuresSettled(1);
});
after(() => lab?.stop());

/** The titles of the figures in the page, with the size of their pictures. */
const present = () =>
  page.$$eval(".jp-Notebook .tsl-Figure", (figures) =>
    figures
      .filter((figure) => figure.clientWidth > 0)
      .map((figure) => {
        const picture = figure.querySelector("svg.marks");
        return {
          state: figure.dataset.state,
          title: figure.querySelector(".role-title text")?.textContent,
          width: picture?.getBoundingClientRect().width ?? 0,
        };
      }),
  );

async function scrollTo(index) {
  await page.evaluate((cell) => window.jupyterapp.shell.currentWidget.content.scrollToItem(cell), index);
  await page.waitForTimeout(100);
  await lab.figuresSettled(1);
}

test("draws every figure on the way to the end and back", async () => {
  const seen = new Set();
  const stops = [...Array(count).keys()].filter((index) => index % 2 === 0);
  for (const index of [...stops, ...stops.toReversed()]) {
    await scrollTo(index);
    for (const { state, title, width } of await present()) {
      assert.equal(state, "drawn", title);
      assert.ok(width > 100, `${title} is ${width} px wide`);
      seen.add(title);
    }
  }
  assert.equal(seen.size, count);
});

test("keeps only a part of them in the page", async () => {
  await scrollTo(0);
  const { length } = await present();
  assert.ok(length < count / 2, `${length} of ${count} are in the page`);
});

test("a figure of the container's width still follows it after coming back", async () => {
  const width = async () => (await page.locator(".tsl-Figure svg.marks").first().boundingBox()).width;
  const before = await width();
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.waitForTimeout(500);
  const now = await width();
  assert.ok(before - now > 200, `${before} px, then ${now} px`);
});

test("does not make the document dirty, and leaves nothing when closed", async () => {
  await lab.kernelIdle();
  await lab.command("docmanager:save");
  await scrollTo(count - 1);
  assert.equal(await lab.dirty(), false);
  await lab.command("application:close");
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".tsl-Figure").count(), 0);
  assert.equal(await page.locator(".tsl-Tooltip").count(), 0);
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
