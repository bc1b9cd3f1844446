/** Formatting of cells: by the project's prettier, and where that does not do, by the compiler. */
import { symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formattedFor } from "../src/compiler/format";
import { formatByPrettier } from "../src/node/prettier";
import { Cells } from "./cells";

const { folder } = new Cells();
mkdirSync(join(folder, "node_modules"));
symlinkSync(
  join(import.meta.dirname, "../../../node_modules/prettier"),
  join(folder, "node_modules/prettier"),
);
writeFileSync(join(folder, ".prettierrc"), '{ "singleQuote": true, "tabWidth": 4 }');
const { folder: bare } = new Cells();

const cases: [what: string, code: string, byPrettier: string, byCompiler: string][] = [
  ["quotes and semicolons", 'const a="x"', "const a = 'x';", 'const a = "x"'],
  ["blocks", "if(1){\nf( )\n}", "if (1) {\n    f();\n}", "if (1) {\n  f()\n}"],
  ["await outside of functions", "const x=await  f()", "const x = await f();", "const x = await f()"],
  ["an object, which prettier takes for a block", "{ a:1 }", "{ a: 1 }", "{ a: 1 }"],
  ["lines that are not TypeScript", "!ls\nf( )", "!ls\nf()", "!ls\nf()"],
  ["what cannot be parsed", "f( ]", "f( ]", "f( ]"],
];

describe("a cell is formatted", () => {
  it.each(cases)("%s", async (_, code, byPrettier, byCompiler) => {
    expect(await formattedFor(code, formatByPrettier(folder))).toBe(byPrettier);
    expect(await formattedFor(code, formatByPrettier(bare))).toBe(byCompiler);
    expect(await formattedFor(code)).toBe(byCompiler);
  });
});
