// What draws and tells again and again in one place: interact, bars of progress, live curves beside a training.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

/** What is not ours to name: the handles of jupyterlab_widgets' sliders, and what a figure's own tests look at. */
const foreign = [".noUi-handle", ".tsl-Figure"];
const sources = [
  `import { interact, np, plt, progress } from "tslinen";
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
let runs = 0;
let last = 0;
const x = np.linspace(0, 6, 100);`,
  `interact(({ k }) => {
  runs += 1;
  last = k;
  plt.figure({ figsize: [5, 2.5] });
  plt.plot(x, np.sin(x.mul(k)));
  plt.title(\`k = \${k}\`);
}, { k: [0.5, 5] }).addClass("w-interact");`,
  `const rounds = progress(30, { desc: "training" });
for (const round of rounds) {
  await pause(50);
  rounds.setPostfix({ loss: 1 / (round + 1) });
}`,
  `for (const round of progress(10, { desc: "stopped early" })) {
  await pause(20);
  if (round === 3) break;
}`,
];
let lab;
let page;

before(async () => {
  lab = await Lab.withCells("interact", sources, { viewport: { width: 1280, height: 1000 } });
  page = lab.page;
  await lab.runAll();
});
after(() => lab?.stop());

test("interact draws the figure anew while its slider moves, without an empty moment", async () => {
  const box = page.locator(".w-interact");
  await box.locator(".tsl-Figure svg .mark-line path").waitFor();
  const handle = box.locator(".noUi-handle");
  await handle.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const area = document.querySelector(".w-interact");
    window.drawn = [];
    const look = (time) => {
      const line = area.querySelector(".tsl-Figure-picture:not(.tsl-Figure-behind) .mark-line path");
      window.drawn.push([time, line?.getAttribute("d")]);
      window.looking = window.requestAnimationFrame(look);
    };
    window.requestAnimationFrame(look);
  });
  const before = await lab.inKernel("runs");
  // The page itself presses the keys, one a frame: messages to the browser are not as fast.
  await handle.evaluate(
    (node) =>
      new Promise((done) => {
        const end = performance.now() + 3000;
        let frame = 0;
        const press = (time) => {
          const key = frame++ % 80 < 40 ? "ArrowRight" : "ArrowLeft";
          node.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true }));
          if (time < end) window.requestAnimationFrame(press);
          else done();
        };
        window.requestAnimationFrame(press);
      }),
  );
  const runs = (await lab.inKernel("runs")) - before;
  const drawn = await page.evaluate(() => {
    window.cancelAnimationFrame(window.looking);
    return window.drawn;
  });
  const seconds = (drawn.at(-1)[0] - drawn[0][0]) / 1000;
  const redraws = drawn.filter(([, line], i) => i > 0 && line !== drawn[i - 1][1]).length;
  console.log(
    `interact: ${(redraws / seconds).toFixed(1)} redraws a second, ${runs} runs, ${drawn.length} frames`,
  );
  assert.ok(
    drawn.every(([, line]) => line),
    "the figure was empty for a moment",
  );
  assert.ok(redraws > 2, `${redraws} redraws`);
});

test("the figure ends with the slider's last value, and so does the saved notebook, with its picture", async () => {
  const box = page.locator(".w-interact");
  const readout = await box.locator(".widget-readout").innerText();
  let last = await lab.inKernel("last");
  while (last.toFixed(2) !== readout) last = await lab.inKernel("last");
  const title = `k = ${last}`;
  await box.locator(".tsl-Figure svg").getByText(title, { exact: true }).waitFor();
  const shown = async () => {
    await lab.command("@jupyter-widgets/jupyterlab-manager:saveWidgetState");
    await lab.command("docmanager:save");
    const { metadata } = await lab.saved("interact.ipynb");
    const { state } = metadata.widgets["application/vnd.jupyter.widget-state+json"];
    return Object.values(state)
      .filter(({ model_name: name }) => name === "OutputModel")
      .flatMap((model) => model.state.outputs)
      .find(({ data }) => data?.["application/vnd.vegalite.v6+json"]).data;
  };
  let saved = await shown();
  while (!saved["image/png"]) saved = await shown();
  assert.ok(JSON.stringify(saved["application/vnd.vegalite.v6+json"]).includes(`"${title}"`));
});

test("progress is a bar of widgets, and a line where the notebook is read elsewhere", async () => {
  const outputs = await page.evaluate(() =>
    window.jupyterapp.shell.currentWidget.content.widgets
      .slice(2)
      .map(({ model }) => model.sharedModel.toJSON().outputs),
  );
  for (const all of outputs) assert.equal(all.length, 1);
  const [[done], [stopped]] = outputs;
  assert.ok(done.data["application/vnd.jupyter.widget-view+json"]);
  assert.match(done.data["text/plain"], /^training: 100%\|█{10}\| 30\/30 \[.*, loss=0\.0333\]$/);
  assert.match(stopped.data["text/plain"], /^stopped early: {2}30%\|███ {7}\| 3\/10 /);
  const bars = page.locator(".widget-hprogress");
  await bars.first().scrollIntoViewIfNeeded();
  assert.deepEqual(
    await page.$$eval(".widget-hprogress .progress-bar", (all) => all.map(({ className }) => className)),
    ["progress-bar progress-bar-success", "progress-bar progress-bar-danger"],
  );
  assert.match(await page.locator(".jp-OutputArea:has(.widget-hprogress)").first().innerText(), /30\/30/);
});

test("looks well and is accessible, light and dark, wide and narrow", async () => {
  assert.deepEqual(
    await lab.inaccessible(".jp-Notebook .jp-Cell-outputWrapper:has(.widget-interact)", foreign),
    [],
  );
  assert.deepEqual(await lab.inaccessible(".jp-Notebook .jp-Cell-outputWrapper:has(.widget-hprogress)"), []);
  await lab.pictures("interact", [1280, 700]);
  assert.deepEqual(lab.errors, []);
});
