import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileStore } from "../src/node/store";
import { History } from "../src/protocol/history";

const path = join(mkdtempSync(join(tmpdir(), "history-")), "deep", "history.jsonl");
const first = new History("run-1", fileStore(path));
first.add(1, "one");
first.addOutput(1, "'uno'");
first.add(2, "two");
first.save();
appendFileSync(path, '{"run":"run-1","line":3,"inp');
appendFileSync(path, "\n");
const second = new History("run-2", fileStore(path));
second.add(1, "one");
second.add(2, "a*b [c] \\d");

second.save();

const rows = (request: Record<string, unknown>) => second.request({ output: false, raw: true, ...request });

describe("the history", () => {
  it("reaches back to earlier runs, past lines that were cut off", () => {
    expect(rows({ hist_access_type: "tail", n: 3 })).toEqual([
      [1, 2, "two"],
      [2, 1, "one"],
      [2, 2, "a*b [c] \\d"],
    ]);
    expect(rows({ hist_access_type: "tail", n: 0 })).toEqual([]);
  });

  it("knows ranges, counted from this run backwards too", () => {
    expect(rows({ hist_access_type: "range", session: 1, start: 1, stop: 2 })).toEqual([[1, 1, "one"]]);
    expect(rows({ hist_access_type: "range", session: 0, start: 0 })).toHaveLength(2);
    expect(rows({ hist_access_type: "range", session: -1, start: 2 })).toEqual([[1, 2, "two"]]);
    expect(rows({ hist_access_type: "range", session: -7 })).toEqual([]);
  });

  it("is searched by patterns", () => {
    expect(rows({ hist_access_type: "search", pattern: "one" })).toHaveLength(2);
    expect(rows({ hist_access_type: "search", pattern: "one", unique: true })).toEqual([[2, 1, "one"]]);
    expect(rows({ hist_access_type: "search", pattern: "t?o" })).toEqual([[1, 2, "two"]]);
    expect(rows({ hist_access_type: "search", pattern: "a[*]b*" })).toEqual([[2, 2, "a*b [c] \\d"]]);
    expect(rows({ hist_access_type: "search", pattern: "*[[]c] \\d" })).toHaveLength(1);
    expect(rows({ hist_access_type: "search", pattern: "[!o]*", n: 1 })).toEqual([[2, 2, "a*b [c] \\d"]]);
  });

  it("has the outputs of its own run", () => {
    expect(first.request({ hist_access_type: "tail", n: 2, output: true })).toEqual([
      [1, 1, ["one", "'uno'"]],
      [1, 2, ["two", null]],
    ]);
  });

  it("can be kept in memory alone", () => {
    const memory = new History("run", { read: () => "", append: () => undefined, replace: () => undefined });
    memory.add(1, "secret");
    expect(memory.request({ hist_access_type: "tail", n: 5 })).toEqual([[1, 1, "secret"]]);
    expect(readFileSync(path, "utf8")).not.toContain("secret");
  });
});
