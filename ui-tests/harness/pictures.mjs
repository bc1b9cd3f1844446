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

/** How far, in pixels, a picture may have moved: the room for a label depends on how its font is measured. */
const shifts = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/** The part of a picture that is left of it when it is laid `x` and `y` pixels off another of its size. */
function overlap({ width, height, data }, x, y) {
  const part = new PNG({ width: width - Math.abs(x), height: height - Math.abs(y) });
  for (let row = 0; row < part.height; row++) {
    const from = 4 * ((row + Math.max(0, y)) * width + Math.max(0, x));
    part.data.set(data.subarray(from, from + 4 * part.width), 4 * row * part.width);
  }
  return part;
}

/** The share of pixels that differ where one picture is laid `x` and `y` pixels off the other, and which. */
function compare(now, then, x, y) {
  const [one, other] = [overlap(now, x, y), overlap(then, -x, -y)];
  const { width, height } = one;
  const picture = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, picture.data, width, height, { threshold: 0.2 });
  return { share: count / (width * height), picture };
}

/** The comparison in the place where they differ least; the first one that is good enough will do. */
function closest(now, then) {
  let best;
  for (const y of shifts) {
    for (const x of shifts) {
      const found = compare(now, then, x, y);
      if (!best || found.share < best.share) best = found;
      if (best.share <= tolerance) return best;
    }
  }
  return best;
}

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
  const { share, picture } = closest(now, then);
  await writeFile(join(folder("results"), `${name}-difference.png`), PNG.sync.write(picture));
  assert.ok(share <= tolerance, `${name}: ${(100 * share).toFixed(2)} % of pixels differ`);
}
