// The pages around the lessons: the front page and the documentation.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import { LiteSite } from "../harness/lite.mjs";

let site;
before(async () => {
  site = await LiteSite.start();
});
after(() => site?.stop());

test("the front page shows the first lesson, with its kernel", async () => {
  const opened = await site.open("");
  await opened.page.waitForFunction(
    () => document.querySelector("iframe")?.contentWindow?.jupyterapp?.shell?.currentWidget?.sessionContext,
    null,
    { timeout: 60_000 },
  );
  const name = await opened.page.evaluate(async () => {
    const { sessionContext } = document.querySelector("iframe").contentWindow.jupyterapp.shell.currentWidget;
    await sessionContext.ready;
    return sessionContext.session.kernel.name;
  });
  assert.equal(name, "tslinen");
  assert.deepEqual(opened.errors, []);
  await opened.close();
});

const pages = [
  "",
  "docs/index.html",
  "docs/functions/tslinen.np.linspace.html",
  "docs/documents/Installing.html",
];
const looks = [1280, 390].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));
for (const { width, scheme } of looks) {
  for (const path of pages) {
    test(`axe finds nothing in ${path || "the front page"}, ${scheme}, at ${width} pixels, which fits`, async () => {
      const opened = await site.open(path, { width, height: 850 }, scheme);
      const { page } = opened;
      assert.deepEqual(await violations(page, path === "" ? { exclude: ["iframe"] } : undefined), []);
      const overflow = await page.evaluate(
        () => window.document.documentElement.scrollWidth - window.innerWidth,
      );
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      assert.deepEqual(opened.errors, []);
      await opened.close();
    });
  }
}

test("the documentation is searched", async () => {
  const opened = await site.open("docs/index.html");
  const { page } = opened;
  await page.locator("#tsd-search-trigger").click();
  await page.locator("#tsd-search-input").fill("linspace");
  await page.locator("#tsd-search-results a").first().click();
  await page.waitForURL(/linspace/);
  assert.match(await page.locator("main, .col-content").first().textContent(), /evenly spaced|start/i);
  assert.deepEqual(opened.errors, []);
  await opened.close();
});
