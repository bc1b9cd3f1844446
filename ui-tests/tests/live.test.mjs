// Figures that change while a cell runs: never empty, as often as promised, with the part that a reader looks at kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const sources = [
  `import { np, plt } from "tslinen";
import { clearOutput } from "@tslinen/kernel";
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));`,
  `const live = plt.live({ figsize: [6, 3] });
const until = performance.now() + 3000;
for (let step = 0; performance.now() < until; step++) {
  live.push({ loss: Math.exp(-step / 1000), accuracy: 1 - Math.exp(-step / 3000) });
  const next = performance.now() + 1;
  while (performance.now() < next);
}`,
  `for (let k = 1; k <= 12; k++) {
  plt.figure({ figsize: [4, 2] });
  plt.plot(np.linspace(0, k, 50), { label: "line" });
  plt.title(\`frame \${k}\`);
  clearOutput({ wait: true });
  plt.show();
  await pause(60);
}`,
  `const [fig, ax] = plt.subplots({ figsize: [5, 2.5] });
const x = np.linspace(0, 2 * Math.PI, 100);
const [line] = ax.plot(x, np.sin(x));
new plt.FuncAnimation(fig, (i) => line.setYdata(np.sin(x.add(i / 3))), { frames: 20, interval: 60 })`,
];
let lab;
let page;

const outputs = (index) =>
  page.evaluate(
    (at) => window.jupyterapp.shell.currentWidget.content.widgets[at].model.sharedModel.toJSON().outputs,
    index,
  );

/** Runs a cell and meanwhile looks at its output at every frame: what is seen when, in milliseconds. */
async function watch(index, whileRunning = async () => {}) {
  await page.evaluate((at) => {
    const panel = window.jupyterapp.shell.currentWidget;
    panel.content.activeCellIndex = at;
    const area = panel.content.widgets[at].node.querySelector(".jp-Cell-outputArea");
    window.seen = [];
    const look = () => {
      const picture = area.querySelector(".tsl-Figure-picture:not(.tsl-Figure-behind) > svg");
      const line = picture?.querySelector(".mark-line path")?.getAttribute("d") ?? "";
      const labels = [...(picture?.querySelectorAll(".role-axis-label text") ?? [])].map(
        (node) => node.textContent,
      );
      window.seen.push({ drawn: Boolean(picture), line, labels: labels.sort().join(" ") });
      window.looking = window.requestAnimationFrame(look);
    };
    look();
  }, index);
  const ended = lab.command("notebook:run-cell");
  await whileRunning();
  await ended;
  await lab.kernelIdle();
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    window.cancelAnimationFrame(window.looking);
    return window.seen;
  });
}

/** The frames from the first in which there was a figure. */
const fromFirst = (seen) => seen.slice(seen.findIndex(({ drawn }) => drawn));

before(async () => {
  lab = await Lab.withCells("live", sources);
  page = lab.page;
  await lab.kernelIdle();
  await lab.command("notebook:run-cell-and-select-next");
  await lab.kernelIdle();
});
after(() => lab?.stop());

test("a live figure grows in its place, keeps what the reader looks at, and is saved as its last picture", async () => {
  let moved;
  const seen = fromFirst(
    await watch(1, async () => {
      const picture = page.locator(".jp-OutputArea .tsl-Figure-picture svg").first();
      await picture.waitFor();
      await page.waitForTimeout(800);
      const { x, y, width, height } = await picture.boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width / 2 - 60, y + height / 2 + 40, { steps: 4 });
      await page.mouse.up();
      await page.waitForTimeout(300);
      moved = await page.evaluate(() => window.seen.at(-1).labels);
    }),
  );
  assert.ok(
    seen.every(({ drawn }) => drawn),
    "the figure was empty for a moment",
  );
  const states = new Set(seen.map(({ line }) => line)).size;
  console.log(`${states} states in ${seen.length} frames`);
  assert.ok(states > 10, `${states} states`);
  assert.equal(seen.at(-1).labels, moved);
  assert.notEqual(seen[0].labels, moved);
  await lab.picture("live");
  const saved = await outputs(1);
  assert.equal(saved.length, 1);
  assert.deepEqual(Object.keys(saved[0].data).sort(), [
    "application/vnd.vegalite.v6+json",
    "image/png",
    "text/plain",
  ]);
});

test("pyplot's own way, clearing and showing in a loop, does not flicker", async () => {
  const seen = fromFirst(await watch(2));
  const empty = seen.filter(({ drawn }) => !drawn).length;
  assert.equal(empty, 0, `${empty} of ${seen.length} frames without a figure`);
  assert.ok(new Set(seen.map(({ line, labels }) => line + labels)).size > 4);
  const saved = await outputs(2);
  assert.equal(saved.length, 1);
  assert.ok(saved[0].data["image/png"]);
  assert.match(JSON.stringify(saved[0].data), /frame 12/);
  assert.deepEqual(lab.errors, []);
});

test("an animation plays, pauses and follows its slider, without the kernel", async () => {
  await watch(3);
  const player = page.locator(".tsl-Player");
  const line = page.locator(".tsl-Animation .mark-line path");
  await line.waitFor();
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown());
  const start = await line.getAttribute("d");
  await player.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction(() =>
    /^([5-9]|1\d) \//.test(document.querySelector(".tsl-Player > span").textContent),
  );
  await player.getByRole("button", { name: "Pause" }).click();
  assert.notEqual(await line.getAttribute("d"), start);
  const slider = player.getByRole("slider", { name: "Frame" });
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForFunction(
    (first) => document.querySelector(".tsl-Animation .mark-line path").getAttribute("d") === first,
    start,
  );
  assert.equal(await player.locator("span").innerText(), "1 / 20");
  await page.keyboard.press("ArrowRight");
  await player.getByText("2 / 20", { exact: true }).waitFor({ timeout: 5000 });
  const [output] = await outputs(3);
  assert.ok(output.data["image/png"]);
  await lab.picture("animation");
  assert.deepEqual(await lab.inaccessible(".tsl-Figure, .tsl-Animation"), []);
  assert.deepEqual(lab.errors, []);
});
