import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Converter } from "../src/compiler/converter";
import { services } from "../src/compiler/services";
import { compilerHost } from "../src/node/compilerHost";

let compiler: ReturnType<typeof services>;

beforeEach(() => {
  compiler = services(new Converter(compilerHost(mkdtempSync(join(tmpdir(), "ahead-")))));
});

describe("a cell that is compiled for good before it is asked for", () => {
  it("is declared like any other", () => {
    expect(compiler.convertAhead("a", "const a = 'text';")?.output).toContain("text");
    compiler.declare([]);
    expect(compiler.convertAhead("b", "a.length")?.diagnostics).toEqual([]);
  });

  it("is not compiled while the one before it is running", () => {
    compiler.convertAhead("a", "const a = 'text';");
    expect(compiler.convertAhead("b", "a.length")).toBeUndefined();
    compiler.declare([]);
    expect(compiler.convert("a.length", "error", "b").diagnostics).toEqual([]);
  });

  it("need not wait for a cell that leaves nothing", () => {
    compiler.convertAhead("a", "1 + 1");
    expect(compiler.convertAhead("b", "const b = 2;")?.output).toBeDefined();
    compiler.declare([]);
    expect(compiler.convert("b", "error").diagnostics).toEqual([]);
  });

  it("tells how often the scope may have changed", () => {
    const first = compiler.convert("const a = 1;", "error");
    compiler.declare([]);
    expect(compiler.convertAhead("b", "let b = a;")?.turn).toBe(first.turn + 1);
    compiler.abandon("b");
    expect(compiler.convertAhead("c", "let c = a;")?.turn).toBe(first.turn + 2);
  });

  it("is abandoned by its own request alone", () => {
    compiler.convertAhead("a", "const a = 1;");
    compiler.abandon("b");
    compiler.declare([]);
    compiler.convertAhead("c", "const c = 1;");
    compiler.abandon("c");
    compiler.declare([]);
    expect(compiler.convert("a", "error").diagnostics).toEqual([]);
    expect(compiler.convert("c", "error").diagnostics).toHaveLength(1);
  });
});

describe("a cell that is run again", () => {
  const again = "let total = 0; for (let i = 0; i < 3; i++) total += i; total";

  it("is what it was, as long as nothing else has been declared", () => {
    const run = (code: string): string | undefined => {
      const { output } = compiler.convert(code, "error");
      compiler.declare([]);
      return output;
    };
    expect([run(again), run(again), run(again)]).toEqual(Array(3).fill(run(again)));
    run("const i = 'text';");
    expect(run(again)).toBe(run(again));
    expect(compiler.convert("total.length", "error").diagnostics).toHaveLength(1);
  });

  it("is checked anew where a name means something else", () => {
    compiler.convert("let n = 1;", "error");
    compiler.declare([]);
    expect(compiler.convert("void n.toFixed();", "error").diagnostics).toEqual([]);
    compiler.declare([]);
    compiler.convert("let n = 'text';", "error");
    compiler.declare([]);
    expect(compiler.convert("void n.toFixed();", "error").diagnostics).toHaveLength(1);
  });
});

describe("cells that can only run for a moment", () => {
  const brevity = (code: string) => compiler.convert(code, "off").brevity;

  it.each(["1 + 1", "a", "-1 * (2 + 1)", "[1, { a }]", "'text'", "a ? b : c", "() => a()"])(
    "%s leaves nothing",
    (code) => expect(brevity(code)).toEqual({ isBrief: true, leavesNothing: true }),
  );

  it.each([
    "const x = 1",
    "interface A { a: string }",
    "a = 2",
    "++a",
    "function f() { for (;;); }",
    "let g = () => { while (true); }",
    "[b = 1]",
  ])("%s leaves something", (code) => expect(brevity(code)).toEqual({ isBrief: true, leavesNothing: false }));

  it.each([
    "f()",
    "new A()",
    "a.b",
    "a[0]",
    "for (;;);",
    "[...a]",
    "`${a}`",
    "await a",
    "a``",
    "class A { static x = f(); }",
    'import "fs";',
    "const { b } = a;",
    "let x: number = f();",
    "({ ...a })",
    "({ [f()]: 1 })",
  ])("%s may take long", (code) => expect(brevity(code)?.isBrief).toBe(false));
});
