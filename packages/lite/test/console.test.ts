// The console of cells in a browser, compared with that of the Node.js that runs the tests.
import { Console } from "node:console";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { CellConsole } from "../src/worker/console";

type Either = Pick<Console, Exclude<keyof CellConsole, "clear">>;

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

const uses: Record<string, (console: Either) => void> = {
  "texts and values": (console) => console.log("a", 1, -0, 2n, [1, "b"], { c: { d: { e: { f: 1 } } } }, null),
  formats: (console) =>
    console.log("%s is %d, %i, %f, %j, %o, %O %% %c", "a", 1.5, 1.5, "2.5", [1], [2], [3], ""),
  nothing: (console) => console.log(),
  "maps, sets, classes, functions": (console) =>
    console.info(new Map([["a", new Set([1])]]), new Point(1, 2), Point, () => 1, Symbol("s"), new Date(0)),
  "typed arrays, long arrays": (console) =>
    console.debug(
      new Float32Array(3),
      Array.from({ length: 120 }, (_, i) => i),
    ),
  "standard error": (console) => {
    console.warn("careful", { a: 1 });
    console.error("wrong %s", "here");
  },
  groups: (console) => {
    console.group("outer", 1);
    console.log("one\ntwo");
    console.groupCollapsed();
    console.warn("deeper");
    console.groupEnd();
    console.groupEnd();
    console.groupEnd();
    console.log("out");
  },
  counts: (console) => {
    console.count();
    console.count("a");
    console.count("a");
    console.countReset("a");
    console.count("a");
  },
  assertions: (console) => {
    console.assert(true, "not said");
    console.assert(false);
    console.assert(false, "said %d", 1);
    console.assert(false, ...([{ a: 1 }, 2] as unknown as [string]));
  },
  dir: (console) => console.dir({ a: { b: { c: {} } } }, { depth: 0 }),
  tables: (console) => {
    console.table([
      { a: 1, b: "x" },
      { a: 2, c: { d: 1 } },
    ]);
    console.table([[1, 2], [3]]);
    console.table(["p", "q"]);
    console.table({ r: new Point(1, 2), s: 3 });
    console.table([{ a: 1, b: 2 }], ["b"]);
    console.table(new Map([["k", { a: 1 }]]));
    console.table(new Set([1, "two"]));
    console.table([]);
    console.table("no table");
    console.table(null);
  },
};

for (const [name, use] of Object.entries(uses)) {
  test(`writes ${name} as Node.js does`, () => {
    const expected = { stdout: "", stderr: "" };
    const into = (stream: keyof typeof expected) =>
      new Writable({
        write(chunk, _, done) {
          expected[stream] += String(chunk);
          done();
        },
      });
    use(new Console({ stdout: into("stdout"), stderr: into("stderr"), colorMode: false }));
    const got = { stdout: "", stderr: "" };
    use(
      new CellConsole(
        (stream, text) => (got[stream] += text),
        () => undefined,
      ),
    );
    expect(got).toEqual(expected);
  });
}
