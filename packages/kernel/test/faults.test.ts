/** What once went wrong with cells: each test stands for its kind. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { withoutOverwritten } from "../src/protocol/gather";
import { Cells } from "./cells";

let cells: Cells;
const write = (path: string, text: string): void => {
  mkdirSync(join(cells.folder, path, ".."), { recursive: true });
  writeFileSync(join(cells.folder, path), text);
};
beforeEach(() => {
  cells = new Cells();
});

describe("a cell", () => {
  it("keeps its names though it awaits what awaits", async () => {
    write("src/lib/k.ts", "export class Foo { x = 1 } export function make() { return new Foo(); }");
    const first =
      'import { make } from "./src/lib/k"; const f = make(); await (await Promise.resolve({ t: async () => 1 })).t();';
    expect(await cells.last(first, "f.x")).toEqual({ value: 1 });
  });

  it("imports local ES modules, in either spelling", async () => {
    write("es.mjs", "export const esm = 1");
    write("m.mts", "export const mts: number = 2");
    expect(await cells.run('import { esm } from "./es.mjs"; esm')).toEqual({ value: 1 });
    expect(await cells.run('(await import("./es.mjs")).esm')).toEqual({ value: 1 });
    expect(await cells.run('import { mts } from "./m.mjs"; mts')).toEqual({ value: 2 });
  });

  it("imports local modules that await, wherever they are imported", async () => {
    write("m/package.json", '{ "type": "module" }');
    write("m/a.js", "export const v = await Promise.resolve(5);");
    write("m/b.ts", "export const w: number = await Promise.resolve(6);");
    write("c.mts", "export const u: number = await new Promise<number>((r) => setTimeout(() => r(7), 5));");
    write("use.ts", 'import { u } from "./c.mjs"; export const uu = u + 1;');
    expect(await cells.run('import { v } from "./m/a.js"; import { w } from "./m/b"; v + w')).toEqual({
      value: 11,
    });
    expect(await cells.run('import { uu } from "./use"; uu')).toEqual({ value: 8 });
    expect(await cells.run('(await import("./c.mjs")).u')).toEqual({ value: 7 });
    write("c.mts", 'export const u: number = await Promise.reject(new Error("no"));');
    expect(await cells.run('import { uu } from "./use"; uu')).toEqual({ thrown: "Error: no" });
    write("c.mts", "export const u: number = await Promise.resolve(9);");
    expect(await cells.run('import { uu } from "./use"; uu')).toEqual({ value: 10 });
  });

  it("finds modules by the paths of a tsconfig.json", async () => {
    expect(await cells.run('import { a } from "@lib/a"')).toHaveProperty("types");
    write(
      "base.json",
      '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"], "#data": ["./lib/data.json"] } } }',
    );
    write("tsconfig.json", '{ "extends": "./base.json", /* as written */ }');
    write("lib/a.ts", 'import { b } from "@lib/b"; export const a = b + 1;');
    write("lib/b.ts", "export const b: number = await Promise.resolve(1);");
    write("lib/data.json", '{ "n": 5 }');
    expect(await cells.run('import { a } from "@lib/a"; a')).toEqual({ value: 2 });
    expect(await cells.run('(await import("@lib/b")).b')).toEqual({ value: 1 });
    expect(await cells.run('import data from "#data"; data.n')).toEqual({ value: 5 });
    write("lib/b.ts", "export const b: number = 4;");
    expect(await cells.run('import { a } from "@lib/a"; a')).toEqual({ value: 5 });
  });

  it("may give names that CommonJS keeps for itself", async () => {
    const declared = "const exports = 1, module = 2, require = (text: string) => text.length;";
    expect(await cells.run(`${declared} [exports, module, require("abc")]`)).toEqual({ value: [1, 2, 3] });
    expect(await cells.run('import os from "os"; typeof os.cpus')).toEqual({ value: "function" });
    write("lib/kept.ts", "export const kept = 4;");
    expect(await cells.run('import { kept } from "./lib/kept"; kept')).toEqual({ value: 4 });
    expect(await cells.run('(await import("os")).EOL + require("ab") + exports')).toEqual({ value: "\n21" });
  });

  it("is checked as strictly as a tsconfig.json asks", async () => {
    const strict = new Cells();
    const code = "function first(list: string[] | undefined) { return list[0]; }\nfirst(['a'])";
    expect(await strict.run(code)).toEqual({ value: "a" });
    writeFileSync(
      join(strict.folder, "tsconfig.json"),
      '{ "compilerOptions": { "strictNullChecks": true } }',
    );
    const anew = new Cells(strict.folder);
    expect(await anew.run(code)).toEqual({ types: ["'list' is possibly 'undefined'."] });
    expect(await anew.run("const loose = (x) => x;\nloose(1)")).toEqual({ value: 1 });
    writeFileSync(join(strict.folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
    const fully = new Cells(strict.folder);
    expect(await fully.run("const loose = (x) => x;")).toEqual({
      types: ["Parameter 'x' implicitly has an 'any' type."],
    });
    const later = ["let most: number | undefined;", "most = 3;", "if (most !== undefined) most++;", "most"];
    expect(await fully.last(...later)).toEqual({ value: 4 });
  });

  it("has an import.meta, as have its files", async () => {
    write("lib/meta.ts", "export const own = import.meta.url;");
    const folder = `file://${cells.folder}`;
    expect(await cells.run('import { own } from "./lib/meta"; own')).toEqual({
      value: `${folder}/lib/meta.ts`,
    });
    expect(await cells.run("import.meta.url.slice(0, -7)")).toEqual({ value: `${folder}/` });
    expect(await cells.run("import.meta.dirname === __dirname")).toEqual({ value: true });
    expect(await cells.run('import.meta.resolve("./lib/meta.ts")')).toEqual({
      value: `${folder}/lib/meta.ts`,
    });
    expect(await cells.run('import.meta.resolve("fs")')).toEqual({ value: "node:fs" });
  });

  it("knows nothing of undefined where only strict types would rule it out", async () => {
    write(
      "run.d.ts",
      "type Out<T> = undefined extends T ? undefined : string;\n" +
        "export declare function run(): Promise<{ stdout: Out<string> }>;",
    );
    write("run.js", 'exports.run = async () => ({ stdout: "hi" });');
    expect(
      await cells.run('import { run } from "./run"; const { stdout } = await run(); stdout.length'),
    ).toEqual({
      value: 2,
    });
  });

  it("may use decorators as they were before they became part of the language", async () => {
    const decorators =
      "function twice(target: any, key: string, d: PropertyDescriptor) { const f = d.value; d.value = function (n: number) { return 2 * f.call(this, n); }; }\n" +
      "const seen: unknown[] = []; function note(target: object, key: string | undefined, at?: number) { seen.push(key, at); }";
    expect(
      await cells.last(decorators, "class C { @twice m(@note n: number) { return n; } }", "new C().m(2)"),
    ).toEqual({
      value: 4,
    });
    expect(await cells.run("seen")).toEqual({ value: ["m", 0] });
    expect(await cells.run("class D { @note x = 1 } seen.length")).toEqual({ value: 4 });
    expect(await cells.run("@twice function f() {}")).toHaveProperty("types");
  });

  it("finds a file that failed in its place again once it is mended", async () => {
    write("bad.js", "throw new Error('bad')");
    expect(await cells.run('import "./bad.js"')).toEqual({ thrown: "Error: bad" });
    expect(await cells.run('import "./bad.js"')).toEqual({ thrown: "Error: bad" });
  });

  it("has what the check lets pass", async () => {
    expect(await cells.run("__dirname")).toEqual({ value: cells.folder });
    expect(await cells.run("__filename.startsWith(__dirname)")).toEqual({ value: true });
    expect(await cells.run("module.exports === exports")).toEqual({ value: true });
    expect(await cells.run('require.resolve("fs")')).toEqual({ value: "fs" });
  });

  it("may begin with a line for shells", async () => {
    expect(await cells.run("#!/usr/bin/env node\nconst z = 5; z")).toEqual({ value: 5 });
  });

  it("shows an object that it consists of", async () => {
    expect(await cells.run("{ a: 1 }")).toEqual({ value: { a: 1 } });
    expect(await cells.run("{ a: 1, b: { c: [2] } }")).toEqual({ value: { a: 1, b: { c: [2] } } });
    expect(await cells.run("// said of it\n{ a: 1 } // and more")).toEqual({ value: { a: 1 } });
    expect(await cells.run("{ const q = 1; }")).toEqual({});
    const [mistake] = cells.converter.convert("{ a: nope }").diagnostics;
    expect(mistake).toMatchObject({ start: { offset: 5, line: 0, character: 5 }, end: { offset: 9 } });
  });

  it("keeps what it imports though a mistake stops it", async () => {
    const code =
      'import { join } from "path"; const bad: number = "x"; import { nope } from "fs"; import { sep } from "path";';
    expect(await cells.run(code)).toHaveProperty("types");
    expect(await cells.run('join("a", "b") + sep.length')).toEqual({ value: "a/b1" });
    expect(await cells.run("bad")).toHaveProperty("types");
  });

  it("is told that modules have names, not addresses", async () => {
    const found = cells.converter.convert('import x from "https://esm.sh/left-pad"').diagnostics;
    expect(found[0]?.message).toContain("Install the package with npm");
    expect(found[0]?.message).not.toContain("npm install https:");
  });
});

describe("text that is written over", () => {
  const texts: [written: string, shown: string][] = [
    ["10%\r20%\r100%\n", "100%\n"],
    ["long\rab", "abng"],
    ["a\r\nb", "a\r\nb"],
    ["a\n1\r2", "a\n2"],
    ["plain", "plain"],
  ];
  for (const [written, shown] of texts) {
    it(JSON.stringify(written), () => expect(withoutOverwritten(written)).toBe(shown));
  }

  it("may be on the line that was written last", () => {
    expect(withoutOverwritten("\r20%\r100%", true)).toBe("\r100%");
    expect(withoutOverwritten("0%\r100%\na\rb", true)).toBe("0%\r100%\nb");
    expect(withoutOverwritten("\n10%\r20%", true)).toBe("\n20%");
  });
});
