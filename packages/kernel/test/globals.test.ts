import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { Converter } from "../src/compiler/converter";
import { compilerHost } from "../src/node/compilerHost";

const script = "process.stdout.write(JSON.stringify(Object.getOwnPropertyNames(globalThis)))";

it("cells know every global that the running Node.js has", () => {
  // From standard input: with -e, Node.js makes its modules global, too.
  const names = JSON.parse(
    execFileSync(process.execPath, ["-"], { input: script, encoding: "utf8" }),
  ) as string[];
  const converter = new Converter(compilerHost("/tmp"));
  const unknown = names.filter((name) => converter.check(`void ${name};`, []).length > 0);
  expect(unknown).toEqual([]);
});

it("WebAssembly has its types", () => {
  const converter = new Converter(compilerHost("/tmp"));
  const code = `const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const made = await WebAssembly.instantiate(bytes);
const memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1 });
const length: number = memory.buffer.byteLength + Object.keys(made.instance.exports).length;`;
  expect(converter.check(code, [])).toEqual([]);
  expect(converter.check("WebAssembly.validate(1);", [])[0]?.code).toBe(2345);
});

it("cells do not know a global that the running Node.js has not", () => {
  const converter = new Converter(compilerHost("/tmp"));
  const isThere = "URLPattern" in globalThis;
  expect(converter.check("URLPattern;", []).length === 0).toBe(isThere);
});
