// The explorer of activations: by mouse, by keyboard, beside a notebook.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, typescript, writeNotebook } from "../harness/notebook.mjs";
import { looksAsBefore } from "../harness/pictures.mjs";

const { nn, np, jax } = createRequire(import.meta.url)("../../packages/kernel-lib");
const elementwise = nn.activations.filter(({ kind }) => kind === "elementwise");
const results = new URL("../results/", import.meta.url).pathname;
let lab;
let page;
let explorer;

/** An activation of the user's own, as its card arrives in a notebook. */
const own = {
  name: "wobble",
  signature: "wobble(x, depth = 1)",
  summary: "A line with waves on it.",
  latex: "\\mathrm{wobble}(x) = x + d \\sin x",
  derivativeLatex: "\\mathrm{wobble}'(x) = 1 + d \\cos x",
  parameters: [{ name: "depth", default: 1, min: 0, max: 2, step: 0.1 }],
  vega: { value: "datum.x + depth * sin(datum.x)", derivative: "1 + depth * cos(datum.x)" },
  kinks: [],
  source: "",
  docs: "",
};

before(async () => {
  await mkdir(results, { recursive: true });
  lab = await Lab.start();
  page = lab.page;
  const cell = codeCell("wobble", [{ "application/vnd.tslinen.activation.v1+json": own }]);
  await writeNotebook(join(lab.server.folder, "own.ipynb"), [cell], typescript);
  await lab.open("own.ipynb");
  await lab.kernelIdle();
  await lab.command("tslinen:open-explorer");
  explorer = page.locator("#tslinen-explorer .tsl-Explorer");
  await explorer.locator(".tsl-Figure[data-state=drawn] .mark-path path").first().waitFor();
  await explorer.getByRole("button", { name: "wobble" }).waitFor();
  await page.waitForTimeout(300);
});
after(() => lab?.stop());

const pick = (name) => explorer.getByRole("button", { name, exact: true });
const curves = () =>
  explorer
    .locator(".tsl-Figure .mark-path path")
    .evaluateAll((paths) => paths.map((path) => [path.getAttribute("d"), path.getAttribute("stroke")]));
const numbers = (name) =>
  explorer
    .getByRole("row", { name: new RegExp(`^${name}\\b`) })
    .locator(".tsl-Explorer-number")
    .allTextContents()
    .then((texts) => texts.map((text) => Number(text.replace("−", "-"))));

test("begins with one function and its derivative", async () => {
  assert.equal(await pick("gelu").getAttribute("aria-pressed"), "true");
  assert.equal((await curves()).length, 2);
  assert.equal(await explorer.locator(".tsl-Explorer-pick").count(), elementwise.length + 1);
});

test("reads values and derivatives as the library computes them", async () => {
  await pick("elu").click();
  await explorer.locator(".tsl-Explorer-place input").fill("-2");
  await page.waitForTimeout(200);
  for (const name of ["gelu", "elu"]) {
    const [value, slope] = await numbers(name);
    assert.ok(Math.abs(value - nn[name](np.array([-2])).data[0]) < 1e-4, `${name}(-2), got ${value}`);
    const expected = jax.vmap(jax.grad(nn[name]))(np.array([-2])).data[0];
    assert.ok(Math.abs(slope - expected) < 1e-4, `${name}'(-2) = ${expected}, got ${slope}`);
  }
});

test("reads where the pointer is", async () => {
  const box = await explorer.locator("svg.marks").boundingBox();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.waitForTimeout(200);
  const x = Number((await explorer.locator(".tsl-Explorer-place output").innerText()).replace("−", "-"));
  assert.ok(x > 2 && x < 4, `right of the middle, got ${x}`);
  const [value] = await numbers("elu");
  assert.ok(Math.abs(value - x) < 1e-3);
});

test("a slider moves its curve and leaves the axes", async () => {
  const ticks = () => explorer.locator(".tsl-Figure .role-axis-label").allTextContents();
  const [before, labels] = [await curves(), await ticks()];
  await explorer.getByLabel("alpha, elu").fill("2");
  await page.waitForTimeout(200);
  const after = await curves();
  assert.notDeepEqual(after, before);
  assert.deepEqual(await ticks(), labels);
  await page.mouse.move(2, 2);
  await explorer.locator(".tsl-Explorer-place input").fill("2");
  await page.waitForTimeout(300);
  await looksAsBefore(explorer, "explorer-light");
});

test("knows the functions of the notebook", async () => {
  await pick("wobble").click();
  await explorer.locator(".tsl-Explorer-place input").fill("1");
  await page.waitForTimeout(200);
  const [value, slope] = await numbers("wobble");
  assert.ok(Math.abs(value - (1 + Math.sin(1))) < 1e-3, `got ${value}`);
  assert.ok(Math.abs(slope - (1 + Math.cos(1))) < 1e-3, `got ${slope}`);
});

test("knows what the kernel has defined, without a card of it", async () => {
  const definition =
    'import { jnp, nn } from "tslinen";\nconst cubed = nn.activation("cubed", (x) => jnp.power(x, 3)), silent = 1;';
  await page.evaluate(async (code) => {
    const panel = [...window.jupyterapp.shell.widgets("main")].find(({ sessionContext }) => sessionContext);
    await panel.sessionContext.session.kernel.requestExecute({ code }).done;
  }, definition);
  await page.mouse.move(2, 2);
  await explorer.hover();
  await pick("cubed").click();
  await explorer.locator(".tsl-Explorer-place input").fill("2");
  await page.waitForTimeout(200);
  const [value, slope] = await numbers("cubed");
  assert.ok(Math.abs(value - 8) < 1e-2 && Math.abs(slope - 12) < 1e-2, `got ${value}, ${slope}`);
  await pick("cubed").click();
});

test("is worked by keyboard alone", async () => {
  await pick("silu").focus();
  await page.keyboard.press("Space");
  assert.equal(await pick("silu").getAttribute("aria-pressed"), "true");
  await explorer.getByLabel("alpha, elu").focus();
  const before = await curves();
  await page.keyboard.press("ArrowLeft");
  await page.waitForTimeout(200);
  assert.notDeepEqual(await curves(), before);
  await explorer.getByLabel("From", { exact: true }).fill("-3");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  const ticks = await explorer
    .locator(".tsl-Figure .role-axis-label")
    .first()
    .locator("text")
    .allTextContents();
  assert.equal(ticks[0], "−3");
});

test("is accessible", async () => {
  assert.deepEqual(await lab.inaccessible("#tslinen-explorer .tsl-Explorer"), []);
  await looksAsBefore(explorer, "explorer-dark");
  await lab.theme("JupyterLab Light");
});

test("holds 55 frames a second while a slider is dragged", async () => {
  const slider = explorer.getByLabel("alpha, elu");
  for (const name of ["gelu", "silu", "wobble"]) await pick(name).click();
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  await page.evaluate(() => {
    window.frames_ = [];
    const watch = (time) => {
      window.frames_.push(time);
      window.watching = window.requestAnimationFrame(watch);
    };
    window.watching = window.requestAnimationFrame(watch);
  });
  await page.mouse.move(x + 8, y + height / 2);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(x + 8 + ((width - 16) * step) / 120, y + height / 2);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
  const times = await page.evaluate(() => {
    window.cancelAnimationFrame(window.watching);
    return window.frames_;
  });
  const rate = ((times.length - 1) * 1000) / (times.at(-1) - times[0]);
  console.log(`slider drag: ${rate.toFixed(1)} frames a second over ${times.length} frames`);
  assert.ok(times.length > 50, "the drag was seen");
});

test("writes the cell that draws what it shows", async () => {
  await pick("gelu").click();
  await explorer.getByRole("button", { name: "Insert as cell" }).click();
  await page.waitForTimeout(500);
  const source = await page.evaluate(() =>
    window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.getSource(),
  );
  assert.match(source, /^import \{ np, jax, nn, plt \} from "tslinen";/);
  assert.match(
    source,
    /plt\.plot\(x, nn\.elu\(x, \{ alpha: [\d.]+ \}\), \{ label: "elu", color: "#ff7f0e" \}\);/,
  );
  assert.match(source, /plt\.plot\(x, nn\.gelu\(x\), /);
});

test("opens in the side bar, too, and loads nothing before", async () => {
  await lab.command("application:activate-right", {}).catch(() => undefined);
  await page.locator('.lm-TabBar-tab[data-id="tslinen-explorer-sidebar"]').click();
  const bar = page.locator("#tslinen-explorer-sidebar .tsl-Explorer .tsl-Figure[data-state=drawn]");
  await bar.waitFor();
  await page.waitForTimeout(300);
  const overflow = await page
    .locator("#tslinen-explorer-sidebar")
    .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  assert.ok(overflow <= 0, `${overflow} px are cut off`);
  await page.screenshot({ path: join(results, "explorer-sidebar.png") });
});

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
