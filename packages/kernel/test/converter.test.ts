import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cells, type Outcome } from "./cells";
import { stockTslab, type StockTslab } from "./stockTslab";

/** Sessions: cells that are run one after the other. */
const sessions: Record<string, string[]> = {
  "values of last expressions": [
    "1 + 2",
    '"text"',
    "[1, 2].map(String)",
    "const a = 1; a;",
    "({ b: 2 })",
    "void 0",
  ],
  "declarations are carried": [
    "const a = 1, b = [2, 3]; let c = 'c'; var d = new Map([[1, 'x']]);",
    "[a, b, c, d]",
    "function f(x: number) { return x + a; } class K { constructor(public n = 5) {} get twice() { return 2 * this.n; } }",
    "[f(1), new K(3).twice]",
    "enum E { A, B = 7 } const enum F { Z = 9 } namespace N { export const inner = 'n'; }",
    "[E.B, E[0], F.Z, N.inner]",
  ],
  "names can be declared anew": [
    "const x = 1; function g() { return 'old'; } class C { m() { return 1; } }",
    "const x = 'now a string'; function g(n: number) { return n; } class C { m() { return 'two'; } }",
    "[x.length, g(4), new C().m()]",
    "let x = [x0()]; function x0() { return true; }",
    "x",
  ],
  "types are carried": [
    "interface P { a: number } type Q = P & { b?: string }; abstract class Base { abstract v(): number }",
    "const p: Q = { a: 1 }; class D extends Base { v() { return p.a + 1; } }",
    "new D().v()",
    "const wrong: Q = { a: 'no' };",
    "interface P { c: boolean } const p2: P = { c: true }; p2",
  ],
  "destructuring and shorthand": [
    "const { q, r: [s, ...t], ...u } = { q: 1, r: [2, 3, 4], v: 5, w: 6 };",
    "[q, s, t, u]",
    "let m = 1, n = 2; [m, n] = [n, m]; [m, n]",
  ],
  "top-level await": [
    "const later = await Promise.resolve(5);",
    "later + (await new Promise<number>((r) => setTimeout(() => r(1), 5)))",
    "async function inner() { return await 3; }\nawait inner()",
  ],
  imports: [
    'import * as path from "path"; import { join as j, sep } from "path"; import url, { URL as U } from "url";',
    '[path.basename("/a/b"), j("a", "b"), typeof url.parse, new U("http://h/p").pathname]',
    'import { basename as path } from "path"; path("/c/d")',
    'const { readFileSync } = await import("fs"); typeof readFileSync',
  ],
  "errors stop a cell": ["nope", "const bad: number = 'x';", "let ok = 1;", "ok.missing", "const = 1", "ok"],
  "thrown errors": [
    "const before = 1;",
    "throw new RangeError('thrown')",
    "before",
    "(() => { throw 'text'; })()",
  ],
  "functions see later assignments to what they assign themselves": [
    "let k = 0; function inc() { k++; return k; }",
    "inc(); inc()",
    "k",
  ],
  "decorators and generics": [
    "function seal(c: Function) { Object.seal(c); } @seal class S<T> { constructor(readonly v: T) {} }",
    "const id = <T,>(v: T) => v; [id(new S('s').v), id(2)]",
  ],
  "labels, closures, this": [
    "const fs2: (() => number)[] = []; for (let i = 0; i < 3; i++) fs2.push(() => i); outer: for (;;) { for (;;) break outer; }",
    "fs2.map((f) => f())",
    "function self(this: unknown) { return this === globalThis || this === undefined; }",
    "const obj = { val: 3, get() { return this.val; } }; obj.get()",
  ],
  "unused and side-effect imports": [
    'import "path"; import { type Stats, statSync } from "fs"; typeof statSync',
    "let st: Stats | undefined; st",
  ],
};

const folder = mkdtempSync(join(tmpdir(), "cells-"));

let tslab: StockTslab;
let cells: Cells;
const reset = (): void => {
  tslab.reset();
  cells.reset();
};

beforeAll(() => {
  tslab = stockTslab(folder);
  cells = new Cells(folder);
}, 60_000);
afterAll(() => tslab.close());

describe("a session does what it does under tslab", () => {
  for (const [name, codes] of Object.entries(sessions)) {
    it(name, async () => {
      reset();
      for (const code of codes) {
        const expected = await tslab.run(code);
        expect({ code, ...(await cells.run(code)) }).toEqual({ code, ...expected });
      }
    });
  }
});

describe("where tslab stops short", () => {
  const run = async (...codes: string[]): Promise<Outcome[]> => {
    reset();
    const outcomes: Outcome[] = [];
    for (const code of codes) outcomes.push(await cells.run(code));
    return outcomes;
  };

  it("all cells share a variable", async () => {
    const outcomes = await run("let n = 0; const inc = () => ++n;", "n = 10; inc()", "n");
    expect(outcomes.slice(1)).toEqual([{ value: 11 }, { value: 11 }]);
  });

  it("a shorthand property takes an earlier cell's value", async () => {
    expect((await run("let s1 = 1;", "({ s1 })", "({ s1 } = { s1: 5 }); s1"))[1]).toEqual({
      value: { s1: 1 },
    });
  });

  it("a function of an earlier cell is called without a this", async () => {
    const outcomes = await run(
      "function who(this: unknown) { 'use strict'; return this; }",
      "who() === undefined",
    );
    expect(outcomes[1]).toEqual({ value: true });
  });

  it("a cell can use the name under which tslab keeps the last value", async () => {
    expect(await run("const tsLastExpr = 10; tsLastExpr + 1", "tsLastExpr")).toEqual([
      { value: 11 },
      { value: 10 },
    ]);
  });

  it("properties are renamed when destructured", async () => {
    const outcomes = await run(
      "class A1 { a = 1 }",
      "class B1 extends A1 { b = 2 }",
      "const { a: aa, b: bb } = new B1(); aa + bb",
    );
    expect(outcomes[2]).toEqual({ value: 3 });
  });

  it("a type that cannot be named outside its cell does not stop the cell", async () => {
    const secret = "const secret = (() => { const key = Symbol(); return { [key]: 1 }; })(); typeof secret";
    expect(await run(secret, "typeof secret")).toEqual([{ value: "object" }, { value: "object" }]);
  });

  it("a cell can iterate asynchronously", async () => {
    expect(await run("const all: number[] = []; for await (const i of [1, 2]) all.push(i); all")).toEqual([
      { value: [1, 2] },
    ]);
  });

  it("a cell can import dynamically", async () => {
    expect(
      await run('const fs = await import("fs"); typeof fs.readFileSync', "typeof fs.default.statSync"),
    ).toEqual([{ value: "function" }, { value: "function" }]);
  });

  it("null is a value", async () => {
    expect(await run("null")).toEqual([{ value: null }]);
  });

  it("a cell can be written with JSX", async () => {
    const outcomes = await run(
      "const React = { createElement: (tag: string, props: object, ...rest: unknown[]) => [tag, props, ...rest] };\n" +
        "namespace JSX { export interface IntrinsicElements { [tag: string]: any } }",
      "<b id='x'>{1 + 1}</b>",
    );
    expect(outcomes[1]).toEqual({ value: ["b", { id: "x" }, 2] });
  });

  it("exported declarations can be declared anew", async () => {
    expect((await run("export const e = 1; e", "export const e = 'two'; e", "e"))[2]).toEqual({
      value: "two",
    });
  });

  it("a default export is a statement like any other", async () => {
    const cells = [
      "const used: number[] = []; export default used.push(1);",
      "export default function () { return 1; }",
      "export default class {}\nused",
      "export default function named() { return 2; }\nnamed()",
    ];
    expect(await run(...cells)).toEqual([{}, {}, { value: [1] }, { value: 2 }]);
  });

  it("imports of every kind are there in their own cell and in later ones", async () => {
    const imports = [
      'import assert, { strict as s, type AssertionError } from "assert"',
      'import * as all from "assert"',
      'import required = require("assert")',
      'import "assert"',
      'export { ok as good } from "assert"',
      'import type { PathLike } from "fs"',
    ].join(";\n");
    const use =
      "[assert === required, s === assert.strict, all.default === assert, all.ok === assert.ok, typeof assert(true)]";
    const value = [true, true, true, true, "undefined"];
    expect(await run(`${imports};\n${use}`, use)).toEqual([{ value }, { value }]);
  });

  it("a cell can build JSX with what it imports", async () => {
    writeFileSync(
      join(folder, "dom.ts"),
      "export function createElement(...all: unknown[]) { return all; }\n" +
        "declare global { namespace JSX { interface IntrinsicElements { [tag: string]: any } } }",
    );
    const outcomes = await run('import * as React from "./dom";\n<b>{1}</b>', "<i>{2}</i>");
    expect(outcomes).toEqual([{ value: ["b", null, 1] }, { value: ["i", null, 2] }]);
  });

  it("an alias of what a namespace exports is carried, used or not", async () => {
    const cells = [
      "namespace N { export const b = { c: 5 }; export interface I { d: number }\n" +
        "namespace M { export const c = 4; } export import c = M.c; }",
      "import b = N.b; import c = N.c; import I = N.I; b.c",
      "const i: I = { d: b.c + c }; i",
    ];
    expect(await run(...cells)).toEqual([{}, { value: 5 }, { value: { d: 9 } }]);
  });

  it("a namespace is carried", async () => {
    expect(
      (
        await run(
          "namespace Shapes { export interface Box { w: number } export const unit: Box = { w: 1 }; }",
          "const box: Shapes.Box = Shapes.unit; box",
        )
      )[1],
    ).toEqual({ value: { w: 1 } });
  });
});
