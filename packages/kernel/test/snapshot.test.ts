import { mkdtempSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
// As it is built: a snapshot is made of files that Node.js reads by itself.
import { startCompiler } from "../dist/node/compiler";
import { findSnapshot, makeSnapshot } from "../dist/node/snapshot/snapshot";

const folder = mkdtempSync(join(tmpdir(), "snapshot-"));

it("a compiler from a snapshot answers, and keeps what cells declare when it is started anew", async () => {
  expect(await makeSnapshot()).toBe(true);
  const pids: number[] = [];
  const compiler = startCompiler(folder, { snapshot: findSnapshot(), started: (pid) => void pids.push(pid) });
  const { diagnostics } = await compiler.convert("const a = 'text';", "error");
  expect(diagnostics).toEqual([]);
  await compiler.declare([]);
  expect((await compiler.convert("a.toFixed()", "error")).diagnostics).toHaveLength(1);
  process.kill(pids[0] as number, "SIGKILL");
  await expect(compiler.convert("a.length", "error")).rejects.toThrow("the compiler has ended: SIGKILL");
  expect((await compiler.convert("a.length", "error")).diagnostics).toEqual([]);
  expect(pids).toHaveLength(2);
  process.kill(pids[1] as number, "SIGKILL");
}, 60_000);

it("it checks as strictly as the folder's tsconfig.json asks, and knows the folder's files", async () => {
  const strict = mkdtempSync(join(tmpdir(), "snapshot-"));
  writeFileSync(join(strict, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(join(strict, "side.ts"), "export const one: number = 1;");
  const strictly = startCompiler(strict, { snapshot: findSnapshot() });
  const leniently = startCompiler(folder, { snapshot: findSnapshot() });
  const code = "const text: string = null;";
  expect((await strictly.convert(code, "error")).diagnostics).toHaveLength(1);
  expect((await leniently.convert(code, "error")).diagnostics).toEqual([]);
  const importing = await strictly.convert('import { one } from "./side"; one.toFixed()', "error");
  expect(importing.diagnostics).toEqual([]);
  expect(importing.sideModules).toHaveLength(1);
}, 60_000);

it("a snapshot that does not run is taken away, and a thread answers what was asked", async () => {
  const broken = join(folder, "broken.snapshot");
  writeFileSync(broken, "no snapshot");
  const compiler = startCompiler(folder, { snapshot: broken });
  expect((await compiler.convert("1 + 1", "error")).output).toBe("return 1 + 1;\n");
  expect(existsSync(broken)).toBe(false);
}, 60_000);
