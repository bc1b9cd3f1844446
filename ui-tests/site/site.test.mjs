// The site as a reader opens it: static files under a path, the lessons run in the browser, outputs compared with those
// that the kernel for Node.js has left in the notebooks.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { launchBrowser } from "../harness/chromium.mjs";
import { serveSite } from "../harness/site.mjs";
import { lessonForBrowser } from "../../scripts/site/lessons.mjs";

const folder = resolve(process.env.SITE ?? new URL("../../site", import.meta.url).pathname);
const notebooks = new URL("../../notebooks/", import.meta.url).pathname;
const lessons = (await readdir(notebooks)).filter((name) => name.endsWith(".ipynb"));
/** What Chromium and JupyterLite say of themselves. */
const known = [/favicon/, /api\/(?:workspaces|translations|resolvePath)/];
let site;
let browser;
let errors;

before(async () => {
  site = await serveSite(folder);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

/** Opens a page of a site in a browser profile of its own. */
async function open(path, from = site) {
  errors = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const note = (text) => known.some((pattern) => pattern.test(text)) || errors.push(text);
  page.on(
    "console",
    (message) => message.type() === "error" && note(`${message.text()} ${message.location().url}`),
  );
  page.on("pageerror", (error) => note(String(error.stack ?? error)));
  await page.goto(from.url + path);
  return page;
}

/** Opens a notebook in JupyterLite and waits for its kernel; its cells all stand in the page if `whole`. */
async function openNotebook(name, { whole = false, from } = {}) {
  const page = await open(`lite/lab/index.html?path=${name}`, from);
  await page.waitForFunction(() => window.jupyterapp?.shell?.currentWidget?.sessionContext, null, {
    timeout: 60_000,
  });
  await page.evaluate(async (all) => {
    const { context, sessionContext, content } = window.jupyterapp.shell.currentWidget;
    await context.ready;
    await sessionContext.ready;
    if (all) content.notebookConfig = { ...content.notebookConfig, windowingMode: "none" };
  }, whole);
  return page;
}

const cellsOf = (page) =>
  page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.toJSON().cells);

/** Puts a cell at the notebook's end, runs it, and gives its outputs. */
const runCell = (page, source) =>
  page.evaluate(async (text) => {
    const { content, context } = window.jupyterapp.shell.currentWidget;
    const { commands } = window.jupyterapp;
    content.activeCellIndex = content.widgets.length - 1;
    await commands.execute("notebook:insert-cell-below");
    content.activeCell.model.sharedModel.setSource(text);
    await commands.execute("notebook:run-cell");
    return context.model.toJSON().cells.at(-1).outputs;
  }, source);

const textOf = (outputs) =>
  outputs
    .map((one) => [one.text ?? one.data?.["text/plain"] ?? `${one.ename}: ${one.evalue}`].flat().join(""))
    .join("");

/** Runs a cell, and interrupts it once it has written something. */
async function interrupted(page, source) {
  const ran = runCell(page, `console.log("on");\n${source}`);
  await page.waitForFunction(
    () => window.jupyterapp.shell.currentWidget.content.widgets.at(-1).model.outputs.length > 0,
  );
  await page.evaluate(() => window.jupyterapp.commands.execute("notebook:interrupt-kernel"));
  return textOf(await ran);
}

/** Outputs without pictures, and without what differs between two ways of writing the same notebook. */
const comparable = (outputs) =>
  outputs.map(({ output_type, name, text, data, evalue }) => ({
    output_type,
    ...(evalue && { evalue }),
    ...(name && { name, text: [text].flat().join("") }),
    ...(data && {
      data: Object.fromEntries(
        Object.entries(data)
          .filter(([type]) => !type.startsWith("image/"))
          .map(([type, value]) => [type, Array.isArray(value) ? value.join("") : value]),
      ),
    }),
  }));

for (const name of lessons) {
  test(`${name} runs to its end, with the outputs of Node.js`, async () => {
    const { cells: committed } = lessonForBrowser(JSON.parse(await readFile(join(notebooks, name), "utf8")));
    const page = await openNotebook(name, { whole: true });
    await page.evaluate(async () => {
      const { commands } = window.jupyterapp;
      await commands.execute("notebook:clear-all-cell-outputs");
      await commands.execute("notebook:run-all-cells");
    });
    const cells = await cellsOf(page);
    assert.equal(cells.length, committed.length);
    for (const [index, cell] of committed.entries()) {
      if (cell.cell_type !== "code") continue;
      assert.deepEqual(comparable(cells[index].outputs), comparable(cell.outputs), `cell ${index}`);
    }
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

describe("a cell in the browser", () => {
  let page;
  before(async () => {
    page = await openNotebook(lessons[0]);
  });
  after(() => page?.context().close());

  const answers = {
    'console.log("one"); [1, 2]': /^one\n\[ 1, 2 \]$/,
    "const n: number = 'text';": /TypeScriptError: Type 'string' is not assignable.*line 1/,
    'import fs from "node:fs";': /Cannot find 'node:fs'\.\s+It belongs to Node\.js/,
    'import { nothing } from "./nothing";': /Cannot find module '\.\/nothing'/,
    'import * as d3 from "d3";': /A package can be loaded from an address/,
    'throw new Error("on purpose");': /Error: on purpose/,
    "self.close()": /a cell cannot end the kernel/,
    "!ls": /a browser has no commands/,
    "await new Promise((r) => setTimeout(r, 10)); 'later'": /^'later'$/,
  };
  for (const [code, expected] of Object.entries(answers)) {
    test(`answers ${code}`, async () => assert.match(textOf(await runCell(page, code)), expected));
  }

  test("names the line of an error", async () => {
    const [{ traceback }] = await runCell(
      page,
      "const a = 1;\nfunction fail() {\n  throw new Error('here');\n}\nfail();",
    );
    assert.match(traceback.join("\n"), /at fail \(In\[\d+\]:3:9\)\n\s+at In\[\d+\]:5:1/);
  });

  test("completes and documents", async () => {
    const answer = (type, content) =>
      page.evaluate(
        async ([method, asked]) => {
          const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
          return (await kernel[method](asked)).content;
        },
        [type, content],
      );
    await runCell(page, 'import { np } from "tslinen";');
    const { matches } = await answer("requestComplete", { code: "np.linsp", cursor_pos: 8 });
    assert.ok(matches.includes("linspace"), matches.join(", "));
    const { data } = await answer("requestInspect", { code: "np.linspace", cursor_pos: 8, detail_level: 0 });
    assert.match(data["text/plain"], /linspace/);
  });

  test("sends and answers comms", async () => {
    const source =
      'import { comms } from "@tslinen/kernel";\ncomms.registerTarget("echo", (comm) => comm.onMessage(({ data }) => comm.send(data)));';
    await runCell(page, source);
    const echoed = await page.evaluate(async () => {
      const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
      const comm = kernel.createComm("echo");
      const answered = new Promise((resolve) => (comm.onMsg = ({ content }) => resolve(content.data)));
      comm.open();
      comm.send({ n: 1 });
      return answered;
    });
    assert.deepEqual(echoed, { n: 1 });
  });

  test("stops an await at once, and keeps the values", async () => {
    await runCell(page, "const kept = 42;");
    assert.match(await interrupted(page, "await new Promise(() => undefined);"), /the cell was interrupted/);
    assert.equal(textOf(await runCell(page, "kept")), "42");
  });

  test("ends a loop together with the kernel, and says how to go on", async () => {
    assert.match(
      await interrupted(page, "while (true) {}"),
      /the values of all cells are gone.*Run All Above/,
    );
    assert.match(textOf(await runCell(page, "kept")), /Cannot find name 'kept'/);
    assert.equal(textOf(await runCell(page, "1 + 1")), "2");
  });

  test("leaves the console quiet", () => assert.deepEqual(errors, []));
});

test("a loop is stopped and the values stay where pages may share memory with their workers", async () => {
  const isolated = await serveSite(folder, { isolated: true });
  try {
    const page = await openNotebook(lessons[0], { from: isolated });
    await runCell(page, "const kept = 42;");
    for (const loop of ["while (true) {}", "for (;;) { try { throw 1; } catch {} }"]) {
      assert.match(await interrupted(page, loop), /the cell was interrupted/);
    }
    assert.equal(textOf(await runCell(page, "kept")), "42");
    assert.deepEqual(errors, []);
    await page.context().close();
  } finally {
    await isolated.stop();
  }
});

test("the front page shows the first lesson, with its kernel", async () => {
  const page = await open("");
  await page.waitForFunction(
    () => document.querySelector("iframe")?.contentWindow?.jupyterapp?.shell?.currentWidget?.sessionContext,
    null,
    { timeout: 60_000 },
  );
  const name = await page.evaluate(async () => {
    const { sessionContext } = document.querySelector("iframe").contentWindow.jupyterapp.shell.currentWidget;
    await sessionContext.ready;
    return sessionContext.session.kernel.name;
  });
  assert.equal(name, "tslinen");
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("the documentation is searched", async () => {
  const page = await open("docs/index.html");
  await page.locator("#tsd-search-trigger").click();
  await page.locator("#tsd-search-input").fill("linspace");
  await page.locator("#tsd-search-results a").first().click();
  await page.waitForURL(/linspace/);
  assert.match(await page.locator("main, .col-content").first().textContent(), /evenly spaced|start/i);
  assert.deepEqual(errors, []);
  await page.context().close();
});
