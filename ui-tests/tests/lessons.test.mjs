// The lessons in JupyterLab, as a reader runs them: Run All, then look. The first one; all of them with LESSONS=all.
import assert from "node:assert/strict";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { Lab } from "../harness/lab.mjs";

const folder = new URL("../../notebooks/", import.meta.url).pathname;
const results = new URL("../results/", import.meta.url).pathname;
const first = "activation-functions.ipynb";
const lessons = (await readdir(folder)).filter(
  (name) => name.endsWith(".ipynb") && (process.env.LESSONS === "all" || name === first),
);
const vegaLite = "application/vnd.vegalite.v6+json";
/** All cells stand in the page, however long the lesson is. */
const settings = { "@jupyterlab/notebook-extension/tracker": { windowingMode: "none" } };
const width = 1280;
let lab;
let page;

before(async () => {
  await mkdir(results, { recursive: true });
  lab = await Lab.start({ notebooks: lessons.map((name) => folder + name), settings });
});
after(() => lab?.stop());

/** The cells of the notebook that is open, as they are now. */
const cells = () => page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.toJSON().cells);

/** The labels of axes that stand out too little from the paper they are on: less than 4.5 to 1, as WCAG asks. */
function illegible() {
  const light = (colour) => {
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = colour;
    const hex = /^#(..)(..)(..)$/.exec(context.fillStyle);
    const shares = hex
      ? hex.slice(1).map((part) => parseInt(part, 16))
      : context.fillStyle
          .match(/[\d.]+/g)
          .slice(0, 3)
          .map(Number);
    const [r, g, b] = shares
      .map((share) => share / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll(".tsl-Figure svg.marks")].flatMap((picture) => {
    const paper = light(window.getComputedStyle(picture).backgroundColor);
    return [...picture.querySelectorAll(".role-axis-label text")].flatMap((label) => {
      const ink = light(label.getAttribute("fill"));
      const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      return contrast < 4.5 ? [`${label.textContent}: ${contrast.toFixed(1)} to 1`] : [];
    });
  });
}

/** What has to be scrolled to be seen, though the page has room for it. */
function cutOff() {
  return [...document.querySelectorAll(".tsl-Card-formula, .tsl-Figure-picture")].flatMap((node) =>
    node.scrollWidth > node.clientWidth + 1
      ? [`${node.className}: ${node.scrollWidth} px in ${node.clientWidth}`]
      : [],
  );
}

for (const name of lessons) {
  describe(name, () => {
    let committed;

    before(async () => {
      committed = JSON.parse(await readFile(folder + name, "utf8"))
        .cells.flatMap((cell) => cell.outputs ?? [])
        .filter((output) => output.data?.[vegaLite]).length;
      page = await lab.newPage({ width, height: 900 });
      await lab.open(name);
      await lab.command("notebook:clear-all-cell-outputs");
      await lab.runAll();
      await lab.figuresSettled(committed);
      const height = await page.locator(".jp-WindowedPanel-outer").evaluate((cells) => cells.scrollHeight);
      await page.setViewportSize({ width, height: height + 200 });
    });

    test("draws every figure with our extension", async () => {
      assert.ok(committed > 0);
      const outputs = (await cells()).flatMap((cell) => cell.outputs ?? []);
      assert.equal(outputs.filter((output) => output.data?.[vegaLite]).length, committed);
      const states = await page
        .locator(".tsl-Figure")
        .evaluateAll((figures) => figures.map((figure) => figure.dataset.state));
      assert.ok(states.length >= committed);
      assert.ok(
        states.every((state) => state === "drawn"),
        states.join(", "),
      );
    });

    test("has no cell that fails", async () => {
      const outputs = (await cells()).flatMap((cell) => cell.outputs ?? []);
      assert.deepEqual(
        outputs.filter((output) => output.output_type === "error" || output.name === "stderr"),
        [],
      );
    });

    test("typesets its formulas", async () => {
      const text = (await cells())
        .filter((cell) => cell.cell_type === "markdown")
        .map((cell) => [cell.source].flat().join(""))
        .join("\n");
      const sources = text.match(/\$\$[^$]+\$\$/g)?.length ?? 0;
      const typeset = page.locator(".jp-RenderedMarkdown mjx-container[display='true']");
      assert.equal(await typeset.count(), sources);
      assert.equal(await page.locator("mjx-merror").count(), 0);
    });

    test("leaves the console quiet", () => {
      assert.deepEqual(lab.errors, []);
    });

    for (const theme of ["JupyterLab Dark", "JupyterLab Light"]) {
      test(`can be read in ${theme}, and nothing is cut off`, async () => {
        await lab.theme(theme);
        const [shade] = theme.toLowerCase().split(" ").slice(1);
        await page.screenshot({ path: `${results}${name.replace(".ipynb", "")}-${shade}.png` });
        assert.deepEqual(await page.evaluate(illegible), []);
        assert.deepEqual(await page.evaluate(cutOff), []);
      });
    }
  });
}
