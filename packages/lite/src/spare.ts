import { mounted } from "./drive";
import { Workers } from "./workers";

/** How long, in milliseconds, workers that were started ahead wait for a kernel. */
const patience = 60_000;

let spare: Workers | undefined;

function endSpare(): void {
  spare?.end();
  spare = undefined;
}

/**
 * Starts workers for the notebook that a page's address names, if it names one: they load while JupyterLite does.
 *
 * @param search - What follows the "?" of the page's address.
 */
export function startAhead(search: string): void {
  const path = new URLSearchParams(search).get("path");
  if (!path?.endsWith(".ipynb")) return;
  spare = new Workers(mounted(path.split("/").slice(0, -1).join("/")), "");
  setTimeout(endSpare, patience);
}

/** Workers for a notebook in a folder: those started ahead, if they are for that folder, or new ones. */
export function takeWorkers(folder: string, packages: string): Workers {
  if (!spare?.suit(folder)) return new Workers(folder, packages);
  const taken = spare;
  spare = undefined;
  if (packages) taken.tellBoth({ kind: "packages", address: packages });
  return taken;
}
