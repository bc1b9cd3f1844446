import { expect, test } from "vitest";
import { served } from "../src/editing/serverPath";
import { renamed, whiteSpaceChanges, type Change } from "../src/editing/textChanges";

const applied = (text: string, changes: Change[]) =>
  changes.reduceRight(
    (all, { start, end, text: piece }) => all.slice(0, start) + piece + all.slice(end),
    text,
  );

test("formatting touches white space alone, or else what lies between the differences", () => {
  for (const [from, to] of [
    ["const a=1;\nif(a){a\n}", "const a = 1;\nif (a) {\n  a\n}"],
    ["  a ", "a\n"],
    ["", "\n"],
    ["a\t+ b", "a\t+ b"],
    ['x("é  ключ")', 'x( "é  ключ" )'],
  ]) {
    const changes = whiteSpaceChanges(from, to);
    expect(applied(from, changes)).toBe(to);
    expect(changes.every(({ start, end, text }) => /^\s*$/.test(from.slice(start, end) + text))).toBe(true);
  }
  expect(whiteSpaceChanges("a", "b")).toEqual([{ start: 0, end: 1, text: "b" }]);
  expect(whiteSpaceChanges("f('a');\ng( )", 'f("a");\ng()')).toEqual([
    { start: 2, end: 11, text: '"a");\ng(' },
  ]);
  for (const to of ["a ;b", "aab", "", "b", "a b b"])
    expect(applied("a b", whiteSpaceChanges("a b", to))).toBe(to);
});

test("a new name is written at its places, with what must stand before it", () => {
  const places = [
    { start: 2, end: 3, prefix: "x: " },
    { start: 6, end: 7 },
  ];
  expect(renamed("{ x }+x;", places, "long")).toBe("{ x: long }+long;");
});

test("a file below the server's folder is known by the server's name for it", () => {
  for (const [file, root, path] of [
    ["/home/ada/work/src/a.ts", "~/work", "src/a.ts"],
    ["/home/ada/work/src/a.ts", "/home/ada/work/", "src/a.ts"],
    ["/home/ada/a.ts", "/", "home/ada/a.ts"],
    ["/usr/lib/a.d.ts", "/home/ada/work", undefined],
    ["/home/ada/workshop/a.ts", "/home/ada/work", undefined],
  ] as const) {
    expect(served(file, root)).toBe(path);
  }
});
