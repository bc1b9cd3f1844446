// The lessons, run in the browser: their outputs are compared with those that the kernel for Node.js has left in the
// notebooks.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LiteSite, lessons, notebooks } from "../harness/lite.mjs";
import { lessonForBrowser } from "../../scripts/site/lessons.mjs";

let site;
before(async () => {
  site = await LiteSite.start();
});
after(() => site?.stop());

/** Outputs without pictures, and without what differs between two ways of writing the same notebook. */
const comparable = (outputs) =>
  outputs.map(({ output_type, name, text, data, evalue }) => ({
    output_type,
    ...(evalue && { evalue }),
    ...(name && { name, text: [text].flat().join("") }),
    ...(data && {
      data: Object.fromEntries(
        Object.entries(data)
          .filter(([type]) => !type.startsWith("image/"))
          .map(([type, value]) => [type, Array.isArray(value) ? value.join("") : value]),
      ),
    }),
  }));

for (const name of lessons) {
  test(`${name} runs to its end, with the outputs of Node.js`, async () => {
    const { cells: committed } = lessonForBrowser(JSON.parse(await readFile(join(notebooks, name), "utf8")));
    const opened = await site.openNotebook(name, { whole: true });
    await opened.page.evaluate(async () => {
      const { commands } = window.jupyterapp;
      await commands.execute("notebook:clear-all-cell-outputs");
      await commands.execute("notebook:run-all-cells");
    });
    const cells = await opened.cells();
    assert.equal(cells.length, committed.length);
    for (const [index, cell] of committed.entries()) {
      if (cell.cell_type !== "code") continue;
      assert.deepEqual(comparable(cells[index].outputs), comparable(cell.outputs), `cell ${index}`);
    }
    assert.deepEqual(opened.errors, []);
    await opened.close();
  });
}

test("a lesson is read and run on a phone", async () => {
  const opened = await (
    await site.page({ width: 390, height: 800 })
  ).openNotebook(site.url, lessons[0], {
    app: "notebooks",
  });
  const { page } = opened;
  assert.equal(await page.evaluate(() => window.document.documentElement.scrollWidth - window.innerWidth), 0);
  const cells = page.locator(".jp-Cell").first();
  assert.ok((await cells.boundingBox()).width > 300);
  assert.equal(await opened.textOf("6 * 7"), "42");
  assert.deepEqual(opened.errors, []);
  await opened.close();
});
