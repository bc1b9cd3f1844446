// The picture in the README: the first lesson in JupyterLab, with the explorer beside it, in light and dark.
import { join } from "node:path";
import { root } from "../environment.mjs";
import { Lab } from "../../ui-tests/harness/lab.mjs";

export async function lesson() {
  const lab = await Lab.start({
    notebooks: [join(root, "notebooks/activation-functions.ipynb")],
    viewport: { width: 1440, height: 860 },
  });
  try {
    const { page } = lab;
    await lab.open("activation-functions.ipynb");
    await lab.runAll();
    await page.evaluate(() => {
      const { shell } = window.jupyterapp;
      shell.collapseLeft();
      shell.activateById("tslinen-explorer-sidebar");
    });
    const explorer = page.locator("#tslinen-explorer-sidebar");
    await explorer.locator(".tsl-Figure[data-state=drawn]").waitFor();
    await explorer.getByRole("button", { name: "elu", exact: true }).click();
    await page.locator(".jp-Notebook .tsl-Figure").first().scrollIntoViewIfNeeded();
    await lab.figuresSettled();
    for (const [theme, file] of [
      ["JupyterLab Light", "lesson.png"],
      ["JupyterLab Dark", "lesson-dark.png"],
    ]) {
      await lab.theme(theme);
      await page.screenshot({
        path: join(root, "docs/pictures", file),
        animations: "disabled",
        caret: "hide",
      });
    }
  } finally {
    await lab.stop();
  }
}
