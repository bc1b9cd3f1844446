// Compares what is seen with pictures seen before, in baselines/. UPDATE_PICTURES=1 takes them anew.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const folder = (name) => new URL(`../${name}/`, import.meta.url).pathname;

/** The share of pixels that may differ: fonts are hinted a little differently from machine to machine. */
const tolerance = 0.01;

/** Fails unless `target`, a page or a locator, looks as it did; keeps picture and difference in results/. */
export async function looksAsBefore(target, name) {
  const taken = await target.screenshot({ animations: "disabled", caret: "hide" });
  await mkdir(folder("results"), { recursive: true });
  await writeFile(join(folder("results"), `${name}.png`), taken);
  const baseline = join(folder("baselines"), `${name}.png`);
  if (process.env.UPDATE_PICTURES) {
    await mkdir(folder("baselines"), { recursive: true });
    await writeFile(baseline, taken);
    return;
  }
  assert.ok(existsSync(baseline), `${name}: no picture to compare with; take one with UPDATE_PICTURES=1`);
  const [now, then] = [PNG.sync.read(taken), PNG.sync.read(await readFile(baseline))];
  const size = ({ width, height }) => `${width} × ${height}`;
  assert.equal(size(now), size(then), `${name}: size`);
  const difference = new PNG({ width: now.width, height: now.height });
  const count = pixelmatch(now.data, then.data, difference.data, now.width, now.height, { threshold: 0.2 });
  await writeFile(join(folder("results"), `${name}-difference.png`), PNG.sync.write(difference));
  const share = count / (now.width * now.height);
  assert.ok(share <= tolerance, `${name}: ${(100 * share).toFixed(2)} % of pixels differ`);
}
