import { describe, expect, it } from "vitest";
import { SourceMap } from "../src/cells/sourceMap";
import { caughtAt } from "../src/compiler/catching";
import { Converter } from "../src/compiler/converter";
import { Debugger } from "../src/debugger/adapter";
import { murmur2 } from "../src/debugger/murmur";
import { compilerHost } from "../src/node/compilerHost";

/** Texts with their hashes under two seeds, as ipykernel's `murmur2_x86` gives them. */
const hashes: [text: string, ofCells: number, other: number][] = [
  ["", 3990065800, 418427652],
  ["a", 2167009006, 834694889],
  ["ab", 2805137849, 778022373],
  ["abc", 3350977461, 2128317430],
  ["abcd", 804720481, 2547506279],
  ["const x = 1;\n", 2619397439, 3797557541],
  ["été – 中文 🙂", 2214129158, 1169919246],
  ["x".repeat(1000), 2976633443, 3339380067],
];

describe("names of cells", () => {
  it.each(hashes)("hashes %j as ipykernel does", (text, ofCells, other) => {
    expect(murmur2(text, 0xc70f6907)).toBe(ofCells);
    expect(murmur2(text, 17)).toBe(other);
  });
});

/** A debugger with an engine that notes what it is asked, and answers little. */
function debuggerOf() {
  const posted: string[] = [];
  const sessions = { opened: 0, closed: 0 };
  const events: unknown[] = [];
  const it = new Debugger({
    open: () => {
      sessions.opened++;
      return {
        post: async <T>(method: string) => {
          posted.push(method);
          return { result: { value: [] } } as T;
        },
        close: () => void sessions.closed++,
      };
    },
    urlOf: (path) => `file://${path}`,
    passedOver: [],
    isHidden: () => false,
    isKernel: () => false,
    caughtAt: async () => [],
    cellPrefix: "/cells/",
    folder: "/project",
    read: () => undefined,
    compile: async () => ({ prelude: "", output: "", helpers: [] }),
    declare: async () => undefined,
    send: (event) => events.push(event),
  });
  const ask = async (command: string, args = {}) =>
    (await it.request({ type: "request", seq: 1, command, arguments: args })).body as Record<string, unknown>;
  return { ask, posted, sessions, events };
}

describe("a debugger", () => {
  it("has no session with the engine until it is asked for, and none when it has been given up", async () => {
    const { ask, posted, sessions } = debuggerOf();
    await ask("debugInfo");
    const { sourcePath } = await ask("dumpCell", { code: "const x = 1;\n" });
    expect(sourcePath).toBe("/cells/2619397439.ts");
    expect(await ask("source", { source: { path: sourcePath } })).toMatchObject({
      content: "const x = 1;\n",
    });
    for (const command of [
      "inspectVariables",
      "modules",
      "stackTrace",
      "richInspectVariables",
      "disconnect",
    ]) {
      await ask(command);
    }
    await ask("setBreakpoints", { source: { path: sourcePath }, breakpoints: [{ line: 1 }] });
    expect([sessions, posted]).toEqual([{ opened: 0, closed: 0 }, []]);

    await Promise.all([ask("initialize"), ask("initialize")]);
    expect(await ask("debugInfo")).toMatchObject({ isStarted: true });
    expect(sessions).toEqual({ opened: 1, closed: 0 });
    expect(posted[0]).toBe("Debugger.enable");

    await ask("disconnect");
    expect(sessions).toEqual({ opened: 1, closed: 1 });
    expect(await ask("debugInfo")).toMatchObject({ isStarted: false, breakpoints: [], stoppedThreads: [] });
    const last = posted.length;
    await ask("inspectVariables");
    expect(posted.length).toBe(last);
  });

  it("keeps what is set for code that has not run", async () => {
    const { ask } = debuggerOf();
    await ask("initialize");
    const path = "/cells/1.ts";
    const set = await ask("setBreakpoints", { source: { path }, breakpoints: [{ line: 3 }, { line: 3 }] });
    const unknown = { line: 3, verified: false, source: { path } };
    expect(set).toEqual({ breakpoints: [unknown, unknown] });
    const { breakpoints } = await ask("debugInfo");
    expect(breakpoints).toEqual([{ source: path, breakpoints: [{ ...unknown, verified: true }] }]);
  });
});

describe("what the compiler knows for the debugger", () => {
  it("the stretches of compiled code that come from a line, none of which overlap", () => {
    const code = "let total = 0;\nfor (const n of [1, 2]) total += n;\ntotal;";
    const { map = "", output = "" } = new Converter(compilerHost("/tmp")).convert(code);
    const sourceMap = new SourceMap(map);
    const lines = output.split("\n");
    const all = [0, 1, 2].map((line) => sourceMap.stretches(line));
    const written = all.map((stretches) =>
      stretches.map(({ start, end }) => {
        const [first = "", ...rest] = lines.slice(start.line, end.line + 1);
        const text = [first.slice(start.column), ...rest].join("\n");
        const cut = start.line === end.line ? text.slice(0, end.column - start.column) : text;
        return cut.trim();
      }),
    );
    expect(written[1]?.join(" ")).toContain("for (const n of [");
    expect(written[0]?.join(" ")).toContain("let total = 0");
    const flat = all.flat().sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
    flat.forEach(({ start, end }, index) => {
      expect([start.line, start.column]).not.toEqual([end.line, end.column]);
      const next = flat[index + 1]?.start;
      if (next) expect(end.line < next.line || end.column <= next.column).toBe(true);
    });
  });

  it.each([
    ["try { @ } catch {}", true],
    ["try { @ } finally {}", false],
    ["try {} catch { @ }", false],
    ["try {} catch {} finally { @ }", false],
    ["try { try { @ } finally {} } catch {}", true],
    ["try { xs.map(() => { @ }); } catch {}", false],
    ["try { class A { m() { @ } } } catch {}", false],
    ["xs.map(() => { try { @ } catch {} });", true],
    ["@", false],
  ])("%j stands in a `try` that catches: %s", (text, expected) => {
    const code = `first();\n${text}`;
    const column = text.indexOf("@");
    expect(caughtAt(code.replace("@", "x()"), [{ line: 1, column }])).toEqual([expected]);
  });

  it("compiles what is evaluated in the scope of cells, but for names that are hidden", () => {
    const converter = new Converter(compilerHost("/tmp"));
    converter.convert("const scale = 2; const n = 3;");
    converter.declare([]);
    const { prelude, output } = converter.evaluable("(scale as number) * n", ["n"]);
    expect(prelude).toContain('__box("scale")');
    expect(prelude).not.toContain('__box("n")');
    expect(output.trim()).toBe("return __arithmetic.mul($scale.$, n);");
    expect(() => converter.evaluable("1 +", [])).toThrow("Expression expected.");
    expect(() => converter.evaluable("await 1", [])).toThrow(/can neither wait/);
    converter.declareAny("found");
    expect(converter.convert("found.anything + scale").diagnostics).toEqual([]);
  });
});
