// Packages that cells import. A server of ES modules on this machine stands for those of the network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LiteSite, waitUntil } from "../harness/lite.mjs";
import { serveModules } from "../harness/modules.mjs";

const modules = {
  "/counting": ["export const one = 1; export default (x) => x + 1;", { types: "/types/counting.d.ts" }],
  "/types/counting.d.ts": [
    'import type { Unit } from "./unit.js"; export declare const one: Unit; export default function (x: number): number;',
  ],
  "/types/unit.d.ts": ["export type Unit = 1;"],
  "/@scope/plain@2/part": ["export const name = 'plain';"],
  "/broken": ["throw new Error('on its own account');"],
};
let server;
let site;
let opened;
before(async () => {
  server = await serveModules(modules);
  site = await LiteSite.start();
  opened = await site.newNotebook();
});
after(async () => {
  await site?.stop();
  await server?.stop();
});

test("come with advice where no server is set", async () => {
  assert.match(
    await opened.textOf('import { one } from "counting";'),
    /Cannot find module 'counting'.*Packages come from a server of ES modules.*Settings Editor/s,
  );
});

test("are loaded with their types once one is", async () => {
  const { page } = opened;
  await page.evaluate(() =>
    window.jupyterapp.commands.execute("settingeditor:open", { query: "TypeScript kernel" }),
  );
  await page.locator('input[id$="_packages"]').fill(server.url);
  await page.evaluate(async () => {
    const { shell } = window.jupyterapp;
    const [notebook] = [...shell.widgets("main")].filter(({ sessionContext }) => sessionContext);
    shell.activateById(notebook.id);
  });
  await waitUntil(async () => !/Cannot find module/.test(await opened.textOf('import "counting";')));
  assert.equal(await opened.textOf('import next, { one } from "counting"; [one, next(1)]'), "[ 1, 2 ]");
  assert.match(await opened.textOf("const wrong: 2 = one;"), /Type '1' is not assignable to type '2'/);
  assert.equal(await opened.textOf('import { name } from "@scope/plain@2/part"; name'), "'plain'");
  assert.equal(await opened.textOf('(await import("counting")).one'), "1");
  assert.equal(await opened.textOf(`import { one as far } from "${server.url}/counting"; far`), "1");
  assert.match(
    await opened.textOf('import { a } from "missing";'),
    /Cannot find module 'missing'.*There is no such package at http/s,
  );
  assert.match(await opened.textOf('import "broken";'), /on its own account/);
});
