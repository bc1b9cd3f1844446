// Hostile figures: the page lives on, nothing is loaded from outside, no script runs.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hostile } from "../harness/hostile.mjs";
import { Lab } from "../harness/lab.mjs";
import { codeCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { foreign } from "../harness/specs.mjs";

let lab;
let page;

before(async () => {
  lab = await Lab.start();
  page = lab.page;
  await page.context().route(/outside\.example/, (route) => route.abort());
});
after(() => lab?.stop());

for (const [what, { grammar = "vega-lite", ...rest }] of Object.entries(hostile)) {
  test(what, async () => {
    const spec = typeof hostile[what] === "string" || Array.isArray(hostile[what]) ? hostile[what] : rest;
    const type = grammar === "vega" ? "application/vnd.vega.v6+json" : "application/vnd.vegalite.v6+json";
    const name = `${what.replaceAll(/\W+/g, "-")}.ipynb`;
    await writeNotebook(join(lab.server.folder, name), [
      codeCell(what, [{ [type]: spec }]),
      codeCell("a sound one after it", [vegaLite(foreign)]),
    ]);
    lab.requests.length = 0;
    await lab.open(name);
    const panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)");
    await panel.locator('.tsl-Figure[data-state="drawn"]').last().waitFor({ timeout: 15_000 });
    const first = panel.locator(".tsl-Figure").first();
    await first.locator("xpath=.").waitFor({ state: "attached" });
    await page.waitForFunction((node) => node.dataset.state, await first.elementHandle(), {
      timeout: 15_000,
    });
    // Point at it, everywhere, and press a key.
    const box = await first.boundingBox();
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      await page.mouse.move(
        box.x + Math.min(box.width, 500) * share,
        box.y + Math.min(box.height, 300) * share,
      );
    }
    await page.mouse.click(box.x + 30, box.y + 30);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(100);

    assert.equal(await page.evaluate(() => 1 + 1), 2, "the page answers");
    assert.equal(await page.evaluate(() => window.hacked ?? {}.hacked), undefined, "no script has run");
    assert.ok(await panel.isVisible(), "the notebook is still there");
    const { origin } = new URL(lab.server.url);
    const foreignRequests = lab.requests.filter(
      (url) => !url.startsWith(origin) && !/^(data|blob|ws):/.test(url),
    );
    assert.deepEqual(foreignRequests, [], "nothing is loaded from outside");
    assert.equal(await page.evaluate(() => document.body.style.cursor), "");
    await lab.command("application:close");
  });
}

test("hearing of remote data, the reader learns why it is missing", async () => {
  await writeNotebook(join(lab.server.folder, "remote.ipynb"), [
    codeCell("", [vegaLite(hostile["remote data"])]),
  ]);
  await lab.open("remote.ipynb");
  await lab.figuresSettled(1);
  const notice = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .tsl-Figure-notice");
  assert.match(await notice.innerText(), /remote data is off.*outside\.example/);
});
