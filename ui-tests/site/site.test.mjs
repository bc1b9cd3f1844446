// The site as a reader opens it: static files under a path, the lessons run in the browser, outputs compared with those
// that the kernel for Node.js has left in the notebooks.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { LitePage, LiteSite } from "../harness/lite.mjs";
import { serveModules } from "../harness/modules.mjs";
import { lessonForBrowser } from "../../scripts/site/lessons.mjs";

const folder = resolve(process.env.SITE ?? new URL("../../site", import.meta.url).pathname);
const notebooks = new URL("../../notebooks/", import.meta.url).pathname;
const lessons = (await readdir(notebooks)).filter((name) => name.endsWith(".ipynb"));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let site;

/** Tries until it holds; the test's time is the limit. */
async function waitUntil(holds) {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 200));
}

before(async () => {
  site = await LiteSite.start(folder);
});
after(() => site?.stop());

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
    const opened = await site.openNotebook(name, { whole: true });
    await opened.page.evaluate(async () => {
      const { commands } = window.jupyterapp;
      await commands.execute("notebook:clear-all-cell-outputs");
      await commands.execute("notebook:run-all-cells");
    });
    const cells = await opened.cells();
    assert.equal(cells.length, committed.length);
    for (const [index, cell] of committed.entries()) {
      if (cell.cell_type !== "code") continue;
      assert.deepEqual(comparable(cells[index].outputs), comparable(cell.outputs), `cell ${index}`);
    }
    assert.deepEqual(opened.errors, []);
    await opened.close();
  });
}

describe("a cell in the browser", () => {
  let opened;
  before(async () => {
    opened = await site.newNotebook();
  });
  after(() => opened?.close());

  const answers = {
    'console.log("one"); [1, 2]': /^one\n\[ 1, 2 \]$/,
    "const n: number = 'text';": /TypeScriptError: Type 'string' is not assignable.*line 1/,
    'import fs from "node:fs";': /Cannot find 'node:fs'\.\s+It belongs to Node\.js/,
    'import { nothing } from "./nothing";': /Cannot find module '\.\/nothing'/,
    'throw new Error("on purpose");': /Error: on purpose/,
    "self.close()": /a cell cannot end the kernel/,
    "!ls": /a browser has no commands/,
    "await new Promise((r) => setTimeout(r, 10)); 'later'": /^'later'$/,
  };
  for (const [code, expected] of Object.entries(answers)) {
    test(`answers ${code}`, async () => assert.match(await opened.textOf(code), expected));
  }

  test("points at the line of an error", async () => {
    const [{ traceback }] = await opened.runCell(
      'const a = 1;\nfunction fail() {\n  throw new Error("here");\n}\nfail();',
    );
    assert.match(traceback.join("\n"), /at fail \(In\[\d+\]:3:9\)\n\s+at In\[\d+\]:5:1/);
  });

  test("completes and documents", async () => {
    const answer = (type, content) =>
      opened.page.evaluate(
        async ([method, asked]) => {
          const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
          return (await kernel[method](asked)).content;
        },
        [type, content],
      );
    await opened.runCell('import { np } from "tslinen";');
    const { matches } = await answer("requestComplete", { code: "np.linsp", cursor_pos: 8 });
    assert.ok(matches.includes("linspace"), matches.join(", "));
    const { data } = await answer("requestInspect", { code: "np.linspace", cursor_pos: 8, detail_level: 0 });
    assert.match(data["text/plain"], /linspace/);
  });

  test("asks the reader", async () => {
    const ran = opened.textOf('const answer = await input("name? "); `hello ${answer}`');
    const box = opened.page.locator(".jp-Stdin-input");
    await box.fill("Ada");
    await box.press("Enter");
    assert.match(await ran, /hello Ada/);
  });

  test("sends and answers comms", async () => {
    const source =
      'import { comms } from "@tslinen/kernel";\ncomms.registerTarget("echo", (comm) => comm.onMessage(({ data }) => comm.send(data)));';
    await opened.runCell(source);
    const echoed = await opened.page.evaluate(async () => {
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
    await opened.runCell("const kept = 42;");
    assert.match(await opened.interrupted("await new Promise(() => undefined);"), /the cell was interrupted/);
    assert.equal(await opened.textOf("kept"), "42");
  });

  test("ends a loop together with the kernel, and says how to go on", async () => {
    assert.match(
      await opened.interrupted("while (true) {}"),
      /the values of all cells are gone.*Run All Above/,
    );
    assert.match(await opened.textOf("kept"), /Cannot find name 'kept'/);
    assert.equal(await opened.textOf("1 + 1"), "2");
  });

  test("leaves the console quiet", () => assert.deepEqual(opened.errors, []));
});

describe("files of the drive", () => {
  let opened;
  before(async () => {
    opened = await site.newNotebook();
    await opened.runCell('import { np, plt, flax } from "tslinen";');
  });
  after(() => opened?.close());

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
});

describe("packages", () => {
  // A server of ES modules on this machine stands for those of the network.
  const modules = {
    "/counting": ["export const one = 1; export default (x) => x + 1;", { types: "/types/counting.d.ts" }],
    "/types/counting.d.ts": [
      'import type { Unit } from "./unit.js"; export declare const one: Unit; export default function (x: number): number;',
    ],
    "/types/unit.d.ts": ["export type Unit = 1;"],
    "/@scope/plain@2/part": ["export const name = 'plain';"],
    "/broken": ["throw new Error('on its own account');"],
  };
  let server;
  let opened;
  before(async () => {
    server = await serveModules(modules);
    opened = await site.newNotebook();
  });
  after(async () => {
    await opened?.close();
    await server?.stop();
  });

  test("come with advice where no server is set", async () => {
    assert.match(
      await opened.textOf('import { one } from "counting";'),
      /Cannot find module 'counting'.*Packages come from a server of ES modules.*Settings Editor/s,
    );
  });

  test("are loaded with their types once one is", async () => {
    const { page } = opened;
    await page.evaluate(() =>
      window.jupyterapp.commands.execute("settingeditor:open", { query: "TypeScript kernel" }),
    );
    await page.locator('input[id$="_packages"]').fill(server.url);
    await page.evaluate(async () => {
      const { shell } = window.jupyterapp;
      const [notebook] = [...shell.widgets("main")].filter(({ sessionContext }) => sessionContext);
      shell.activateById(notebook.id);
    });
    await waitUntil(async () => !/Cannot find module/.test(await opened.textOf('import "counting";')));
    assert.equal(await opened.textOf('import next, { one } from "counting"; [one, next(1)]'), "[ 1, 2 ]");
    assert.match(await opened.textOf("const wrong: 2 = one;"), /Type '1' is not assignable to type '2'/);
    assert.equal(await opened.textOf('import { name } from "@scope/plain@2/part"; name'), "'plain'");
    assert.equal(await opened.textOf('(await import("counting")).one'), "1");
    assert.equal(await opened.textOf(`import { one as far } from "${server.url}/counting"; far`), "1");
    assert.match(
      await opened.textOf('import { a } from "missing";'),
      /Cannot find module 'missing'.*There is no such package at http/s,
    );
    assert.match(await opened.textOf('import "broken";'), /on its own account/);
  });
});

describe("what would harm a page", () => {
  const hostile = {
    "endless recursion": ["function down(): number { return 1 + down(); }\ndown()", /RangeError|call stack/i],
    "a value of 200 MB": ['"x".repeat(200e6)', /x{100}|too (large|long)/],
    "an array of 200 MB": ["new Float64Array(25e6)", /Float64Array\(25000000\)/],
    "the worker's own messages": ["postMessage('nonsense'); 5", /5/],
    "an error that cannot be read": [
      "throw new Proxy(new Error('x'), { get() { throw new Error('no'); } })",
      /Error|Thrown/,
    ],
  };
  for (const isolated of [false, true]) {
    describe(isolated ? "isolated from other origins" : "as any host serves it", () => {
      let own;
      let opened;
      before(async () => {
        own = await LiteSite.start(folder, { isolated });
        opened = await own.newNotebook();
        assert.equal(await opened.page.evaluate(() => window.crossOriginIsolated), isolated);
      });
      after(() => own?.stop());

      for (const [what, [code, expected]] of Object.entries(hostile)) {
        test(`${what} leaves it alive`, async () => {
          assert.match((await opened.textOf(code)).slice(0, 10_000), expected);
          assert.equal(await opened.textOf("1 + 1"), "2");
        });
      }

      test("endless output is stopped", async () => {
        const text = await opened.interrupted('while (true) console.log("again and again");');
        assert.match(text.slice(-2000), /interrupted|values of all cells are gone/);
        assert.equal(await opened.textOf("1 + 1"), "2");
      });

      test("a worker that is ended from inside is started anew", async () => {
        const text = await opened.interrupted(
          "Object.getPrototypeOf(Object.getPrototypeOf(self)).close?.call(self);\nDedicatedWorkerGlobalScope.prototype.close?.call(self);\nawait new Promise(() => undefined);",
        );
        assert.match(text, /interrupted|values of all cells are gone/);
        assert.equal(await opened.textOf("2 + 2"), "4");
      });

      test("a loop is stopped", async () => {
        await opened.runCell("const kept = 42;");
        for (const loop of ["while (true) {}", "for (;;) { try { throw 1; } catch {} }"]) {
          const text = await opened.interrupted(loop);
          assert.match(text, isolated ? /the cell was interrupted/ : /the values of all cells are gone/);
        }
        if (isolated) assert.equal(await opened.textOf("kept"), "42");
        assert.equal(await opened.textOf("1 + 1"), "2");
        assert.deepEqual(opened.errors, []);
      });
    });
  }
});

test("the front page shows the first lesson, with its kernel", async () => {
  const opened = await site.open("");
  await opened.page.waitForFunction(
    () => document.querySelector("iframe")?.contentWindow?.jupyterapp?.shell?.currentWidget?.sessionContext,
    null,
    { timeout: 60_000 },
  );
  const name = await opened.page.evaluate(async () => {
    const { sessionContext } = document.querySelector("iframe").contentWindow.jupyterapp.shell.currentWidget;
    await sessionContext.ready;
    return sessionContext.session.kernel.name;
  });
  assert.equal(name, "tslinen");
  assert.deepEqual(opened.errors, []);
  await opened.close();
});

test("lessons run without a network after the first visit, and loops are stopped there", async () => {
  const own = await LiteSite.start(folder);
  try {
    const first = await own.openNotebook(lessons[0]);
    assert.equal(
      await first.textOf('import { plt } from "tslinen"; plt.plot([1, 2]); 5'),
      "5<Figure size 640x480 with 1 Axes>",
    );
    await waitUntil(() =>
      first.page.evaluate(async () => {
        const isKept = async (part) => {
          for (const name of await window.caches.keys()) {
            const kept = await (await window.caches.open(name)).keys();
            if (kept.some(({ url }) => url.includes(part))) return true;
          }
          return false;
        };
        return (
          (await isKept("/lab/index.html")) &&
          (await isKept("jlab_core")) &&
          (await isKept("workers/compiler"))
        );
      }),
    );
    const page = await first.page.context().newPage();
    const { url } = own;
    await own.server.stop();
    own.server = undefined;
    const second = await new LitePage(page).openNotebook(url, lessons[0]);
    assert.equal(await page.evaluate(() => window.crossOriginIsolated), true);
    await second.runCell("const kept = 42;");
    assert.match(await second.interrupted("while (true) {}"), /the cell was interrupted/);
    assert.equal(await second.textOf("kept"), "42");
  } finally {
    await own.stop();
  }
});

/** What axe finds in a page, JupyterLab's own parts left out. */
async function violations(page, within = "document") {
  await page.evaluate(await readFile(axe, "utf8"));
  return page.evaluate(async (where) => {
    const context = where === "document" ? window.document : where;
    // TypeDoc's list of pages has links in the headings that open and close its parts.
    const rules = { "nested-interactive": { enabled: false } };
    const { violations: found } = await window.axe.run(context, { rules, resultTypes: ["violations"] });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, within);
}

const pages = [
  "",
  "docs/index.html",
  "docs/functions/tslinen.np.linspace.html",
  "docs/documents/Installing.html",
];
for (const [width, height] of [
  [1280, 900],
  [390, 800],
]) {
  for (const path of pages) {
    test(`axe finds nothing in ${path || "the front page"} at ${width} pixels, which fits`, async () => {
      const opened = await site.open(path, { width, height });
      const { page } = opened;
      assert.deepEqual(await violations(page, path === "" ? { exclude: ["iframe"] } : "document"), []);
      const overflow = await page.evaluate(
        () => window.document.documentElement.scrollWidth - window.innerWidth,
      );
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      assert.deepEqual(opened.errors, []);
      await opened.close();
    });
  }
}

test("a lesson is read and run on a phone", async () => {
  const opened = await (
    await site.page({ width: 390, height: 800 })
  ).openNotebook(site.url, lessons[0], {
    app: "notebooks",
  });
  const { page } = opened;
  assert.equal(await page.evaluate(() => window.document.documentElement.scrollWidth - window.innerWidth), 0);
  const cells = page.locator(".jp-Cell").first();
  assert.ok((await cells.boundingBox()).width > 300);
  assert.equal(await opened.textOf("6 * 7"), "42");
  assert.deepEqual(opened.errors, []);
  await opened.close();
});

test("the documentation is searched", async () => {
  const opened = await site.open("docs/index.html");
  const { page } = opened;
  await page.locator("#tsd-search-trigger").click();
  await page.locator("#tsd-search-input").fill("linspace");
  await page.locator("#tsd-search-results a").first().click();
  await page.waitForURL(/linspace/);
  assert.match(await page.locator("main, .col-content").first().textContent(), /evenly spaced|start/i);
  assert.deepEqual(opened.errors, []);
  await opened.close();
});
