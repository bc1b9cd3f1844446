import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Cells } from "./cells";

/** Cells in today's TypeScript, one after the other, each session with the value of its last cell. */
const sessions: Record<string, [cells: string[], value: unknown]> = {
  "copies instead of changes": [["[3, 1, 2].toSorted().with(0, 9)"], [9, 2, 3]],
  findLast: [["[1, 2, 3].findLast((n) => n < 3)"], 2],
  NoInfer: [
    ["function pick<T>(all: T[], first: NoInfer<T>) { return [first, ...all]; }", "pick([1], 2)"],
    [2, 1],
  ],
  "satisfies and const type parameters": [
    [
      "const f = <const T,>(v: T) => v; const o = { a: 1 } satisfies Record<string, number>;",
      "[f([1, o.a])]",
    ],
    [[1, 1]],
  ],
  "using, disposed at the cell's end": [
    [
      "const log: string[] = []; const open = (name: string) => ({ name, [Symbol.dispose]() { log.push(name); } });",
      "using one = open('one'); using two = open('two'); log.length",
      "log",
    ],
    ["two", "one"],
  ],
  "using in a function": [
    [
      "const said: string[] = []; function f() { using _ = { [Symbol.dispose]() { said.push('end'); } }; said.push('in'); }",
      "f(); said",
    ],
    ["in", "end"],
  ],
  "await using": [
    [
      "const seen: number[] = [];",
      "await using it = { async [Symbol.asyncDispose]() { await null; seen.push(1); } }; seen.length",
      "seen",
    ],
    [1],
  ],
  "standard decorators": [
    [
      "function twice<This, A extends unknown[]>(f: (this: This, ...a: A) => number, _: ClassMethodDecoratorContext) {\n" +
        "  return function (this: This, ...a: A) { return 2 * f.apply(this, a); };\n}",
      "class C { @twice m(n: number) { return n + 1; } }",
      "new C().m(2)",
    ],
    6,
  ],
  "auto-accessors": [
    ["class A { accessor n = 1; static accessor m = 2; }", "const a = new A(); a.n++; [a.n, A.m]"],
    [2, 2],
  ],
  "import attributes": [['import data from "./data.json" with { type: "json" };', "data.n"], 5],
  "import attributes of import(…)": [
    ['(await import("./data.json", { with: { type: "json" } })).default.n'],
    5,
  ],
  "files named with their ending": [['import { a } from "./a.ts"; a'], "from a"],
  "arrays over their buffers": [
    ["const x: Float32Array<ArrayBuffer> = new Float32Array(2); x.fill(1);", "x.buffer.byteLength"],
    8,
  ],
  "regular expressions with sets": [["/[\\p{L}--[a-z]]/v.test('a')"], false],
  "a type that is only imported": [['import { type B, b } from "./a.ts"; const c: B = b;', "c"], { b: 1 }],
};

let cells: Cells;
beforeAll(() => {
  cells = new Cells();
  writeFileSync(join(cells.folder, "data.json"), '{ "n": 5 }');
  writeFileSync(
    join(cells.folder, "a.ts"),
    'export const a = "from a";\nexport interface B { b: number }\nexport const b: B = { b: 1 };',
  );
});

describe("cells in today's TypeScript", () => {
  for (const [name, [codes, value]] of Object.entries(sessions)) {
    it(name, async () => expect(await cells.last(...codes)).toEqual({ value }));
  }

  /** Members of the library, each with what tells whether the engine has it. */
  const members: [code: string, isThere: boolean][] = [
    ["new Set([1]).union(new Set([2])).size", "union" in Set.prototype],
    ["Promise.withResolvers<number>()", "withResolvers" in Promise],
    ["Object.groupBy([1, 2], (n) => n % 2 ? 'odd' : 'even')", "groupBy" in Object],
    ["[1].values().map((n) => n + 1).toArray()", "Iterator" in globalThis],
    ["Array.fromAsync([1])", "fromAsync" in Array],
    ["new Float16Array(1)", "Float16Array" in globalThis],
    ["new DisposableStack().disposed", "DisposableStack" in globalThis],
    ["new AsyncDisposableStack().disposed", "AsyncDisposableStack" in globalThis],
    ["RegExp.escape('a')", "escape" in RegExp],
    ["new Map([[1, 2]]).getOrInsert(1, 3)", "getOrInsert" in Map.prototype],
  ];
  for (const [code, isThere] of members) {
    it(`${code} ${isThere ? "runs" : "is a mistake on an engine without it"}`, async () => {
      expect("types" in (await cells.run(code))).toBe(!isThere);
    });
  }
});
