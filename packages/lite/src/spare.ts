import { mounted } from "./drive";
import { Workers } from "./workers";

/** How long, in milliseconds, workers that were started ahead wait for a kernel. */
const patience = 60_000;

/** Where workers wait: a page may start them with a script of its own, before it has loaded the extension. */
const slot = Symbol.for("tslinen.spareWorkers");
const place = globalThis as typeof globalThis & { [slot]?: Workers };

function endSpare(): void {
  place[slot]?.end();
  delete place[slot];
}

/**
 * Starts workers for the notebook that a page's address names, if it names one and none wait: they load while JupyterLite
 * does.
 *
 * @param search - What follows the "?" of the page's address.
 */
export function startAhead(search: string): void {
  const path = new URLSearchParams(search).get("path");
  if (!path?.endsWith(".ipynb") || place[slot]) return;
  place[slot] = new Workers(mounted(path.split("/").slice(0, -1).join("/")), "");
  setTimeout(endSpare, patience);
}

/** Workers for a notebook in a folder: those started ahead, if they are for that folder, or new ones. */
export function takeWorkers(folder: string, packages: string): Workers {
  const spare = place[slot];
  if (!spare?.suit(folder)) return new Workers(folder, packages);
  delete place[slot];
  if (packages) spare.tellBoth({ kind: "packages", address: packages });
  return spare;
}
