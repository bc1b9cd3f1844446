// A table of a hundred thousand records: quick to show, to scroll and to sort, by mouse and keyboard, narrow and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const source = `Array.from({ length: 100_000 }, (_, i) => ({
  step: i,
  loss: i % 7 === 3 ? null : Math.exp(-i / 2000) * (1 + 0.1 * Math.sin(i)),
  phase: ["warm-up", "training", "cool-down"][i % 3],
  when: new Date(Date.UTC(2026, 0, 1) + i * 60_000),
  best: i % 50 === 0,
}))`;
let lab;
let page;
const table = () => page.locator(".tsl-Table");
const body = () => table().locator("tbody tr:not(.tsl-Table-room)");
const firstCells = async (count) => {
  const top = await table()
    .locator(".tsl-Table-scroller")
    .evaluate((node) => node.scrollTop);
  assert.equal(top, 0);
  return body()
    .locator("td:nth-child(3)")
    .evaluateAll((cells, n) => cells.slice(0, n).map((cell) => cell.textContent), count);
};

before(async () => {
  lab = await Lab.withCells("tables", [source]);
  page = lab.page;
  await lab.runAll();
  await body().first().waitFor();
});
after(() => lab?.stop());

test("only the rows that are seen are on the page, wherever one scrolls to", async () => {
  assert.match(
    await table().innerText(),
    /100,000 rows × 5 columns\. The first 4,000 rows are in the notebook/,
  );
  assert.ok((await body().count()) < 60);
  await lab.picture("table");
  await table()
    .locator(".tsl-Table-scroller")
    .evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await body()
    .locator("th", { hasText: /^3999$/ })
    .waitFor();
  assert.ok((await body().count()) < 60);
  await table()
    .locator(".tsl-Table-scroller")
    .evaluate((node) => node.scrollTo(0, 0));
  await body().locator("th", { hasText: /^0$/ }).waitFor();
});

test("a click on a column sorts, a second turns the order round, a third undoes it", async () => {
  const loss = table().getByRole("button", { name: "loss" });
  await loss.click();
  assert.equal(await table().locator("th[aria-sort]").getAttribute("aria-sort"), "ascending");
  const rising = (await firstCells(5)).map(Number);
  assert.deepEqual(
    rising,
    [...rising].sort((a, b) => a - b),
  );
  await loss.focus();
  await page.keyboard.press("Enter");
  assert.equal(await table().locator("th[aria-sort]").getAttribute("aria-sort"), "descending");
  assert.ok(Number((await firstCells(1))[0]) > 1);
  await page.keyboard.press("Space");
  assert.equal(await table().locator("th[aria-sort]").count(), 0);
  assert.deepEqual(await firstCells(1), ["1"]);
  assert.match(await loss.getAttribute("title"), /loss: number\n.*….*\nmean .*\n14,286 missing/);
});

test("it is accessible", async () => {
  assert.deepEqual(await lab.inaccessible(".tsl-Table"), []);
});

test("it is read as well when dark and narrow", async () => {
  await lab.theme("JupyterLab Dark");
  await page.setViewportSize({ width: 640, height: 800 });
  await page.waitForTimeout(200);
  const box = await table().locator(".tsl-Table-scroller").boundingBox();
  assert.ok(box.x + box.width <= 640);
  await lab.picture("table-dark-narrow");
  assert.deepEqual(lab.errors, []);
});
