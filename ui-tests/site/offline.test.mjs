// The site without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LitePage, LiteSite, lessons, waitUntil } from "../harness/lite.mjs";

test("lessons run without a network after the first visit, and loops are stopped there", async () => {
  const own = await LiteSite.start();
  try {
    const first = await own.openNotebook(lessons[0]);
    assert.equal(
      await first.textOf('import { plt } from "tslinen"; plt.plot([1, 2]); 5'),
      "5<Figure size 640x480 with 1 Axes>",
    );
    await waitUntil(() =>
      first.page.evaluate(async () => {
        const isKept = async (part) => {
          for (const name of await window.caches.keys()) {
            const kept = await (await window.caches.open(name)).keys();
            if (kept.some(({ url }) => url.includes(part))) return true;
          }
          return false;
        };
        return (
          (await isKept("/lab/index.html")) &&
          (await isKept("jlab_core")) &&
          (await isKept("workers/compiler"))
        );
      }),
    );
    const page = await first.page.context().newPage();
    const { url } = own;
    await own.server.stop();
    own.server = undefined;
    const second = await new LitePage(page).openNotebook(url, lessons[0]);
    assert.equal(await page.evaluate(() => window.crossOriginIsolated), true);
    await second.runCell("const kept = 42;");
    assert.match(await second.interrupted("while (true) {}"), /the cell was interrupted/);
    assert.equal(await second.textOf("kept"), "42");
  } finally {
    await own.stop();
  }
});
