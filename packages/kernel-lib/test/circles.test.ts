import { expect, test } from "vitest";
import { circlesAmong } from "../../../scripts/circles.mjs";

test.each([
  ["a chain", { a: ["b"], b: ["c"], c: [] }, []],
  ["two ways to one file", { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
  ["two files", { a: ["b"], b: ["a"] }, [["a", "b"]]],
  ["a file and itself", { a: ["a"], b: ["a"] }, [["a"]]],
  [
    "two circles with a way between",
    { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] },
    [
      ["c", "d"],
      ["a", "b"],
    ],
  ],
  ["a circle within a larger one", { a: ["b"], b: ["c"], c: ["b", "a"] }, [["a", "b", "c"]]],
])("finds circles among %s", (_, imports, circles) => {
  expect(circlesAmong(new Map(Object.entries(imports)))).toEqual(circles);
});
