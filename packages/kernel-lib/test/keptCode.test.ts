import * as fs from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { Script } from "node:vm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptFunction, type CodeKeeper, type Script as Kept } from "../src/files/keptCode";

let folder = "";
let filename = "";
const made: Kept[] = [];
let later: (() => void)[] = [];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "tslinen-code-"));
  filename = path.join(folder, "sum.js");
  made.length = 0;
  later = [];
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const keeper = (tag = 1): CodeKeeper => ({
  files: fs as unknown as CodeKeeper["files"],
  path,
  folder: () => path.join(folder, "kept"),
  tag,
  script(code, options) {
    const script = new Script(code, options) as Kept;
    made.push(script);
    return script;
  },
  later: (run) => void later.push(run),
});

function sum(text = "result.sum = a + b;", tag = 1): number {
  fs.writeFileSync(filename, text);
  const result = { sum: 0 };
  keptFunction(text, ["result", "a", "b"], filename, keeper(tag))(result, 2, 3);
  later.splice(0).forEach((run) => run());
  return result.sum;
}

const kept = () => fs.readdirSync(path.join(folder, "kept"));

test("what the engine has compiled is taken up by the next one who asks", () => {
  expect(sum()).toBe(5);
  expect(made[0].cachedDataRejected).toBeUndefined();
  expect(kept()).toHaveLength(1);
  const result = { sum: 0 };
  keptFunction("result.sum = a + b;", ["result", "a", "b"], filename, keeper())(result, 4, 4);
  expect(result.sum).toBe(8);
  expect(made[1].cachedDataRejected).toBe(false);
  expect(later).toEqual([]);
});

test("another script, or another engine, has its own", () => {
  sum();
  expect(sum("result.sum = a * b + 0;")).toBe(6);
  expect(sum("result.sum = a + b;", 2)).toBe(5);
  expect(kept().length).toBeGreaterThanOrEqual(2);
});

test("what cannot be read or written does no harm", () => {
  expect(sum()).toBe(5);
  const [file] = kept();
  fs.writeFileSync(path.join(folder, "kept", file), "nonsense");
  const result = { sum: 0 };
  keptFunction("result.sum = a + b;", ["result", "a", "b"], filename, keeper())(result, 1, 1);
  expect(result.sum).toBe(2);
  later.splice(0).forEach((run) => run());
  fs.rmSync(path.join(folder, "kept"), { recursive: true });
  fs.writeFileSync(path.join(folder, "kept"), "a file where a folder should be");
  expect(sum()).toBe(5);
});

test("users without a home have nothing kept", () => {
  fs.writeFileSync(filename, "result.sum = a + b;");
  const homeless: CodeKeeper = {
    ...keeper(),
    folder() {
      throw new Error("no home");
    },
  };
  const result = { sum: 0 };
  keptFunction("result.sum = a + b;", ["result", "a", "b"], filename, homeless)(result, 2, 2);
  expect([result.sum, later.length]).toEqual([4, 0]);
});
