import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Converter } from "../src/compiler/converter";
import { compilerHost } from "../src/node/compilerHost";

let folder: string;
let converter: Converter;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "prepared-"));
  converter = new Converter(compilerHost(folder));
});

describe("a cell that is compiled before it is asked for", () => {
  it("is what its request gets", () => {
    converter.prepare("a", "prepared", "off");
    const { output, sideModules } = converter.convert("other", "off", "a");
    expect({ output, sideModules }).toEqual({ output: "return prepared;\n", sideModules: [] });
  });

  it("is no other request's", () => {
    converter.prepare("a", "const s: string = 1;", "error");
    expect(converter.convert("1", "error", "b").diagnostics).toEqual([]);
    converter.declare([]);
    converter.prepare("c", "const s: string = 1;", "error");
    const warned = converter.convert("const s: string = 1;", "warn", "c");
    expect(warned.diagnostics).toHaveLength(1);
    expect(warned.output).toContain("const s = 1");
  });

  it("waits for the declarations of a running cell", () => {
    converter.convert("const a = 'text';");
    expect(converter.isAwaiting).toBe(true);
    converter.prepare("b", "a.length", "error");
    converter.declare([]);
    expect(converter.isAwaiting).toBe(false);
    expect(converter.convert("a.length", "error", "b").diagnostics).toEqual([]);
  });

  it("leaves no trace if it is never asked for", () => {
    writeFileSync(join(folder, "side.ts"), "export const one = 1;");
    const cell = 'import { one } from "./side"; const b = one;';
    converter.prepare("a", cell, "error");
    converter.declare([]);
    expect(converter.convert("b").diagnostics).toHaveLength(1);
    const { sideModules } = converter.convert(cell, "error", "c");
    expect(sideModules?.map(({ path }) => path)).toEqual([join(folder, "side.ts")]);
  });
});
