// A kernel on another Jupyter server: the lesson gives what it gives here, and a killed kernel says so and comes back.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { Lab } from "../harness/lab.mjs";
import { startLab } from "../harness/server.mjs";

const results = new URL("../results/", import.meta.url).pathname;
const lesson = new URL("../../notebooks/activation-functions.ipynb", import.meta.url).pathname;
let gateway;
let lab;
let page;

/** Files keep texts as lists of lines. */
const text = (value) => (Array.isArray(value) ? value.join("") : value);

/** What a cell's outputs show. */
const shown = ({ outputs = [] }) =>
  outputs.map(({ output_type, data = {}, text: stream }) => [
    output_type,
    text(stream),
    Object.fromEntries(Object.entries(data).map(([type, value]) => [type, text(value)])),
  ]);

/** Runs the lesson, and names the cells whose outputs are not those that are committed, which the lessons' suite makes anew. */
async function differences() {
  await lab.command("notebook:clear-all-cell-outputs");
  await lab.runAll();
  const { cells } = await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.toJSON());
  const committed = JSON.parse(await readFile(lesson, "utf8")).cells;
  assert.equal(cells.length, committed.length);
  return cells.filter((cell, index) => !isDeepStrictEqual(shown(cell), shown(committed[index])));
}

/**
 * What code that the kernel runs apart from the notebook prints. After a kernel's end, jupyter_server sometimes leaves the
 * way through a gateway deaf, whatever the kernel: reconnecting helps, as docs/remote.md says.
 */
async function printed(code) {
  for (let attempt = 0; attempt < 10; attempt++) {
    const output = await page.evaluate(async (source) => {
      const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
      let text = "";
      const future = kernel.requestExecute({ code: source, store_history: false });
      future.onIOPub = ({ content }) => (text += content.text ?? "");
      const late = new Promise((resolve) => setTimeout(resolve, 3000));
      return Promise.race([future.done.then(() => text), late]);
    }, code);
    if (output !== undefined) return output;
    await lab.command("notebook:reconnect-to-kernel");
  }
  throw new Error("the kernel does not answer");
}

before(async () => {
  await mkdir(results, { recursive: true });
  gateway = await startLab();
  lab = await Lab.start({ notebooks: [lesson], args: ["--gateway-url", gateway.url] });
  page = lab.page;
  await lab.open("activation-functions.ipynb");
});
after(async () => {
  await lab?.stop();
  await gateway?.stop();
});

test("the lesson's outputs are those of a kernel on this machine", async () => {
  assert.deepEqual(
    (await differences()).map(({ source }) => source),
    [],
  );
  const remote = await fetch(`${gateway.url}/api/kernels`).then((answer) => answer.json());
  assert.deepEqual(
    remote.map(({ name }) => name),
    ["tslinen"],
  );
});

test("a killed kernel is announced, and comes back", async () => {
  const pid = Number(await printed("const survivor = 1; console.log(process.pid);"));
  process.kill(pid, "SIGKILL");
  const dialog = page.locator(".jp-Dialog");
  await dialog.waitFor();
  assert.match(
    await dialog.innerText(),
    /Kernel Restarting[\s\S]*appears to have died. It will restart automatically/,
  );
  await page.screenshot({ path: join(results, "gateway-killed.png") });
  await dialog.getByRole("button", { name: "Ok" }).click();
  assert.notEqual(Number(await printed("console.log(process.pid);")), pid);
  assert.equal(await printed("console.log(survivor);"), "");
});

test("a restart gives the lesson's outputs again", async () => {
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart());
  assert.equal(await printed("console.log(6 * 7);"), "42\n");
  assert.deepEqual(
    (await differences()).map(({ source }) => source),
    [],
  );
});
