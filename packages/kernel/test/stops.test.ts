// Loops of cells that look whether they are to stop: what they compute is the same, and they stop.
import { expect, test } from "vitest";
import { Converter } from "../src/compiler/converter";
import { compilerHost } from "../src/node/compilerHost";

const looking = new Converter({ ...compilerHost(__dirname), loopStops: "look" });

/** Runs a cell without variables of other cells; its last expression is its value. */
function run(code: string, stop: { [0]: number; now(): void }, converter = looking): unknown {
  const { prelude = "", output = "", diagnostics } = converter.convert(code);
  expect(diagnostics).toEqual([]);
  converter.abandon();
  Object.defineProperty(globalThis, Symbol.for("tslinen.stop"), { value: stop, configurable: true });
  const boxes = new Map<string, { $: unknown }>();
  const box = (name: string) => boxes.get(name) ?? boxes.set(name, { $: undefined }).get(name);
  return new Function("__box", `${prelude}\n${output}`)(box);
}

const loops = [
  "let n = 0; for (let i = 0; i < 5; i++) n += i; n",
  "let n = 0; outer: for (const a of [1, 2, 3]) { for (const b in { x: 1, y: 2 }) { if (a === 2) continue outer; n += b.length; } } n",
  "let n = 0; while (n < 7) n++; do { n += 2; } while (n < 20); n",
  "const fs: (() => number)[] = []; for (let i = 0; i < 3; i++) { fs.push(() => i); } fs.map((f) => f())",
];

test("loops compute what they did", () => {
  const never = {
    0: 0,
    now() {
      throw new Error("not to be called");
    },
  };
  expect(loops.map((code) => run(code, never))).toEqual([10, 4, 21, [0, 1, 2]]);
});

test("loops that call compute what they did, and elsewhere, too", () => {
  const calling = new Converter({ ...compilerHost(__dirname), loopStops: "call" });
  const none = { 0: 1, now: () => undefined };
  expect(loops.map((code) => run(code, none, calling))).toEqual([10, 4, 21, [0, 1, 2]]);
  const text = run(
    "function f(n: number) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; } `${f}`",
    none,
    calling,
  );
  expect(new Function(`return (${String(text)})(5)`)()).toBe(10);
  expect(text).toMatch(/for .*\{\s*\S+\s*t \+= i;/s);
});

test.each([
  "while (true) {}",
  "for (;;);",
  "do {} while (true)",
  "const f = () => { for (;;) { try { throw 1 } catch {} } }; f();",
])("%s stops", (code) => {
  let turns = 0;
  const stop = {
    get 0() {
      return ++turns > 1000 ? 1 : 0;
    },
    now() {
      throw new Error("stopped");
    },
  };
  expect(() => run(code, stop)).toThrow("stopped");
});
