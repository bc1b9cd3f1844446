/** Lines that are not TypeScript: what is one, and what it does. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { completenessOf } from "../src/compiler/completeness";
import { formatted } from "../src/compiler/format";
import { maskLines } from "../src/compiler/lines";
import { Cells } from "./cells";

describe("a line is", () => {
  const cells: [code: string, names: string[]][] = [
    ["!ls", ["!"]],
    ["! ls -la | head", ["!"]],
    ["!./run.sh\nconst a = 1;\n!~/run.sh", ["!", "!"]],
    ["const a = 1\n!ls\na", ["!"]],
    ["!pip install \\\n  numpy\n1", ["!"]],
    ["%npm install d3\n%timeit f(\n  1)\n%nonsense", ["npm", "timeit", "nonsense"]],
    ["%%bash\nls", ["%bash"]],
    ["const a = `\n!ls\n%time\n`", []],
    ["f(\n!a,\n)", []],
    ["const b = a &&\n!c", []],
    ["function f() {\n!a\n}", []],
    ["a\n% 2", []],
    ["a\n!== b", []],
    ["!(1 > 2)\n!!a\n![]", []],
    ["  !ls", []],
    ["/*\n!ls\n*/", []],
  ];
  for (const [code, names] of cells) {
    it(JSON.stringify(code), () => {
      const { text, lines } = maskLines(code);
      expect(lines.map(({ name }) => name)).toEqual(names);
      expect(text).toHaveLength(code.length);
      expect(text.split("\n").length).toBe(code.split("\n").length);
    });
  }
});

describe("a cell with lines", () => {
  let cells: Cells;
  const written = async (...codes: string[]): Promise<string> => {
    cells.written = "";
    const outcome = await cells.last(...codes);
    expect(outcome).not.toHaveProperty("types");
    expect(outcome).not.toHaveProperty("thrown");
    return cells.written;
  };
  beforeAll(() => {
    cells = new Cells();
    writeFileSync(join(cells.folder, "a.ts"), "export const a = 5;");
  });

  it("runs them in their place", async () => {
    expect(await cells.run("const a = 1;\n!echo one; echo two >&2\nconst b = a + 1;\nb")).toEqual({
      value: 2,
    });
    expect(cells.written.split("\n").sort()).toEqual(["", "one", "two"]);
    expect(await cells.run("1 + 1\n!echo three")).toEqual({});
    expect(await written("!echo a \\\n  b")).toBe("a b\n");
    expect(await cells.run('import { a as side } from "./a";\n!true\nside')).toEqual({ value: 5 });
  });

  it("names a command that fails, and its status", async () => {
    expect(await cells.run("!exit 3")).toEqual({ thrown: "CommandError: exit 3: ended with status 3" });
    expect(await cells.run("const kept = 1;\n!kill -9 $$\nconst lost = 2;")).toEqual({
      thrown: "CommandError: kill -9 $$: was ended by SIGKILL",
    });
    expect(await cells.run("kept")).toEqual({ value: 1 });
    expect(await cells.run("lost")).toHaveProperty("types");
  });

  it("measures", async () => {
    cells.written = "";
    expect(
      await cells.run(
        "%time const slow = await new Promise<number>((r) => setTimeout(() => r(4), 20));\nslow",
      ),
    ).toEqual({
      value: 4,
    });
    expect(cells.written).toMatch(/^Wall time: \d+(\.\d+)? m?s\n$/);
    cells.written = "";
    expect(await cells.run("%time slow + 1")).toEqual({ value: 5 });
    expect(cells.written).toContain("Wall time");
    const runs = /^\d\S* \S+ ± \d\S* \S+ per loop \(mean ± std\. dev\. of 2 runs, 3 loops each\)\n$/;
    expect(await written("let count = 0;", "%timeit -n 3 -r 2 count++")).toMatch(runs);
    expect(await cells.run("count")).toEqual({ value: 6 });
    expect(await written("%timeit -n3 -r2 await null")).toMatch(runs);
    expect(await written("%timeit -r 1 slow")).toMatch(/of 1 run, [\d,]+ loops each/);
  });

  it("says once that a line does nothing", async () => {
    expect(await written("%matplotlib inline\n%matplotlib widget")).toBe(
      "%matplotlib does nothing here: figures are shown below their cell as it is\n",
    );
    expect(await written("%matplotlib inline\n1", "%load_ext autoreload")).toContain(
      "%load_ext does nothing here",
    );
  });

  it("is told what a line should have been, as are editors", async () => {
    const wrong: Record<string, string> = {
      "%cd ..": "%cd is not known here. Known are !command, %time, %timeit, %npm, %pip, %matplotlib",
      "%%bash\nls": "%%bash is not known here",
      "%timeit": "%timeit: expected what to measure behind it",
      "%timeit const q = 1": "%timeit: expected an expression or a loop",
    };
    for (const [code, message] of Object.entries(wrong)) {
      for (const checking of ["error", "off"] as const) {
        const [mistake] = cells.converter.convert(`1;\n${code}`, checking).diagnostics;
        expect(mistake?.message).toContain(message);
        expect(mistake).toMatchObject({ start: { offset: 3, line: 1, character: 0 }, code: 0 });
      }
      expect(cells.converter.check(`1;\n${code}`, [])[0]?.message).toContain(message);
    }
    expect(cells.converter.check("!ls\n%timeit 1 + 1\n%npm install d3", [])).toEqual([]);
  });

  it("has its mistakes where they are", async () => {
    const [mistake] = cells.converter.convert("!ls\n%timeit -n 5 nope").diagnostics;
    expect(mistake).toMatchObject({ start: { offset: 17, line: 1, character: 13 }, end: { offset: 21 } });
  });

  it("is complete, or not, and formatted around them", () => {
    expect(completenessOf("!ls 'it").status).toBe("complete");
    expect(completenessOf("!ls \\").status).toBe("incomplete");
    expect(completenessOf("%timeit f(").status).toBe("incomplete");
    expect(completenessOf("%matplotlib inline").status).toBe("complete");
    expect(formatted("!ls   -la\nconst a=1;\n%timeit   f(a)")).toBe(
      "!ls   -la\nconst a = 1;\n%timeit   f(a)",
    );
  });
});
