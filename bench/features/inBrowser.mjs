// Asks our kernel in the browser and JupyterLite's JavaScript kernel the same questions, in one page: the table in the
// README. The page is our site's JupyterLite with the other kernel's extension, which a Python has installed.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../../scripts/environment.mjs";
import { launchBrowser } from "../../ui-tests/harness/chromium.mjs";
import { serveSite } from "../../ui-tests/harness/site.mjs";

const extension = "@jupyterlite/javascript-kernel-extension";
const columns = { tslinen: "tslinen", "javascript-worker": "JavaScript" };

/** The folder of the other kernel's extension, undefined where it is not installed. */
function extensionOf(python) {
  const { stdout } = spawnSync(python, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" });
  const folder = join(stdout.trim(), "share/jupyter/labextensions", extension);
  return existsSync(folder) ? folder : undefined;
}

/** A copy of the site's JupyterLite that has the extension as well. */
function siteWith(folder) {
  const site = join(root, ".cache/features");
  rmSync(site, { recursive: true, force: true });
  cpSync(join(root, "site/lite"), site, { recursive: true });
  cpSync(folder, join(site, "extensions", extension), { recursive: true });
  const { jupyterlab } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const path = join(site, "jupyter-lite.json");
  const config = JSON.parse(readFileSync(path, "utf8"));
  config["jupyter-config-data"].federated_extensions.push({ ...jupyterlab._build, name: extension });
  writeFileSync(path, JSON.stringify(config));
  return site;
}

/** Prints what both kernels can do. */
export async function compareInBrowser(python) {
  const folder = extensionOf(python);
  if (!folder) return console.log(`the browser's kernels are left out: ${python} lacks ${extension}`);
  if (!existsSync(join(root, "site/lite")))
    return console.log("the browser's kernels are left out: npm run site");
  const server = await serveSite(siteWith(folder), { isolated: true });
  const browser = await launchBrowser();
  try {
    console.log(`\n${"in the browser".padEnd(52)}${Object.values(columns).join("  ")}`);
    let titles = [""];
    for (let i = 0; i < titles.length; i++) {
      const answers = [];
      for (const name of Object.keys(columns)) {
        // A page for each: what one does to it is not the other's.
        const page = await browser.newPage();
        await page.goto(`${server.url}lab/index.html`);
        await page.waitForFunction(() => window.jupyterapp?.serviceManager);
        await page.evaluate(() => window.jupyterapp.restored);
        await page.addScriptTag({ path: join(root, "bench/features/page.js") });
        titles = await page.evaluate(() => window.probeTitles);
        const can = await page.evaluate(([one, kernel]) => window.tryKernel(one, kernel), [titles[i], name]);
        answers.push((can ? "yes" : "no").padStart(columns[name].length));
        await page.close();
      }
      console.log(`${titles[i].padEnd(52)}${answers.join("  ")}`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}
