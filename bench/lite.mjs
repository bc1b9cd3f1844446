// The kernel in a browser beside the one in Node.js, in the same run: a trivial cell, and the lesson on training. And how
// soon the first lesson's first figure is live after its link was opened, with what was downloaded until then.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, inVenv, root } from "../scripts/environment.mjs";
import { LiteSite, siteFolder } from "../ui-tests/harness/lite.mjs";
import { median } from "./jlab/measure.mjs";

if (!existsSync(join(siteFolder, "lite"))) fail(`there is no site in ${siteFolder}: run npm run site`);
const trivial = "1 + 1";
const repetitions = 60;
const training = "training-a-network.ipynb";

const row = (label, ...values) =>
  console.log(label.padEnd(52), ...values.map((value) => String(value).padStart(12)));

/** Opens the link to the first lesson, runs its cells up to the first figure as soon as there is a kernel. */
async function untilFirstFigure(site, opened) {
  const before = site.server.sent();
  const begin = performance.now();
  await opened.openNotebook(site.url, "activation-functions.ipynb");
  await opened.page.evaluate(async () => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const isFigure = ({ model }) =>
      model.type === "code" &&
      model.outputs.toJSON().some(({ data = {} }) => data["application/vnd.vegalite.v6+json"]);
    const first = content.widgets.findIndex(isFigure);
    const { commands } = window.jupyterapp;
    await commands.execute("notebook:clear-all-cell-outputs");
    content.activeCellIndex = first + 1;
    await commands.execute("notebook:run-all-above");
    const drawn = () => document.querySelector('.tsl-Figure[data-state="drawn"]');
    while (!drawn()) await new Promise((next) => window.requestAnimationFrame(next));
  });
  return { seconds: (performance.now() - begin) / 1000, megabytes: (site.server.sent() - before) / 1e6 };
}

/** Starts a kernel that no notebook shows: JupyterLab's toolbar takes longer to show a state than a short cell takes. */
const startKernel = (opened) =>
  opened.page.evaluate(async () => {
    window.kernel = await window.jupyterapp.serviceManager.kernels.startNew({ name: "tslinen" });
  });

/** Milliseconds of a trivial cell in a page, from the request to the end of its work. */
const trivialInPage = (opened) =>
  opened.page.evaluate(
    async ([code, count]) => {
      const times = [];
      for (let i = 0; i < count; i++) {
        const begin = performance.now();
        await window.kernel.requestExecute({ code }).done;
        times.push(performance.now() - begin);
      }
      return times;
    },
    [trivial, repetitions],
  );

/** Milliseconds of a lesson's code cells in a page, one after the other. */
const lessonInPage = (opened, codes) =>
  opened.page.evaluate(async (cells) => {
    const begin = performance.now();
    for (const code of cells) await window.kernel.requestExecute({ code }).done;
    return performance.now() - begin;
  }, codes);

const codes = JSON.parse(readFileSync(join(root, "notebooks", training), "utf8"))
  .cells.filter(({ cell_type }) => cell_type === "code")
  .map(({ source }) => [source].flat().join(""));
const inNode = JSON.parse(
  spawnSync(inVenv("python"), [join(root, "bench/lite/node.py")], {
    input: JSON.stringify({ trivial, repetitions, codes }),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
  }).stdout,
);

const site = await LiteSite.start();
try {
  // A host has its files at hand, compressed: an earlier reader has asked for them.
  const earlier = await site.page();
  await untilFirstFigure(site, earlier);
  await earlier.close();
  const first = await site.page();
  row("the first lesson's first figure, from the link", "seconds", "MB");
  for (const label of ["cold", "warm"]) {
    const { seconds, megabytes } = await untilFirstFigure(site, first);
    row(`  ${label}`, seconds.toFixed(1), megabytes.toFixed(2));
    // A page with unsaved outputs would ask before it is left.
    await first.page.evaluate(() => window.jupyterapp.commands.execute("docmanager:save"));
  }
  await first.close();
  const opened = await site.open("lite/lab/index.html");
  await opened.page.waitForFunction(() => window.jupyterapp?.serviceManager);
  await opened.page.evaluate(() => window.jupyterapp.restored);
  await startKernel(opened);
  const cell = median((await trivialInPage(opened)).slice(10));
  const lesson = await lessonInPage(opened, codes);
  row("in ms", "browser", "Node.js", "ratio");
  row("trivial cell: 1 + 1", cell.toFixed(1), inNode.trivial.toFixed(1), (cell / inNode.trivial).toFixed(2));
  row(training, lesson.toFixed(0), inNode.lesson.toFixed(0), (lesson / inNode.lesson).toFixed(2));
} finally {
  await site.stop();
}
