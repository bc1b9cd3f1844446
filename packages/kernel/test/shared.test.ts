/** What cells share: a name that a cell declares anew reaches whatever refers to it. */
import { describe, expect, it } from "vitest";
import { Cells, type Outcome } from "./cells";

/** Sessions, each with the value of its last cell. */
const sessions: Record<string, [cells: string[], value: unknown]> = {
  "a function that is called by another": [
    [
      'function base() { return "old"; } function caller() { return base(); }',
      'function base() { return "new"; }',
      "caller()",
    ],
    "new",
  ],
  "a constant": [["const k = 1; const read = () => k;", "const k = 2;", "read()"], 2],
  "a variable, and later assignments to it": [
    ["let n = 1; function read() { return n; }", "let n = 10; function more() { n++; }", "more(); read()"],
    11,
  ],
  "a class": [
    [
      "class A { m() { return 'old'; } } const make = () => new A();",
      "class A { m() { return 'new'; } }",
      "make().m()",
    ],
    "new",
  ],
  "what a timer calls": [
    [
      "const seen: string[] = []; function tick() { seen.push('old'); } const timer = setInterval(() => tick(), 1);",
      "function tick() { if (seen.at(-1) !== 'new') seen.push('new'); }",
      "seen.length = 0; await new Promise((r) => setTimeout(r, 30)); clearInterval(timer); seen",
    ],
    ["new"],
  ],
  "a kind that changes": [
    ["const f = () => 1; const g = () => f();", "function f() { return 2; }", "let f = () => 3; g()"],
    3,
  ],
  "an import": [
    ['import { sep as s } from "path"; const read = () => s;', "const s = 'mine';", "read()"],
    "mine",
  ],
  "an enum and a namespace": [
    [
      "enum E { A = 1 } namespace N { export const x = 1; } const read = () => [E.A, N.x];",
      "enum E { A = 2 } namespace N { export const x = 2; }",
      "read()",
    ],
    [2, 2],
  ],
  "what is destructured": [
    [
      "const { a, b: [c, ...d] } = { a: 1, b: [2, 3] }; const read = () => [a, c, d];",
      "const { a } = { a: 5 }; let [c] = [6];",
      "read()",
    ],
    [5, 6, [3]],
  ],
  "a cell that is run again": [
    [
      "let count = 0; const next = () => ++count;",
      "const early = next;",
      "let count = 0; const next = () => ++count;",
      "early(); next()",
    ],
    2,
  ],
  "functions keep their names": [
    ["const f = () => 0; class K {} const k = class {}; function g() {}", "[f, K, k, g].map((x) => x.name)"],
    ["f", "K", "k", "g"],
  ],
  "a class means itself within itself": [
    [
      "class A { static n = 1; static m = A.n + 1; make() { return new A(); } }",
      "[A.m, new A().make() instanceof A]",
    ],
    [2, true],
  ],
  "var in a block": [["if (true) { var z = 3; }", "z + 1"], 4],
  "var in the heads of loops": [
    [
      "for (var i = 0, j = 5; i < 3; i++); for (var k in { a: 1 }); for (var [l] of [[7]]); for (var { m } of [{ m: 8 }]);",
      "[i, j, k, l, m]",
    ],
    [3, 5, "a", 7, 8],
  ],
  "var without a value leaves the variable as it is": [["var v = 1; v = 2; var v: number; v"], 2],
  "a type leaves the value of its name alone, even an imported one": [
    [
      'import { sep as s } from "path"; const read = () => s;',
      'import type { Stats as s } from "fs";',
      "let of: s; read()",
    ],
    "/",
  ],
  "a value that is imported hides a type that was": [
    ['import type { Stats as s } from "fs";', 'import { sep as s } from "path";', "s.length"],
    1,
  ],
  "what is declared to be there is global": [
    ["(globalThis as any).known = 7; declare const known: number; known", "known + 1"],
    8,
  ],
  "names with dollars": [
    ["const $a = 1, a = 2, $$ = 3; const r = () => [$a, a, $$];", "const a = 5;", "r()"],
    [1, 5, 3],
  ],
};

/** Sessions in which a cell fails, each with what becomes of the last. */
const failures: Record<string, [cells: string[], outcome: Outcome]> = {
  "a name that it does not come to keeps its value, and its type": [
    [
      "const a = 5; class K { x = 1 }",
      'throw 1; const a = "new"; class K { y = 2 }',
      "a.toFixed() + new K().x",
    ],
    { value: "51" },
  ],
  "a name that it has come to is known, though it means undefined": [
    ["const row = [1].find((n) => n > 1) as any; row.x;", "row === undefined"],
    { value: true },
  ],
  "a name that it does not come to is unknown": [
    ["throw 1; const late = 1;", "late"],
    { types: ["Cannot find name 'late'."] },
  ],
  "types are known wherever it fails": [
    [
      'throw 1; import type { Stats } from "fs"; import { BigIntOptions } from "fs";',
      "let s: Stats, o: BigIntOptions; o = { bigint: true }; o.bigint",
    ],
    { value: true },
  ],
  "what it calls too early is an error": [
    ["const early = () => late; early(); const late = 1;"],
    { thrown: "ReferenceError: Cannot access 'late' before initialization" },
  ],
  "var may be called early": [
    ["const early = () => late; const seen = early(); var late = 1; seen === undefined"],
    { value: true },
  ],
};

describe("of a cell that fails", () => {
  for (const [name, [codes, outcome]] of Object.entries(failures)) {
    it(name, async () => expect(await new Cells().last(...codes)).toEqual(outcome));
  }
});

describe("a name that is declared anew reaches what refers to it", () => {
  for (const [name, [codes, value]] of Object.entries(sessions)) {
    it(name, async () => expect(await new Cells().last(...codes)).toEqual({ value }));
  }

  it("messages of the engine name the name", async () => {
    const cells = new Cells();
    const outcome = await cells.last("const notOne: any = 1; const o: any = {};", "notOne()");
    expect(outcome).toEqual({ thrown: "TypeError: notOne is not a function" });
    expect(await cells.run("o.p.q")).toEqual({
      thrown: "TypeError: Cannot read properties of undefined (reading 'q')",
    });
  });
});
