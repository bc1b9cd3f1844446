// Drives a JupyterLab in a browser: opens notebooks, runs them, switches themes, and keeps what the console says.
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launchBrowser } from "./chromium.mjs";
import { codeCell, typescript, writeNotebook } from "./notebook.mjs";
import { startLab } from "./server.mjs";

/** Where pictures of a run are kept. */
const results = new URL("../results/", import.meta.url).pathname;
const axe = createRequire(import.meta.url).resolve("axe-core");

/** Messages of JupyterLab and Chromium themselves that say nothing about what is tested. */
const known = [
  /favicon/,
  /Could not restore the debugger state/,
  /Canceled future for debug_request message/,
  /Failed to load resource: the server responded with a status of 404.*(?:api\/me|workspaces|kernelspecs)/,
];

/** Fails when `action` takes longer than `limit` milliseconds. */
async function within(limit, what, action) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([action(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A JupyterLab, a browser, and one page that shows it. */
export class Lab {
  /**
   * Starts a server and a browser, and waits until JupyterLab stands.
   *
   * @param options - What `startLab` takes, `viewport` in pixels, and the `path` of the first page.
   */
  static async start({ viewport = { width: 1280, height: 900 }, path, ...options } = {}) {
    const server = await startLab(options);
    const browser = await launchBrowser();
    const lab = new Lab(server, browser);
    try {
      await lab.newPage(viewport, path);
    } catch (error) {
      await lab.stop();
      throw error;
    }
    return lab;
  }

  /**
   * Starts with a notebook of our kernel, open.
   *
   * @param name - What the notebook is called, without its ending.
   * @param sources - The texts of its cells, which have not run.
   * @param options - As {@link Lab.start} takes them.
   */
  static async withCells(name, sources, options) {
    const lab = await Lab.start(options);
    try {
      const cells = sources.map((source) => codeCell(source));
      await writeNotebook(join(lab.server.folder, `${name}.ipynb`), cells, typescript);
      await lab.open(`${name}.ipynb`);
    } catch (error) {
      await lab.stop();
      throw error;
    }
    return lab;
  }

  constructor(server, browser) {
    this.server = server;
    this.browser = browser;
    this.errors = [];
    this.requests = [];
  }

  /** Opens JupyterLab in a fresh browser profile. */
  async newPage(viewport, path = "/lab?reset") {
    await this.page?.context().close();
    const context = await this.browser.newContext({ viewport, acceptDownloads: true });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: this.server.url });
    this.page = await context.newPage();
    this.page.on("console", (message) => {
      const { url = "" } = message.location();
      const text = `${message.text()} ${url}`;
      if (message.type() === "error" && !known.some((pattern) => pattern.test(text))) this.errors.push(text);
    });
    this.page.on("pageerror", (error) => this.errors.push(String(error.stack ?? error)));
    this.page.on("request", (request) => this.requests.push(request.url()));
    await this.page.goto(this.server.url + path);
    await this.page.waitForFunction(() => window.jupyterapp, null, { timeout: 60_000 });
    await this.page.evaluate(() => window.jupyterapp.restored);
    return this.page;
  }

  /** Executes a JupyterLab command; its result must be JSON. */
  command(id, args = {}) {
    return this.page.evaluate(
      async ([command, options]) => {
        await window.jupyterapp.commands.execute(command, options);
      },
      [id, args],
    );
  }

  /** Opens a document of the server's folder in the main area, and waits for its content. */
  async open(path, factory) {
    await within(30_000, `opening ${path}`, () =>
      this.page.evaluate(
        async ([file, widget]) => {
          const panel = await window.jupyterapp.commands.execute("docmanager:open", {
            path: file,
            ...(widget ? { factory: widget } : {}),
          });
          await panel.context.ready;
          await panel.revealed;
        },
        [path, factory],
      ),
    );
  }

  /** Closes the current document, without saving what has changed. */
  async close() {
    await this.page.evaluate(async () => {
      const widget = window.jupyterapp.shell.currentWidget;
      widget.context.model.dirty = false;
      const gone = new Promise((done) => widget.disposed.connect(done));
      widget.close();
      await gone;
    });
  }

  /** Waits until the current notebook's kernel has nothing to do. */
  async kernelIdle(limit = 60_000) {
    await within(limit, "starting the kernel", () =>
      this.page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.ready),
    );
    await this.page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === "idle",
      null,
      { timeout: limit },
    );
  }

  /** Runs every cell of the current notebook and waits until the kernel has answered the last. */
  async runAll(limit = 120_000) {
    await this.kernelIdle(limit);
    await within(limit, "running all cells", () => this.command("notebook:run-all-cells"));
    await this.kernelIdle(limit);
  }

  /** A value in the current notebook's kernel, which must be JSON. */
  inKernel(expression) {
    return this.page.evaluate(async (code) => {
      const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
      const asked = kernel.requestExecute({
        code: "",
        silent: true,
        user_expressions: { value: `JSON.stringify(${code})` },
      });
      const { content } = await asked.done;
      const text = content.user_expressions.value.data["text/plain"];
      return JSON.parse(text.slice(1, -1).replace(/\\(.)/g, "$1"));
    }, expression);
  }

  /** Waits until every figure that has a place on the page is drawn, or has said why not. */
  async figuresSettled(count = 1) {
    await this.page.waitForFunction(
      (least) => {
        const all = [...document.querySelectorAll(".tsl-Figure")].filter((figure) => figure.clientWidth > 0);
        return all.length >= least && all.every((figure) => figure.dataset.state);
      },
      count,
      { timeout: 60_000 },
    );
  }

  /** Switches the theme, as the menu does. */
  async theme(name) {
    await this.page.evaluate(async (theme) => {
      await window.jupyterapp.commands.execute("apputils:change-theme", { theme });
    }, name);
    await this.page.waitForFunction((theme) => document.body.dataset.jpThemeName === theme, name);
    await this.page.waitForFunction(() => !document.querySelector("#galaxy, .jp-Splash, #jupyterlab-splash"));
    await this.page.waitForTimeout(200);
  }

  /**
   * What axe finds serious or critical in a part of the page, in the light theme and in the dark one.
   *
   * @param foreign - Selectors of what is not ours to mend. Default: none.
   */
  async inaccessible(selector, foreign = []) {
    await this.page.addScriptTag({ path: axe });
    const found = [];
    for (const theme of ["JupyterLab Light", "JupyterLab Dark"]) {
      await this.theme(theme);
      const { violations } = await this.page.evaluate(
        (context) => window.axe.run(context, { resultTypes: ["violations"] }),
        { include: [selector], exclude: foreign.map((one) => [one]) },
      );
      for (const { id, impact, nodes } of violations) {
        const places = nodes.map(({ html }) => html.slice(0, 120)).join(" | ");
        if (impact === "serious" || impact === "critical") found.push(`${theme}: ${id}: ${places}`);
      }
    }
    return found;
  }

  /** Keeps a picture of the page. */
  async picture(name) {
    await mkdir(results, { recursive: true });
    await this.page.screenshot({ path: join(results, `${name}.png`) });
  }

  /** Keeps pictures of the page in the light theme and in the dark one, at each of some widths. */
  async pictures(name, widths = [this.page.viewportSize().width]) {
    const { width: before, height } = this.page.viewportSize();
    for (const width of widths) {
      await this.page.setViewportSize({ width, height });
      for (const theme of ["Light", "Dark"]) {
        await this.theme(`JupyterLab ${theme}`);
        await this.picture(`${name}-${width}-${theme.toLowerCase()}`);
      }
    }
    await this.page.setViewportSize({ width: before, height });
  }

  /** What a notebook that has been saved holds. */
  saved(path) {
    return this.page.evaluate(
      async (file) => (await window.jupyterapp.serviceManager.contents.get(file)).content,
      path,
    );
  }

  /** Whether the current document has unsaved changes. */
  dirty() {
    return this.page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty);
  }

  async stop() {
    await this.browser.close();
    await this.server.stop();
  }
}
