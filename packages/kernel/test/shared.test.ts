/** What cells share: a name that a cell declares anew reaches whatever refers to it. */
import { describe, expect, it } from "vitest";
import { Cells } from "./cells";

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
  "names with dollars": [
    ["const $a = 1, a = 2, $$ = 3; const r = () => [$a, a, $$];", "const a = 5;", "r()"],
    [1, 5, 3],
  ],
};

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
