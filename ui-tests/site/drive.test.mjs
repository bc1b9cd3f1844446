// Files of the drive, as cells import, read and write them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LiteSite } from "../harness/lite.mjs";

let site;
let opened;
before(async () => {
  site = await LiteSite.start();
  opened = await site.newNotebook();
  await opened.runCell('import { np, plt, flax } from "tslinen";');
});
after(() => site?.stop());

const save = (path, content, format = "text") =>
  opened.page.evaluate(
    (file) => window.jupyterapp.serviceManager.contents.save(file.path, { type: "file", ...file }),
    { path, content, format },
  );
/** A file as the drive has it, once it has it. */
const fromDrive = (path) =>
  opened.page.evaluate(async (name) => {
    const { contents } = window.jupyterapp.serviceManager;
    for (;;) {
      const found = await contents.get(name, { content: true }).catch(() => undefined);
      if (found) return found.content;
      await new Promise((again) => setTimeout(again, 20));
    }
  }, path);

test("are imported, and again when they change", async () => {
  await save("statistics.ts", "export const mean = (x: number[]) => x.reduce((a, b) => a + b) / x.length;");
  await save("settings.json", '{ "rate": 0.5 }');
  const code =
    'import { mean } from "./statistics"; import settings from "./settings.json"; [mean([1, 3]), settings.rate]';
  assert.equal(await opened.textOf(code), "[ 2, 0.5 ]");
  await save("statistics.ts", "export const mean = (x: number[]) => -x.length;");
  assert.equal(await opened.textOf(code), "[ -2, 0.5 ]");
  await save("statistics.ts", "export const mean: string = 5;");
  assert.match(await opened.textOf(code), /not callable/);
});

test("hold what np.save and checkpoints write, and are read", async () => {
  assert.equal(
    await opened.textOf('np.save("x.npy", np.arange(3)); np.load("x.npy").tolist()'),
    "[ 0, 1, 2 ]",
  );
  const content = await fromDrive("x.npy");
  assert.equal(Buffer.from(content, "base64").toString("latin1", 1, 6), "NUMPY");
  await save("y.npy", content, "base64");
  assert.equal(await opened.textOf('np.load("y.npy").tolist()'), "[ 0, 1, 2 ]");
  const code =
    'const { checkpoints } = flax.training; checkpoints.saveCheckpoint("run", { w: np.ones(2) }, 3); checkpoints.restoreCheckpoint("run", { w: np.zeros(2) }).w.tolist()';
  assert.equal(await opened.textOf(code), "[ 1, 1 ]");
  await fromDrive("run/checkpoint_3");
  assert.match(await opened.textOf('np.load("nowhere.npy")'), /load: .*there is no such file/);
  assert.match(await opened.textOf('np.save("no/such/x.npy", [1])'), /save: .*there is no such folder/);
});

test("in /tmp are the kernel's own, and not on the drive", async () => {
  assert.equal(
    await opened.textOf('np.save("/tmp/z.npy", np.arange(2)); np.load("/tmp/z.npy").tolist()'),
    "[ 0, 1 ]",
  );
  assert.match(await opened.textOf('np.save("/elsewhere/z.npy", [1])'), /save: .*not allowed there/);
});

test("hold figures in each format", async () => {
  const code =
    'plt.plot([1, 2, 4], { label: "growth" }); plt.legend(); for (const kind of ["png", "svg", "json", "html"]) plt.savefig(`figure.${kind}`); plt.close("all");';
  assert.equal(await opened.textOf(code), "");
  assert.match(await fromDrive("figure.svg"), /^<svg.*growth.*<\/svg>\s*$/s);
  assert.equal((await fromDrive("figure.png")).slice(0, 11), "iVBORw0KGgo");
  assert.equal(JSON.parse(await fromDrive("figure.json")).$schema.includes("vega-lite"), true);
  assert.match(await fromDrive("figure.html"), /vegaLite\.compile/);
  const pixels = await opened.page.evaluate(
    async (png) => {
      const image = await window.createImageBitmap(
        await (await fetch(`data:image/png;base64,${png}`)).blob(),
      );
      const canvas = new window.OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const blue = data.filter((value, at) => at % 4 === 2 && value > 150 && data[at - 2] < 60).length;
      return { width: image.width, height: image.height, blue };
    },
    await fromDrive("figure.png"),
  );
  assert.ok(pixels.width > 400 && pixels.height > 300 && pixels.blue > 200, JSON.stringify(pixels));
});

test("leave the console quiet", () => assert.deepEqual(opened.errors, []));
