/** Names that could be imported: offered as one writes, with the import they take. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { editing } from "../src/compiler/editing";
import { Cells } from "./cells";

let editor: ReturnType<typeof editing>;
const cells = new Cells();

beforeAll(() => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(cells.folder, path, ".."), { recursive: true });
    writeFileSync(join(cells.folder, path), text);
  };
  write("package.json", '{ "dependencies": { "hooks": "1.0.0", "@of/p-limit": "1.0.0", "gone": "1.0.0" } }');
  write("node_modules/hooks/package.json", '{ "name": "hooks", "types": "index.d.ts" }');
  write(
    "node_modules/hooks/index.d.ts",
    'export * from "./state"; export { inner as renamed } from "./inner"; export interface UseOptions { a: number }\n' +
      "declare const hidden: number; export declare class UseClass {}",
  );
  write(
    "node_modules/hooks/state.d.ts",
    "export declare function useState(): number; export default useState;",
  );
  write("node_modules/hooks/inner.d.ts", "export declare const inner: number;");
  write("node_modules/hooks/index.js", "exports.useState = () => 7;");
  write("node_modules/@of/p-limit/package.json", '{ "name": "@of/p-limit", "types": "index.d.ts" }');
  write("node_modules/@of/p-limit/index.d.ts", "export default function pLimit(n: number): number;");
  write("helpers.ts", "export const helpMe = () => 1;");
  editor = editing(cells.converter);
});

/** Reads all that can be imported: a question waits for some of it only. */
function readAll(): void {
  const { exported } = cells.converter;
  exported.find("");
  while (exported.readOn());
}

const offered = (code: string): string[] => {
  readAll();
  return editor
    .complete([{ code, hasRun: false }], 0, code.length)
    .candidates.flatMap((one) => (one.import ? `${one.text} from ${one.import.module}` : []));
};

/** A cell with the first import that a mistake in it offers. */
function mended(code: string): string | undefined {
  readAll();
  const [change] = editor
    .check([{ code, hasRun: false }], 0)
    .flatMap(({ imports = [] }) => imports.map((one) => one.change));
  return change && code.slice(0, change.start) + change.text + code.slice(change.end);
}

describe("completion offers", () => {
  const cases: [code: string, expected: string[]][] = [
    ["useS", ["useState from hooks"]],
    ["const a = renamed", ["renamed from hooks"]],
    ["pLi", ["pLimit from @of/p-limit"]],
    ["helpM", ["helpMe from ./helpers"]],
    ["readFileSy", ["readFileSync from fs"]],
    ["opta", ["optax from tslinen"]],
    // What is a member, hidden, a type, or known already.
    ["({}).useS", []],
    ["hidd", []],
    ["UseO", []],
    ['import { useState } from "hooks"; useS', []],
    ["u", []],
  ];
  for (const [code, expected] of cases) it(code, () => expect(offered(code)).toEqual(expected));
});

describe("a name that is not known can be imported", () => {
  const cases: [code: string, mended: string][] = [
    ["useState()", 'import { useState } from "hooks";\nuseState()'],
    [
      'import { renamed } from "hooks";\nuseState() + renamed',
      'import { renamed, useState } from "hooks";\nuseState() + renamed',
    ],
    ['import "fs";\npLimit(1)', 'import "fs";\nimport pLimit from "@of/p-limit";\npLimit(1)'],
    ["// @check warn\nnew UseClass()", '// @check warn\nimport { UseClass } from "hooks";\nnew UseClass()'],
    ["let o: UseOptions", 'import { UseOptions } from "hooks";\nlet o: UseOptions'],
    ["np.zeros([2])", 'import { np } from "tslinen";\nnp.zeros([2])'],
  ];
  for (const [code, expected] of cases) it(code, () => expect(mended(code)).toBe(expected));

  it("and the cell runs", async () => {
    expect(await cells.run(mended("useState()") ?? "")).toEqual({ value: 7 });
  });

  it("or there is nothing to offer", () => expect(mended("nobodyKnows")).toBeUndefined());

  it("from what was installed or written since", () => {
    expect(mended("lateOne")).toBeUndefined();
    writeFileSync(join(cells.folder, "late.ts"), "export const lateOne = 1;");
    expect(mended("lateOne")).toBe('import { lateOne } from "./late";\nlateOne');
  });
});
