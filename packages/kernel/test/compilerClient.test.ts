import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startCompiler } from "../src/node/compiler";

/** A thread that answers with what it is asked, fails on "fail" and ends on "end". */
const script = join(mkdtempSync(join(tmpdir(), "thread-")), "thread.js");
writeFileSync(
  script,
  `const { workerData } = require("node:worker_threads");
  const [port] = workerData.ports;
  let count = 0;
  port.on("message", ({ id, method, args: [text] }) => {
    if (text === "end") throw new RangeError("too much");
    if (text === "fail") port.postMessage({ id, error: new TypeError("no") });
    else if (method === "declare") port.postMessage({ id, value: "all of " + text });
    else if (text === "known") port.postMessage({ id, value: workerData.declarations });
    else port.postMessage({ id, value: { text, count: ++count } });
  });`,
);

describe("the compiler's thread", () => {
  it("answers every call, whatever became of the one before", async () => {
    const compiler = startCompiler(tmpdir(), { script });
    expect(await compiler.completeness("a")).toEqual({ text: "a", count: 1 });
    await expect(compiler.completeness("fail")).rejects.toThrow("no");
    expect(await compiler.completeness("b")).toEqual({ text: "b", count: 2 });
  });

  it("is started anew after it has ended, and says why calls were lost", async () => {
    const compiler = startCompiler(tmpdir(), { script });
    const lost = ["end", "behind"].map((text) => compiler.completeness(text));
    const reasons = (await Promise.allSettled(lost)).map((one) =>
      String((one as PromiseRejectedResult).reason),
    );
    expect(reasons).toEqual(Array(2).fill("Error: the compiler has ended: too much"));
    expect(await compiler.completeness("again")).toEqual({ text: "again", count: 1 });
  });

  it("is started anew with what cells have declared", async () => {
    const compiler = startCompiler(tmpdir(), { script });
    await compiler.declare(["cell"]);
    await expect(compiler.completeness("end")).rejects.toThrow("too much");
    expect(await compiler.completeness("known")).toBe("all of cell");
  });
});
