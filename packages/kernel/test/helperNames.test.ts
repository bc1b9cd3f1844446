import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parameters } from "../src/cells/evaluate";
import { helpers } from "../src/compiler/helperNames";
import { Cells } from "./cells";

let cells: Cells;

beforeEach(() => {
  cells = new Cells();
});

describe("cells that declare what the kernel gives them", () => {
  it.each(parameters)("%s as a variable", async (name) => {
    expect(await cells.last(`const ${name} = 20; let other = ${name} + 1;`, `${name} + other`)).toEqual({
      value: 41,
    });
  });

  it.each(helpers)("%s within a function", async (name) => {
    const code = `import { join } from "node:path";
function f(${name}: any) { return [(${name} as any) * 2, import.meta.url.length > 0, join("a", "b")]; }
await import("node:os");
f(4);`;
    expect(await cells.run(code)).toEqual({ value: [8, true, join("a", "b")] });
  });

  it("also with as many underscores as the kernel would add", async () => {
    expect(
      await cells.run("const require = 1, _require = 2, __require = 3; require + _require + __require"),
    ).toEqual({ value: 6 });
    expect(await cells.last("let __box = 1, ___box = 2;", "let sum = __box + ___box; sum")).toEqual({
      value: 3,
    });
  });

  it("in a line that is not TypeScript's cell", async () => {
    expect(await cells.run("%time const __lines = 5;\n__lines")).toEqual({ value: 5 });
  });
});

it.each([
  'import { dirname } from "node:path"; const __dirname = dirname(__filename); export const value = __dirname.length > 0;',
  "const __meta = 1, __import = 2; export const value = __meta + __import === 3 && import.meta.url.length > 0;",
  "const module = 1, __filename = 2; export const value = module + __filename === 3;",
])("files of the project declare what modules are given: %s", async (text) => {
  writeFileSync(join(cells.folder, "side.ts"), text);
  expect(await cells.run('// @check off\nimport { value } from "./side"; value')).toEqual({ value: true });
});
