import { describe, expect, test } from "vitest";
import { readNumberFormat } from "../src/plt/numberFormat";
import { reference } from "./stored";

const stored = reference<{ format: string; value: number; text: string }[]>("formats");

describe("numbers are written as Python writes them", () => {
  test.each([...new Set(stored.map(({ format }) => format))])("%s", (format) => {
    const write = readNumberFormat("test", "fmt", format);
    const wanted = stored.filter((entry) => entry.format === format);
    expect(wanted.map(({ value }) => write(value))).toEqual(wanted.map(({ text }) => text));
  });
});

test("a function writes what it likes, infinity is written as in Python", () => {
  expect(readNumberFormat("test", "fmt", (x: number) => 2 * x)(3)).toBe("6");
  expect(readNumberFormat("test", "fmt", "%.1f")(-Infinity)).toBe("-inf");
});

test.each(["", "50 %%", "{y}", 3, undefined])("%s is no format", (format) => {
  expect(() => readNumberFormat("barLabel", "fmt", format)).toThrow(
    /^barLabel: expected fmt to be a function or a format such as "%.2f" or "\{:.1f\}", got /,
  );
});
