import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Converter } from "../compiler/converter";
import { directives } from "../compiler/syntax";
import { compilerHost } from "./compilerHost";

interface NotebookCell {
  cell_type: string;
  source: string | string[];
}

/**
 * Writes a notebook's cells as plain TypeScript: methods in place of operators on arrays, comments in place of text and
 * of lines that are not TypeScript.
 *
 * @param output - The file to write. Default: that of the notebook, with the ending `.ts`.
 * @returns What was done, in a sentence.
 * @throws Error if the notebook cannot be read, or has no cells.
 */
export function exportNotebook(notebook: string, output = notebook.replace(/(\.ipynb)?$/, ".ts")): string {
  const { cells } = JSON.parse(readFileSync(notebook, "utf8")) as { cells?: NotebookCell[] };
  if (!Array.isArray(cells)) throw new Error(`export: expected a notebook with cells, got ${notebook}`);
  const converter = new Converter(compilerHost(dirname(resolve(notebook))));
  const parts = cells.flatMap(({ cell_type: type, source }) => {
    const text = typeof source === "string" ? source : source.join("");
    if (type === "markdown") return `// %% [markdown]\n${text.replace(/^/gm, "// ").replace(/ +$/gm, "")}\n`;
    return type === "code" ? `// %%\n${plainCell(converter, text).trimEnd()}\n` : [];
  });
  writeFileSync(output, parts.join("\n"));
  return `Wrote ${output}`;
}

/** A cell as plain TypeScript; what it declares is known to the next ones. */
function plainCell(converter: Converter, code: string): string {
  const { module, jsx } = directives(code);
  if (module !== undefined) {
    converter.addModule(module, code, jsx);
    return code;
  }
  const text = converter.plain(code);
  converter.convert(code, "off");
  converter.declare([]);
  return text;
}
