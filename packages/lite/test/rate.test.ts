// What a page is shown of cells that write without end.
import { expect, test } from "vitest";
import { Rate } from "../src/worker/rate";

test("shows a megabyte of text a second, says once what is left out, and goes on in the next", () => {
  let now = 0;
  const rate = new Rate(() => now);
  const text = "x".repeat(1 << 18);
  const taken = (times: number): string[] => Array.from({ length: times }, () => rate.take(text));
  for (const second of [5_000, 6_001]) {
    now = second;
    expect(taken(7)).toEqual([...Array(4).fill("shown"), "first left out", "left out", "left out"]);
  }
});

test("shows a single long text whole", () => {
  expect(new Rate().take("x".repeat(1 << 22))).toBe("shown");
});
