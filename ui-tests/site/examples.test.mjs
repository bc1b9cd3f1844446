// Examples of the documentation, which run in the page.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LiteSite, siteFolder, waitUntil } from "../harness/lite.mjs";
import { violations } from "../harness/axe.mjs";

let site;
before(async () => {
  site = await LiteSite.start();
});
after(() => site?.stop());

const page = "docs/functions/tslinen.plt.plot.html";
const state = (opened, wanted) => opened.page.waitForSelector(`.tsl-Live[data-state="${wanted}"]`);
const output = (opened) => opened.page.locator(".tsl-Live-outputs").first();

/** Opens a page, and the first of its examples as a live cell that has run. */
async function openExample(path = page, ...looks) {
  const opened = await site.open(path, ...looks);
  await opened.page.locator(".tsl-Run").first().click();
  await state(opened, "ok");
  return opened;
}

test("an example is opened by its button, runs, and draws its figure in the page", async () => {
  const opened = await openExample();
  await opened.page.waitForSelector('.tsl-Live .tsl-Figure[data-state="drawn"] svg');
  await opened.close();
  assert.deepEqual(opened.errors, []);
});

test("code can be changed, and runs by Shift + Enter; mistakes are shown with their line", async () => {
  const opened = await openExample("docs/functions/tslinen.np.linspace.html");
  const editor = opened.page.getByRole("textbox", { name: /Code of the example/ });
  await editor.fill("const seven = np.multiply(2, 3.5);\nseven.item()");
  await editor.press("Shift+Enter");
  await waitUntil(async () => (await output(opened).textContent()) === "7");
  await editor.fill("const ten: number = 10;\nconst wrong: string = ten;");
  await editor.press("Shift+Enter");
  await state(opened, "error");
  assert.match(await output(opened).textContent(), /'number' is not assignable to type 'string'/);
  await opened.close();
  assert.deepEqual(opened.errors, []);
});

test("a loop is stopped, and the example closed", async () => {
  const opened = await openExample("docs/functions/tslinen.np.linspace.html");
  const editor = opened.page.getByRole("textbox", { name: /Code of the example/ });
  await editor.fill('console.log("on");\nawait new Promise(() => undefined);');
  await editor.press("Shift+Enter");
  await waitUntil(async () => /^on/.test(await output(opened).textContent()));
  await opened.page.getByRole("button", { name: "Stop" }).click();
  await state(opened, "error");
  assert.match(await output(opened).textContent(), /interrupted/);
  await opened.page.getByRole("button", { name: "Close" }).click();
  assert.equal(await opened.page.locator(".tsl-Live").count(), 0);
  assert.equal(
    await opened.page
      .locator(".tsl-Run")
      .first()
      .evaluate((one) => one === document.activeElement),
    true,
  );
  await opened.close();
});

test("a guide's example runs after those above it", async () => {
  const opened = await site.open("docs/documents/Coming_from_Python.html");
  await opened.page.locator(".tsl-Run").nth(20).click();
  await state(opened, "ok");
  await opened.close();
  assert.deepEqual(opened.errors, []);
});

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    test(`axe finds nothing in a live example, ${scheme}, at ${width} pixels, which fits`, async () => {
      const opened = await openExample(page, { width, height: 850 }, scheme);
      await opened.page.waitForSelector('.tsl-Live .tsl-Figure[data-state="drawn"] svg');
      assert.deepEqual(await violations(opened.page), []);
      const overflow = await opened.page.evaluate(
        () => window.document.documentElement.scrollWidth - window.innerWidth,
      );
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await opened.close();
    });
  }
}

test("examples run without a network after the first visit", async () => {
  const own = await LiteSite.start();
  try {
    const first = await own.open(page);
    await waitUntil(() =>
      first.page.evaluate(async () => {
        for (const name of await window.caches.keys()) {
          const kept = (await (await window.caches.open(name)).keys()).map(({ url }) => url);
          const isKept = (part) => kept.some((url) => url.includes(part));
          if (["/live/buttons.js", "workers/compiler", "plt.plot.html", "assets/main.js"].every(isKept))
            return true;
        }
        return false;
      }),
    );
    const second = await first.page.context().newPage();
    const { url } = own;
    await own.server.stop();
    own.server = undefined;
    await second.goto(url + page);
    await second.locator(".tsl-Run").first().click();
    await second.waitForSelector('.tsl-Live[data-state="ok"] .tsl-Figure[data-state="drawn"] svg');
  } finally {
    await own.stop();
  }
});

test("every example of a function runs", async () => {
  const names = (await readdir(join(siteFolder, "docs/functions"))).filter((name) => name.endsWith(".html"));
  const opened = await openExample();
  const failures = await opened.page.evaluate(async (pages) => {
    const found = new Map();
    for (const name of pages) {
      const html = await (await fetch(name)).text();
      const parsed = new window.DOMParser().parseFromString(html, "text/html");
      for (const end of parsed.querySelectorAll("pre[data-run] br")) end.replaceWith("\n");
      for (const { textContent } of parsed.querySelectorAll("pre[data-run] > code"))
        found.set(textContent, name);
    }
    const [cell] = document.getElementsByClassName("tsl-Live");
    const failed = [];
    for (const [code, name] of found) {
      cell.querySelector("textarea").value = code;
      cell.querySelector(".tsl-Live-run").click();
      while (cell.dataset.state === "running") await new Promise((again) => setTimeout(again, 1));
      if (cell.dataset.state !== "ok") {
        failed.push(`${name}: ${cell.querySelector(".tsl-Live-outputs").textContent.slice(0, 300)}`);
      }
    }
    return { count: found.size, failed };
  }, names);
  assert.ok(failures.count > 500, `${failures.count} examples`);
  assert.deepEqual(failures.failed, []);
  await opened.close();
});
