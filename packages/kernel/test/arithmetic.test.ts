/** Operators on arrays in cells: what they give, what they are to the checker and to editors. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "../src/compiler/converter";
import { editing } from "../src/compiler/editing";
import { compilerHost } from "../src/node/compilerHost";
import { exportNotebook } from "../src/node/export";
import { kernelSpec } from "../src/node/install/kernelspec";
import { Cells } from "./cells";

let cells: Cells;
beforeAll(async () => {
  cells = new Cells();
});
const setup = [
  'import { np, jax } from "tslinen";',
  "let x = np.array([1, 2, 3]); let y = np.array([4, 0, 6]); const lr = 0.5; let n = 2;",
];
beforeEach(async () => {
  cells.reset();
  await cells.last(...setup);
});

interface Listed {
  tolist(): unknown;
}
const listOf = (value: unknown): unknown => (typeof value === "object" ? (value as Listed).tolist() : value);

describe("an operator on arrays", () => {
  const values: [code: string, value: unknown][] = [
    ["2 * x + 1", [3, 5, 7]],
    ["x ** 2", [1, 4, 9]],
    ["x > 1", [false, true, true]],
    ["-x", [-1, -2, -3]],
    ["-(2 * x)", [-2, -4, -6]],
    ["(x - x.mean()) / x.std()", [-1.2247447967529297, 0, 1.2247447967529297]],
    ["x ** 2 + y ** 2 < 10", [false, true, false]],
    ["2 - x", [1, 0, -1]],
    ["6 / x", [6, 3, 2]],
    ["2 ** x", [2, 4, 8]],
    ["7 % x", [0, 1, 1]],
    ["x % 2", [1, 0, 1]],
    ["2 < x", [false, false, true]],
    ["2 >= x", [true, true, false]],
    ["x == 2", [false, true, false]],
    ["x != 2", [true, false, true]],
    ["(x == y).mean()", 0],
    ["(x < y).astype('int32')", [1, 0, 1]],
    ["np.mean(x <= y)", 0.6666666865348816],
    ["np.where(x > y, x, y)", [4, 2, 6]],
    ["x.at(x < y)", [1, 3]],
    ["1 - (x < y)", [0, 1, 0]],
    ["const m = x < y; np.where(m, x, y)", [1, 0, 3]],
    [
      "const k = (v: typeof x, w: typeof x) => { const m = v > w; return m.astype('int32') * v; }; k(x, y)",
      [0, 2, 0],
    ],
    ["const u = x.sum() < y.sum(); [u, np.where(u, x, y).tolist()].join()", "true,1,2,3"],
    ["const p: any = x; (p == x).sum()", 3],
    ["const q: any = x; const r: any = y; (q != r).astype('int32')", [1, 1, 1]],
    ["x + y * 2 - -x / 4", [9.25, 2.5, 15.75]],
    ["[1, 1, 1] + x", [2, 3, 4]],
    ["[1, 1, 1] * x", [1, 2, 3]],
    ["x += y; x", [5, 2, 9]],
    ["x -= lr * y; x", [-1, 2, 0]],
    ["x **= n; x", [1, 4, 9]],
    ["const o = { w: x }; o.w *= 2; o['w'] += 1; o.w", [3, 5, 7]],
    ["let total = 0; for (const l of [np.array(2), np.array(3)]) total += l; total", 5],
    ["const z = 2 * x; const w = z + 1; const f = (a: typeof x) => -a * w; f(z)", [-6, -20, -42]],
    ["let s: number | typeof x = 0; for (const l of [x, y]) s = s + l; s", [5, 2, 9]],
    ["let s2: number | typeof x = 0; for (const l of [x, y]) s2 += l; s2", [5, 2, 9]],
    ["jax.grad((v: typeof x) => (2 * v ** 2 - 1).sum())(x)", [4, 8, 12]],
    ["const g = await Promise.resolve(2 * x); await Promise.resolve(x) - g", [-1, -2, -3]],
    ["n - lr * 2", 1],
    ["'a' + x", "a[1. 2. 3.]"],
    ["x === y", false],
    ["-n", -2],
    ["const any: any = { w: x, n: 3, s: 'a', big: 5n, at: new Date(7) }; any.w - 0.5 * any.w", [0.5, 1, 1.5]],
    ["const a1: any = x; -a1 / 2 + 2 ** a1", [1.5, 3, 6.5]],
    ["let a2: any = x; a2 -= 1; a2 *= a2; a2", [0, 1, 4]],
    [
      "const a3: any[] = [3, 'a', 5n, new Date(7)]; [a3[0] - 1, a3[1] + a3[0], -a3[2], a3[3] - 2, a3[0] + 'b'].join()",
      "2,a3,-5,5,3b",
    ],
    ["const r1 = [{ v: 2 } as any].map((r) => r.v * 2); r1[0] > 3 && (r1[0] - 1).toFixed(1)", "3.0"],
    [
      "const d: any = { valueOf: () => 4, add: () => 'no' }; const k: number = 5 - d; [k, d * 2, d < 5].join()",
      "1,8,true",
    ],
    [
      "const tree: any = { b: np.array([1, 2]) }; jax.tree.map((p, g) => p - 0.5 * g, tree, tree).b",
      [0.5, 1],
    ],
    ["jax.grad((p: any) => ((p.w * 2) ** 2).sum())({ w: x }).w", [8, 16, 24]],
  ];
  for (const [code, value] of values) {
    it(code, async () => {
      const outcome = await cells.run(code);
      expect(outcome).not.toHaveProperty("types");
      expect(outcome).not.toHaveProperty("thrown");
      expect(listOf((outcome as { value: unknown }).value)).toEqual(value);
      expect(cells.converter.check(code.replace(/^let total/, "let total2: number; let total"), [])).toEqual(
        [],
      );
    });
  }
});

describe("an array in a condition", () => {
  const values: [code: string, value: unknown][] = [
    ["const one = np.array(0); const r: number[] = []; if (one) r.push(1); else r.push(2); r", [2]],
    ["let c = np.array(3); let k = 0; while (c > 0) { c -= 1; k++; } k", 3],
    ["let i = np.array(0); do { i += 1; } while (i < 3); i", 3],
    [
      "const zero = np.array(0); [zero ? 1 : 2, !zero, zero && 1, zero || 5, !(zero || zero > 1), !zero && 7, (n && zero) && 1]",
      [2, true, 0, 5, true, 7, 0],
    ],
    ["if (x.any() && !(x > 5).all()) 'yes'; else 'no'; x.any() && 'yes'", "yes"],
    ["n > 1 && n < 3", true],
  ];
  for (const [code, value] of values) {
    it(code, async () => {
      const outcome = await cells.run(code);
      expect(outcome).not.toHaveProperty("types");
      const plain = (it: unknown): unknown =>
        Array.isArray(it) ? it.map(plain) : typeof it === "object" ? listOf(it) : it;
      expect(plain((outcome as { value: unknown }).value)).toEqual(value);
    });
  }

  const mistakes: [code: string, ...marked: string[]][] = [
    ["if (x.greater(0)) n", "x.greater(0)"],
    ["if (x > 1) n", "x > 1"],
    ["while (0 < x * 2) n", "0 < x * 2"],
    ["do n; while (np.greater(x, y))", "np.greater(x, y)"],
    ["for (; -x; ) n", "-x"],
    ["const r = x > 1 ? 1 : 2", "x > 1"],
    ["const r = x && 5", "x"],
    ["const r = !(x > 1)", "x > 1"],
    ["if (n > 1 && (x > 1 || y > 1)) n", "x > 1", "y > 1"],
    ["const f = () => { if (x == 2) return 1; }", "x == 2"],
    ["const own = np.array([1, 2]); if (own) n", "own"],
    ["const own = np.linspace(0, 1), m = own > 0.5; if (m) n", "m"],
    ["if (np.zeros([2, 2])) n", "np.zeros([2, 2])"],
    ["if (np.arange(3).mul(n).less(5)) n", "np.arange(3).mul(n).less(5)"],
    ["const f = (a: typeof x) => (a > 0 ? 1 : 2)", "a > 0"],
    ["function g(a: typeof x) { if (a.greater(0)) return 1; while (!a) n; }", "a.greater(0)", "a"],
    ["const f = (a: typeof x) => { const b = 2 * a; return b && n; }", "b"],
    ["class K { m(a: typeof x, b: number) { return a.sub(b) || 1; } }", "a.sub(b)"],
  ];
  for (const [code, ...marked] of mistakes) {
    it(`of several elements is a mistake: ${code}`, async () => {
      const found = cells.converter.check(code, []);
      expect(found.map(({ start, end }) => code.slice(start.offset, end.offset))).toEqual(marked);
      const types = marked.map(() => expect.stringContaining("A condition is one truth value"));
      expect(await cells.run(code)).toEqual({ types });
    });
  }

  const uncertain = [
    "const f = (a: typeof x) => ((a > 0).item() || (a > 0).all() ? 1 : 2); f(np.array(3))",
    "const f = (a: number | typeof x) => (a > 0 ? 1 : 2); f(np.array(3))",
    "const f = (a: typeof x = np.array(1)) => (a > 0 ? 1 : 2); f()",
    "const f = (a: typeof x) => { a = a.sum(); return a > 0 ? 1 : 2; }; f(x)",
    "[np.array(1), np.array(2)].filter((a) => !(a > 1)).length",
    "x = np.array(1); if (x) n",
    "let c = np.array([1, 2]); c = np.array(1); if (c) n",
    "if (x.sum() > 0 && x.max()) n",
    "const own = np.array([n]); if (own > 1) n",
    "if (np.zeros([1, 1]) || np.linspace(0, 1, 1)) n",
    "x = np.array([7]); n; ~ if (x > 1) n",
    "let z = x; ~ z = np.array(2) ~ if (z > 1) n",
    "var v = np.array(1) ~ var v: typeof x = v.add(1); if (v > 1) n",
  ];
  for (const code of uncertain) {
    it(`of one element, or maybe so, runs: ${code}`, async () => {
      for (const cell of code.split("~")) {
        expect(cells.converter.check(cell, [])).toEqual([]);
        const outcome = await cells.run(cell);
        expect(outcome).not.toHaveProperty("types");
        expect(outcome).not.toHaveProperty("thrown");
      }
    });
  }

  it("is looked at when it runs, where the text cannot tell", async () => {
    expect(await cells.run("const f = (a: { b: typeof x }) => (a.b > 0 ? 1 : 2); f({ b: x })")).toEqual({
      thrown: expect.stringContaining("expected one truth value as a condition, got shape (3,)"),
    });
    expect(await cells.run("// @check off\nif (x > 1) n")).toHaveProperty("thrown");
    // A cell that has not run may change what the array is.
    expect(cells.converter.check("if (x) n", ["x = np.array(1);"])).toEqual([]);
  });
});

describe("to the checker and to editors", () => {
  it("an operator has the type of the method", async () => {
    await cells.run("const made = 2 * x; const mask = x > 2; const best = -x;");
    expect(cells.converter.declarations).toMatch(/made: (import\("tslinen"\)\.)?np\.ndarray|ndarray/);
    for (const name of ["made", "mask", "best"])
      expect(await cells.run(`${name}.shape`)).toEqual({ value: [3] });
    const ask = editing(cells.converter);
    const cell = [
      { code: "const here = 2 * x + 1;\nhere.", hasRun: false },
      { code: "here.sum()", hasRun: false },
    ];
    expect(ask.hover(cell, 0, 6)?.signature).toMatch(/const here: .*ndarray/);
    expect(ask.hover(cell, 0, 17)?.signature).toMatch(/let x: .*ndarray/);
    const names = ask.complete(cell, 0, 29).candidates.map(({ text }) => text);
    expect(names).toContain("reshape");
    expect(names.filter((name) => name.startsWith("__"))).toEqual([]);
    expect(ask.check([{ code: "const here = 2 * x + 1;", hasRun: false }, cell[1] as never], 1)).toEqual([]);
    for (const text of ["n.", "let t: __", "__", "({}).", "x."]) {
      const { candidates } = ask.complete([{ code: text, hasRun: false }], 0, text.length);
      expect(candidates.filter((one) => /^__(arith|add|mul)/.test(one.text))).toEqual([]);
    }
    const code = "x += x * n; -x; 2 * x";
    expect(ask.references([{ code, hasRun: false }], 0, 0).map(({ start }) => start)).toEqual([0, 5, 13, 20]);
    expect(ask.hover([{ code: "x * n", hasRun: false }], 0, 2)?.signature).toMatch(/mul/);
    expect(
      ask.signature([{ code: "2 * np.sum(x, ", hasRun: false }], 0, 14)?.signatures.length,
    ).toBeGreaterThan(0);
  });

  it("a mistake lies where it is written", () => {
    const mistakes: [code: string, start: number, end: number, message: RegExp][] = [
      ["2 * nope + x", 4, 8, /Cannot find name 'nope'/],
      ["const s: string = 2 * x;", 6, 7, /ndarray.* is not assignable to type 'string'/],
      ["x * 'a'", 0, 1, /left-hand side of an arithmetic/],
      ["const k = x * 2; k.nope", 19, 23, /Property 'nope' does not exist on type '.*ndarray/],
      ["x - {}", 0, 1, /left-hand side/],
      ["n = 2 * x", 0, 1, /ndarray.* is not assignable to type 'number'/],
      ["x === 2", 0, 7, /no overlap/],
    ];
    for (const [code, start, end, message] of mistakes) {
      const [first] = cells.converter.check(code, []);
      expect(first?.message, code).toMatch(message);
      expect([code, first?.start.offset, first?.end.offset]).toEqual([code, start, end]);
      expect(cells.converter.convert(code).diagnostics[0]?.message).toMatch(message);
    }
  });

  it("is written plainly into a file, cell after cell", () => {
    const notebook = join(cells.folder, "lesson.ipynb");
    const sources = ["# Title", ...setup, "const z = 2 * x;", "z + 1"];
    const written = sources.map((source, i) => ({
      cell_type: i === 0 ? "markdown" : "code",
      source: [source],
    }));
    writeFileSync(notebook, JSON.stringify({ cells: written }));
    expect(exportNotebook(notebook)).toBe(`Wrote ${join(cells.folder, "lesson.ts")}`);
    const text = readFileSync(join(cells.folder, "lesson.ts"), "utf8");
    expect(text).toMatch(/^\/\/ %% \[markdown\]\n\/\/ # Title\n/);
    expect(text).toMatch(/\/\/ %%\nconst z = x\.mul\(2\);\n\n\/\/ %%\nz\.add\(1\)\n$/);
    writeFileSync(notebook, "{}");
    expect(() => exportNotebook(notebook)).toThrow("export: expected a notebook with cells");
  });

  it("is refused if the cell or the kernel wants it so", () => {
    const strict = new Converter(compilerHost(cells.folder, "off"));
    strict.declarations = cells.converter.declarations;
    expect(strict.check("2 * x", [])[0]?.code).toBe(2363);
    expect(kernelSpec("tslinen", "error", "off").argv.slice(-2)).toEqual(["--operators", "off"]);
    const [first] = cells.converter.check("// @operators off\n2 * x", []);
    expect(first?.code).toBe(2363);
  });

  it("an operator is written plainly as its method", () => {
    const texts: [code: string, plain: string][] = [
      ["2 * x + 1", "x.mul(2).add(1)"],
      ["const z = (x - x.mean()) / x.std(); // scaled", "const z = x.sub(x.mean()).div(x.std()); // scaled"],
      ["x ** 2 + y ** 2 < 1", "x.pow(2).add(y.pow(2)).less(1)"],
      ["// all\n  -x;\n-(x + 1)", "// all\n  x.neg();\nx.add(1).neg()"],
      ["2 - x; 1 / x; 2 ** x; 3 % x; 0 < x", "x.rsub(2); x.rdiv(1); x.rpow(2); x.rmod(3); x.greater(0)"],
      ["x -= lr * (y - 1)", "x = x.sub(y.sub(1).mul(lr))"],
      ["let t = 0; t += x.sum();", "let t = 0; t += Number(x.sum());"],
      [
        "f(x > 1, [ x + 1 ]);\nfunction f(a: unknown, b: unknown) {}",
        "f(x.greater(1), [ x.add(1) ]);\nfunction f(a: unknown, b: unknown) {}",
      ],
      ["!ls -la\n%timeit -n 5 x * 2\n1 + n", "// !ls -la\n/* %timeit -n 5 */ x.mul(2)\n1 + n"],
      ["{ a: x + 1 }", "{ a: x.add(1) }"],
      ["const u: any = x; -u + 2 * u", "const u: any = x; -u + 2 * u"],
      ["(await Promise.resolve(x)) * 2", "(await Promise.resolve(x)).mul(2)"],
    ];
    for (const [code, plain] of texts) expect(cells.converter.plain(code)).toBe(plain);
  });

  it("an error leads to its operator", async () => {
    const code = "const bad = 1 +\n  x * np.array([1, 2]);";
    expect(await cells.run(code)).toEqual({ thrown: expect.stringContaining("shape") });
  });
});
