import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as transform from "../src/transform";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as plt from "../src/plt";
import { documented, exampleOf, summaryOf } from "./sources";

const scope = { np, jnp: np, nn, jax: transform, plt };
const names = Object.keys(scope);
const values = Object.values(scope);

/** Runs an example; a line that ends in `// value` must give that value. */
function run(lines: readonly string[]): void {
  const before: string[] = [];
  const checks: string[] = [];
  for (const line of lines) {
    const [, code, wanted] = /^(.*?)(?:\s*\/\/ (.*))?$/.exec(line) as RegExpExecArray;
    if (wanted === undefined) before.push(code);
    else {
      before.push(`found.push(${code.replace(/;$/, "")});`);
      checks.push(wanted);
    }
  }
  const found: unknown[] = [];
  new Function(...names, "found", before.join("\n"))(...values, found);
  const expected = checks.map((text): unknown => new Function(...names, `return (${text});`)(...values));
  expect(found).toEqual(expected);
}

const functions = ["kinds", "settings", "axesOnly", "figureKinds", "figureOnly", "pyplot"].flatMap((folder) =>
  documented(`plt/${folder}`, /^(?!index|font).*\.ts$/),
);

beforeEach(() => plt.close("all"));
afterEach(() => {
  plt.close("all");
  plt.rcdefaults();
});

test("every function of plt is among those that are checked", () => {
  const known = new Set(functions.map(({ name }) => name));
  const elsewhere = ["rc", "rcdefaults"];
  const own = Object.entries(plt)
    .filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name))
    .map(([name]) => name);
  expect(own.filter((name) => !known.has(name) && !elsewhere.includes(name))).toEqual([]);
});

test("every kind is on plt and on axes", () => {
  const bound = functions.filter(({ file }) => /^plt.(kinds|settings|figureKinds)/.test(file));
  expect(bound.map(({ name }) => name).filter((name) => !(name in plt))).toEqual([]);
});

test("CONTRIBUTING shows a kind as it is", () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const source = read("../src/plt/kinds/fill.ts");
  expect(read("../../../CONTRIBUTING.md")).toContain(`\`\`\`typescript\n${source}\`\`\``);
  expect(source.split("\n").length).toBeLessThan(60);
});

describe.each(functions)("$file: $name", ({ name, docs }) => {
  test("says what it does, where it comes from, and how it is used", () => {
    expect(summaryOf(docs)).toMatch(/^[A-Z].*[.:]$/s);
    expect(docs).toMatch(/^@see https:\/\//m);
    expect(exampleOf(docs).join("\n")).toContain(name);
  });

  test("has an example that does what it says", () => {
    run(exampleOf(docs));
  });
});
