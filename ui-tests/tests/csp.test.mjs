// Under a content security policy without unsafe-eval. JupyterLab itself does not start under one (its check of
// settings compiles functions), so that renderer, card and explorer stand in a page of their own.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launchBrowser } from "../harness/chromium.mjs";
import { foreign, slider, themed, vega } from "../harness/specs.mjs";

const root = createRequire(new URL("../../package.json", import.meta.url));
const { build } = root("esbuild");
const { nn } = root("./packages/kernel-lib");
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src data:";
let browser;
let server;
let page;
const errors = [];

before(async () => {
  const at = (path) => new URL(path, import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [at("../csp/page.mjs")],
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    nodePaths: [at("../../node_modules")],
    loader: { ".svg": "text", ".woff2": "dataurl", ".woff": "dataurl", ".ttf": "dataurl" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  server = createServer((request, response) => {
    const type = request.url.endsWith(".js")
      ? "text/javascript"
      : request.url.endsWith(".css")
        ? "text/css"
        : "text/html";
    response.writeHead(200, { "Content-Security-Policy": policy, "Content-Type": `${type}; charset=utf-8` });
    response.end(
      files.get(request.url) ??
        '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">' +
          '<script type="module" src="/page.js"></script>',
    );
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page
    .waitForFunction(() => window.showExplorer, null, { timeout: 10_000 })
    .catch((error) => {
      throw new Error([error.message, ...errors].join("\n"));
    });
});
after(async () => {
  await browser?.close();
  server?.close();
});

test("the page really has no eval", async () => {
  const said = await page.evaluate(() => window.tryEval());
  assert.equal(said, "EvalError");
  errors.length = 0;
});

test("draws figures, and moves their sliders", async () => {
  for (const spec of [themed, foreign, slider]) {
    const state = await page.evaluate(
      ([type, source]) => window.showFigure(type, source),
      ["application/vnd.vegalite.v6+json", spec],
    );
    assert.equal(state, "drawn");
  }
  assert.equal(
    await page.evaluate(
      ([type, source]) => window.showFigure(type, source),
      ["application/vnd.vega.v6+json", vega],
    ),
    "drawn",
  );
  const ticks = () => page.locator(".tsl-Figure").nth(2).locator(".role-axis-label").last().allTextContents();
  const before = await ticks();
  await page.locator(".tsl-Figure").nth(2).locator("input").fill("0.2");
  await page.waitForTimeout(200);
  assert.notDeepEqual(await ticks(), before);
});

test("shows cards", async () => {
  for (const activation of [nn.elu, nn.gelu]) {
    const [[type, payload]] = Object.entries(activation[Symbol.for("Jupyter.display")]());
    await page.evaluate(([mime, card]) => window.showCard(mime, card), [type, payload]);
  }
  assert.equal(await page.locator(".tsl-Card .tsl-Figure[data-state=drawn]").count(), 2);
});

test("explores", async () => {
  await page.evaluate(() => window.showExplorer());
  const explorer = page.locator(".tsl-Explorer");
  await explorer.locator(".mark-path path").first().waitFor();
  await explorer.getByRole("button", { name: "elu", exact: true }).click();
  const curve = () => explorer.locator(".mark-path path").nth(2).getAttribute("d");
  await page.waitForTimeout(200);
  const before = await curve();
  await explorer.getByLabel("alpha, elu").fill("2");
  await page.waitForTimeout(200);
  assert.notEqual(await curve(), before);
});

test("breaks no rule of the policy", () => {
  assert.deepEqual(errors, []);
});
