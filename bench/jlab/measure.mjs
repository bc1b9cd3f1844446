// Measurements in a JupyterLab page.

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Opens a notebook; the time in ms from the command until `count` nodes match `selector` and have been painted. */
export function openUntilDrawn(lab, path, selector, count) {
  return lab.page.evaluate(
    ([file, nodes, least]) =>
      new Promise((resolve, reject) => {
        if (document.querySelector(".jp-NotebookPanel"))
          throw new Error(`${file}: a notebook is open already`);
        const begin = performance.now();
        const watch = () => {
          const panel = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
          if ((panel?.querySelectorAll(nodes).length ?? 0) >= least) {
            window.requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
          } else if (performance.now() - begin > 60_000) reject(new Error(`${file}: not drawn in a minute`));
          else window.requestAnimationFrame(watch);
        };
        window.jupyterapp.commands.execute("docmanager:open", { path: file }).catch(reject);
        watch();
      }),
    [path, selector, count],
  );
}

/** Bytes of the page's heap after collecting garbage. */
export async function heap(page) {
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 3; turn++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

/** Picks functions in the explorer and drags a slider to and fro; frames a second meanwhile. */
export async function dragSlider(page, picked, label) {
  const explorer = page.locator("#tslinen-explorer .tsl-Explorer");
  await explorer.locator(".tsl-Figure[data-state=drawn]").waitFor();
  for (const button of await explorer.locator(".tsl-Explorer-pick").all()) {
    const name = await button.innerText();
    const pressed = (await button.getAttribute("aria-pressed")) === "true";
    if (pressed !== picked.includes(name)) await button.click();
  }
  const slider = explorer.getByLabel(label);
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  await page.evaluate(() => {
    window.frameTimes = [];
    const watch = (time) => {
      window.frameTimes.push(time);
      window.frameWatch = window.requestAnimationFrame(watch);
    };
    window.frameWatch = window.requestAnimationFrame(watch);
  });
  await page.mouse.move(x + 8, y + height / 2);
  await page.mouse.down();
  const steps = 240;
  for (let step = 0; step < steps; step++) {
    const share = (1 - Math.cos((4 * Math.PI * step) / steps)) / 2;
    await page.mouse.move(x + 8 + (width - 16) * share, y + height / 2);
    await page.waitForTimeout(6);
  }
  await page.mouse.up();
  const times = await page.evaluate(() => {
    window.cancelAnimationFrame(window.frameWatch);
    return window.frameTimes;
  });
  return ((times.length - 1) * 1000) / (times.at(-1) - times[0]);
}
