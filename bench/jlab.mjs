// The JupyterLab extension: how soon the figures of the lesson's tutorial are drawn, beside the Vega 5 renderer that
// JupyterLab ships, on the same charts in the same run; what is left in memory; what is loaded at the start; how smooth
// the explorer is.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Lab } from "../ui-tests/harness/lab.mjs";
import { codeCell, writeNotebook } from "../ui-tests/harness/notebook.mjs";
import { dragSlider, heap, median, openUntilDrawn } from "./jlab/measure.mjs";

const repetitions = 5;
const openings = 50;

const lesson = JSON.parse(
  await readFile(new URL("../notebooks/activation-functions.ipynb", import.meta.url), "utf8"),
);
const specs = lesson.cells
  .filter(({ metadata }) => metadata.tags?.includes("port"))
  .flatMap(({ outputs = [] }) => outputs)
  .flatMap(({ data = {} }) => data["application/vnd.vegalite.v6+json"] ?? []);
if (specs.length === 0)
  throw new Error("expected figures in cells of the lesson that are tagged port, got none");

/** The same charts for either renderer; a picture is there already, so that neither writes one. */
const bundles = {
  tslinen: (spec) => ({ "application/vnd.vegalite.v6+json": spec }),
  shipped: (spec) => ({
    "application/vnd.vegalite.v5+json": {
      ...spec,
      $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    },
  }),
};
/** The same notebook without figures: what JupyterLab itself keeps of a notebook that was closed. */
const plain = "no figures, for comparison";
bundles[plain] = () => ({ "text/plain": "[<Line2D>]" });

const drawn = {
  [plain]: ".jp-OutputArea-output",
  tslinen: '.tsl-Figure[data-state="drawn"] svg, .tsl-Figure[data-state="drawn"] canvas',
  shipped: ".jp-RenderedVegaCommon5 canvas, .jp-RenderedVegaCommon5 svg.marks",
};

const row = (label, ...values) =>
  console.log(label.padEnd(44), ...values.map((value) => String(value).padStart(14)));
const settings = { "@jupyterlab/notebook-extension/tracker": { windowingMode: "none" } };
const viewport = { width: 1280, height: 1000 };

const lab = await Lab.start({ settings, viewport });
try {
  for (const [name, bundle] of Object.entries(bundles)) {
    const cells = specs.map((spec, index) => codeCell(`figure ${index}`, [bundle(spec)]));
    await writeNotebook(join(lab.server.folder, `${name}.ipynb`), cells);
  }

  row("median of " + repetitions + ", in ms", "tslinen", "JupyterLab's", "ratio");
  for (const [label, fresh] of [
    [`${specs.length} figures, first notebook of a page`, true],
    [`${specs.length} figures, next notebook`, false],
  ]) {
    const times = { tslinen: [], shipped: [] };
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const name of repetition % 2 ? ["shipped", "tslinen"] : ["tslinen", "shipped"]) {
        if (fresh) await lab.newPage(viewport);
        times[name].push(await openUntilDrawn(lab, `${name}.ipynb`, drawn[name], specs.length));
        await lab.close();
      }
    }
    const [own, shipped] = [median(times.tslinen), median(times.shipped)];
    row(label, own.toFixed(0), shipped.toFixed(0), (own / shipped).toFixed(2));
  }

  console.log();
  row(`heap in MB, ${openings} notebooks opened and closed`, "before", "after", "ratio");
  for (const name of Object.keys(bundles)) {
    await lab.newPage(viewport);
    const cycle = async () => {
      await openUntilDrawn(lab, `${name}.ipynb`, drawn[name], specs.length);
      await lab.close();
    };
    for (let warm = 0; warm < 3; warm++) await cycle();
    const before = await heap(lab.page);
    for (let opening = 0; opening < openings; opening++) await cycle();
    const after = await heap(lab.page);
    row(name, (before / 1e6).toFixed(1), (after / 1e6).toFixed(1), (after / before).toFixed(2));
  }

  console.log();
  await lab.newPage(viewport);
  const sizes = await lab.page.evaluate(async () => {
    const own = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/@tslinen/jupyterlab/static/") && /\.js/.test(name));
    return Promise.all(own.map(async ({ name }) => (await (await fetch(name)).arrayBuffer()).byteLength));
  });
  row(
    "JavaScript loaded at the start",
    `${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB`,
  );

  await lab.command("tslinen:open-explorer");
  for (const picked of [["elu"], ["elu", "gelu", "mish"]]) {
    const rate = await dragSlider(lab.page, picked, "alpha, elu");
    row(
      `explorer, slider dragged, ${picked.length} function${picked.length > 1 ? "s" : ""}`,
      `${rate.toFixed(1)} frames/s`,
    );
  }
} finally {
  await lab.stop();
}
