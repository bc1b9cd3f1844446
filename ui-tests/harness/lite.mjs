// Opens the site's notebooks in JupyterLite and runs cells there.
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { launchBrowser } from "./chromium.mjs";
import { serveSite } from "./site.mjs";

/** The folder of the site: the one named in the variable SITE, or that of `npm run site`. */
export const siteFolder = resolve(process.env.SITE ?? new URL("../../site", import.meta.url).pathname);

/** The folder of the lessons, and their names. */
export const notebooks = new URL("../../notebooks/", import.meta.url).pathname;
export const lessons = (await readdir(notebooks)).filter((name) => name.endsWith(".ipynb"));

/** Tries until it holds; the test's time is the limit. */
export async function waitUntil(holds) {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 200));
}

/** What Chromium and JupyterLite say of themselves. */
const known = [/favicon/, /api\/(?:workspaces|translations|resolvePath)/, /api\/contents\/.*all\.json/];

/** A page of the site, and the errors that its console has shown. */
export class LitePage {
  errors = [];

  constructor(page) {
    this.page = page;
    const note = (text) => known.some((pattern) => pattern.test(text)) || this.errors.push(text);
    page.on(
      "console",
      (message) => message.type() === "error" && note(`${message.text()} ${message.location().url}`),
    );
    page.on("pageerror", (error) => note(String(error.stack ?? error)));
  }

  /** Opens a notebook and waits for its kernel; its cells all stand in the page if `whole`. */
  async openNotebook(url, name, { whole = false, app = "lab" } = {}) {
    await this.page.goto(`${url}lite/${app}/index.html?path=${name}`);
    return this.ready(whole);
  }

  /** Opens a new notebook without cells to run. */
  async newNotebook(url) {
    await this.page.goto(`${url}lite/lab/index.html`);
    await this.page.waitForFunction(() => window.jupyterapp?.commands?.hasCommand("notebook:create-new"));
    await this.page.evaluate(async () => {
      await window.jupyterapp.restored;
      await window.jupyterapp.commands.execute("notebook:create-new", { kernelName: "tslinen" });
    });
    return this.ready(false);
  }

  /** Waits for the notebook's kernel. */
  async ready(whole) {
    await this.page.waitForFunction(() => window.jupyterapp?.shell?.currentWidget?.sessionContext, null, {
      timeout: 60_000,
    });
    await this.page.evaluate(async (all) => {
      const { context, sessionContext, content } = window.jupyterapp.shell.currentWidget;
      await context.ready;
      await sessionContext.ready;
      if (all) content.notebookConfig = { ...content.notebookConfig, windowingMode: "none" };
    }, whole);
    return this;
  }

  /** The notebook's cells. */
  cells() {
    return this.page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.toJSON().cells);
  }

  /** Puts a cell at the notebook's end, runs it, and gives its outputs. */
  runCell(source) {
    return this.page.evaluate(async (text) => {
      const { content, context } = window.jupyterapp.shell.currentWidget;
      const { commands } = window.jupyterapp;
      content.activeCellIndex = content.widgets.length - 1;
      await commands.execute("notebook:insert-cell-below");
      content.activeCell.model.sharedModel.setSource(text);
      await commands.execute("notebook:run-cell");
      return context.model.toJSON().cells.at(-1).outputs;
    }, source);
  }

  /** What a cell writes and gives, as text. */
  async textOf(source) {
    return textOf(await this.runCell(source));
  }

  /** Runs a cell, and interrupts it once it has written something. */
  async interrupted(source) {
    const ran = this.runCell(`console.log("on");\n${source}`);
    await this.page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.content.widgets.at(-1).model.outputs.length > 0,
    );
    await this.page.evaluate(() => window.jupyterapp.commands.execute("notebook:interrupt-kernel"));
    return textOf(await ran);
  }

  async close() {
    await this.page.context().close();
  }
}

/** Outputs as text. */
export const textOf = (outputs) =>
  outputs
    .map((one) => [one.text ?? one.data?.["text/plain"] ?? `${one.ename}: ${one.evalue}`].flat().join(""))
    .join("");

/** A browser and the served site. */
export class LiteSite {
  /** Serves the site, and starts a browser. */
  static async start(options) {
    const site = new LiteSite();
    site.server = await serveSite(siteFolder, options);
    site.browser = await launchBrowser();
    return site;
  }

  get url() {
    return this.server.url;
  }

  /** A page in a browser profile of its own. */
  async page(viewport = { width: 1280, height: 900 }, colorScheme = "light") {
    const context = await this.browser.newContext({ viewport, colorScheme });
    return new LitePage(await context.newPage());
  }

  /** A page of the site. */
  async open(path, viewport, colorScheme) {
    const opened = await this.page(viewport, colorScheme);
    await opened.page.goto(this.url + path);
    return opened;
  }

  /** A new notebook. */
  async newNotebook() {
    return (await this.page()).newNotebook(this.url);
  }

  /** A notebook. */
  async openNotebook(name, options) {
    return (await this.page()).openNotebook(this.url, name, options);
  }

  async stop() {
    await this.browser?.close();
    await this.server?.stop();
  }
}
