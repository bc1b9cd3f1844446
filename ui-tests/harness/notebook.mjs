// Makes notebooks out of outputs, to be opened without a kernel.
import { writeFile } from "node:fs/promises";

/** A code cell that has run and left one output for each bundle. */
export function codeCell(source, bundles = []) {
  return {
    cell_type: "code",
    execution_count: 1,
    id: Math.random().toString(36).slice(2, 10),
    metadata: {},
    source,
    outputs: bundles.map((data) => ({ output_type: "display_data", data, metadata: {} })),
  };
}

/** A Markdown cell. */
export function markdownCell(source) {
  return { cell_type: "markdown", id: Math.random().toString(36).slice(2, 10), metadata: {}, source };
}

/** The Python that every JupyterLab has. */
const python = { display_name: "Python 3 (ipykernel)", language: "python", name: "python3" };
/** Our own. */
export const typescript = { display_name: "TypeScript (tslinen)", language: "typescript", name: "tslinen" };

/** Writes a notebook of `cells` to `path`, in the form in which JupyterLab itself saves one. */
export async function writeNotebook(path, cells, kernelspec = python) {
  const metadata = { kernelspec, language_info: { name: kernelspec.language } };
  await writeFile(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1));
}

/** The bundle of a Vega-Lite figure as Python's Altair or tslinen emits it. */
export const vegaLite = (spec, more = {}) => ({
  "application/vnd.vegalite.v6+json": spec,
  "text/plain": "<figure>",
  ...more,
});
