// What would harm a page.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LiteSite } from "../harness/lite.mjs";

const hostile = {
  "endless recursion": ["function down(): number { return 1 + down(); }\ndown()", /RangeError|call stack/i],
  "a value of 200 MB": ['"x".repeat(200e6)', /x{100}|too (large|long)/],
  "an array of 200 MB": ["new Float64Array(25e6)", /Float64Array\(25000000\)/],
  "the worker's own messages": ["postMessage('nonsense'); 5", /5/],
  "an error that cannot be read": [
    "throw new Proxy(new Error('x'), { get() { throw new Error('no'); } })",
    /Error|Thrown/,
  ],
};
for (const isolated of [false, true]) {
  describe(isolated ? "isolated from other origins" : "as any host serves it", () => {
    let own;
    let opened;
    before(async () => {
      own = await LiteSite.start({ isolated });
      opened = await own.newNotebook();
      assert.equal(await opened.page.evaluate(() => window.crossOriginIsolated), isolated);
    });
    after(() => own?.stop());

    for (const [what, [code, expected]] of Object.entries(hostile)) {
      test(`${what} leaves it alive`, async () => {
        assert.match((await opened.textOf(code)).slice(0, 10_000), expected);
        assert.equal(await opened.textOf("1 + 1"), "2");
      });
    }

    test("endless output is stopped", async () => {
      const text = await opened.interrupted('while (true) console.log("again and again");');
      assert.match(text.slice(-2000), /interrupted|values of all cells are gone/);
      assert.equal(await opened.textOf("1 + 1"), "2");
    });

    test("a worker cannot be ended from inside", async () => {
      const text = await opened.interrupted(
        "Object.getPrototypeOf(Object.getPrototypeOf(self)).close?.call(self);\nDedicatedWorkerGlobalScope.prototype.close?.call(self);\nawait new Promise(() => undefined);",
      );
      assert.match(text, /interrupted|values of all cells are gone/);
      assert.equal(await opened.textOf("2 + 2"), "4");
    });

    test("a loop is stopped", async () => {
      await opened.runCell("const kept = 42;");
      for (const loop of ["while (true) {}", "for (;;) { try { throw 1; } catch {} }"]) {
        const text = await opened.interrupted(loop);
        assert.match(text, isolated ? /the cell was interrupted/ : /the values of all cells are gone/);
      }
      if (isolated) assert.equal(await opened.textOf("kept"), "42");
      assert.equal(await opened.textOf("1 + 1"), "2");
      assert.deepEqual(opened.errors, []);
    });
  });
}
