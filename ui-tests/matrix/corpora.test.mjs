// Many figures made by others: Altair's, and Vega-Lite's own examples where they are at hand.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { Lab } from "../harness/lab.mjs";
import { codeCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { jupyterPath } from "../harness/server.mjs";

const here = new URL("..", import.meta.url).pathname;
const results = join(here, "results");
const examples = process.env.VEGA_LITE_EXAMPLES ?? resolve(here, "../../shared/vega-lite-examples");
let lab;

/** A Python that has Altair: that of Jupyter, or one made for the tests. */
function pythonWithAltair() {
  const has = (python) => {
    try {
      execFileSync(python, ["-c", "import altair; assert altair.__version__.startswith('6.')"], {
        stdio: "ignore",
      });
      return true;
    } catch {
      return false;
    }
  };
  const python = join(dirname(jupyterPath()), "python");
  if (has(python)) return python;
  const environment = join(here, ".cache/altair");
  const own = join(environment, "bin/python");
  if (!has(own)) {
    execFileSync(python, ["-m", "venv", environment]);
    execFileSync(own, ["-m", "pip", "install", "-q", "-r", join(here, "altair/requirements.txt")]);
  }
  return own;
}

before(async () => {
  await mkdir(results, { recursive: true });
  lab = await Lab.start({
    viewport: { width: 1600, height: 1200 },
    settings: { "@jupyterlab/notebook-extension/tracker": { windowingMode: "none" } },
  });
});
after(() => lab?.stop());

/** Opens a notebook of one figure a cell; reports those that failed, or are empty. */
async function failures(path, count) {
  await lab.open(path);
  await lab.page.waitForFunction(
    (least) => {
      const panel = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
      const all = [...panel.querySelectorAll(".tsl-Figure")];
      return all.length >= least && all.every((figure) => figure.dataset.state);
    },
    count,
    { timeout: 120_000 },
  );
  return lab.page.evaluate(() => {
    const panel = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
    return [...panel.querySelectorAll(".jp-CodeCell")].flatMap((cell) => {
      const name = cell.querySelector(".cm-content").textContent.trim();
      const figure = cell.querySelector(".tsl-Figure");
      if (figure?.dataset.state !== "drawn") {
        return [`${name}: ${figure?.querySelector(".tsl-Problem p")?.textContent ?? "no figure"}`];
      }
      const marks = figure.querySelectorAll(
        ".role-mark path, .role-mark text, .role-mark line, .role-mark image",
      );
      const notice = figure.querySelector(".tsl-Figure-notice").textContent;
      return figure.querySelector("canvas") || marks.length > 0 ? [] : [`${name}: no marks. ${notice}`];
    });
  });
}

test("forty charts of Altair", async () => {
  const path = join(lab.server.folder, "altair.ipynb");
  execFileSync(pythonWithAltair(), [join(here, "altair/gallery.py"), path]);
  const { cells } = JSON.parse(await readFile(path, "utf8"));
  assert.ok(cells.length >= 40);
  const failed = await failures("altair.ipynb", cells.length);
  console.log(
    `Altair: ${cells.length - failed.length} of ${cells.length} drawn${failed.map((line) => `\n  ${line}`).join("")}`,
  );
  assert.deepEqual(failed, []);
});

test(
  "the examples of Vega-Lite",
  { skip: !existsSync(examples) && `no examples at ${examples}` },
  async () => {
    const names = (await readdir(examples)).filter((name) => name.endsWith(".json"));
    const cells = await Promise.all(
      names.map(async (name) =>
        codeCell(name.replace(/\.vl\.json$/, ""), [
          vegaLite(JSON.parse(await readFile(join(examples, name), "utf8"))),
        ]),
      ),
    );
    await writeNotebook(join(lab.server.folder, "examples.ipynb"), cells);
    const failed = await failures("examples.ipynb", cells.length);
    console.log(
      `Vega-Lite examples: ${names.length - failed.length} of ${names.length} drawn${failed.map((line) => `\n  ${line}`).join("")}`,
    );
    await writeFile(join(results, "examples.txt"), failed.join("\n"));
    assert.deepEqual(failed, []);
  },
);

test("leaves no error in the console", () => {
  assert.deepEqual(lab.errors, []);
});
