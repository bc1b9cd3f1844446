// Makes the browser's kernel one that Jupyter starts: a page in Chromium on one side, Jupyter's sockets on the other.
// With it, the tests of the kernel for Node.js run against the browser's, and so do Jupyter's own.
//
//   node packages/lite/test/bridge/bridge.mjs <connection file>
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { launchBrowser } from "../../../../ui-tests/harness/chromium.mjs";
import { builtPage, dist } from "./build.mjs";

const require = createRequire(import.meta.url);
const { readConnection } = require("@tslinen/kernel/dist/node/wire/connection.js");
const { Sockets } = require("@tslinen/kernel/dist/node/wire/sockets.js");

const folder = process.cwd();
const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json" };
const headers = {
  // By these a page may share memory with its workers, so that a loop can be stopped.
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cache-Control": "no-store",
};

/** The times at which the folder's files were changed last. */
function listed(inside = "") {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && !name.startsWith("."))
    .reduce((stamps, entry) => {
      const path = inside + entry.name;
      if (entry.isDirectory()) return Object.assign(stamps, listed(`${path}/`));
      return Object.assign(stamps, { [path]: statSync(join(folder, path)).mtimeMs });
    }, {});
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Answers with a file's content. */
async function serveFile({ method }, path, body) {
  if (method === "DELETE") rmSync(path, { force: true });
  else if (method === "PUT" && path.endsWith("/")) mkdirSync(path, { recursive: true });
  else if (method === "PUT") writeFileSync(path, body);
  else return readFileSync(path);
  return "";
}

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
  const answer = (type, body) => response.writeHead(200, { ...headers, "Content-Type": type }).end(body);
  try {
    const type = types[extname(path)] ?? "application/octet-stream";
    if (path === "/") answer("text/html", '<script type="module" src="lib/page.js"></script>');
    else if (path === "/lib/page.js") answer(type, readFileSync(builtPage));
    else if (path === "/list") answer("application/json", JSON.stringify(listed()));
    else if (path.startsWith("/dist/")) answer(type, readFileSync(join(dist, path.slice(6))));
    else answer(type, await serveFile(request, join(folder, path.slice(7)), await bodyOf(request)));
  } catch (error) {
    response.writeHead(error.code === "ENOENT" ? 404 : 500, headers).end(String(error));
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const browser = await launchBrowser();
const page = await browser.newPage();
page.on("pageerror", (error) => process.stderr.write(`bridge: ${error.stack}\n`));
page.on("console", (message) => process.stderr.write(`bridge: ${message.text()}\n`));

const bytes = (text) => Buffer.from(text, "base64");
const text = (part) => Buffer.from(part).toString("base64");
let state = "starting";
const sockets = new Sockets(
  readConnection(process.argv[2]),
  (message) => void received(message),
  (topic) => {
    // Each of the kernels greets who listens; this one does it in the bridge, where the sockets are.
    for (const draft of [
      { type: "iopub_welcome", content: { subscription: Buffer.from(topic).toString() } },
      { type: "status", content: { execution_state: state } },
    ]) {
      sockets.send(compose({ channel: "iopub", ...draft }));
    }
  },
);
const { composer } = require("@tslinen/kernel/dist/protocol/compose.js");
const compose = composer("bridge");

const received = (message) =>
  page.evaluate((one) => globalThis.receive(one), { ...message, buffers: message.buffers.map(text) });

async function end() {
  await sockets.close();
  await browser.close();
  process.exit(0);
}

await page.exposeFunction("deliver", (message) => {
  if (!message) return void end();
  if (message.identities[0] === "status") state = JSON.parse(message.dictionaries[3]).execution_state;
  sockets.send({ ...message, buffers: message.buffers.map(bytes) });
});
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction(() => globalThis.receive);
await sockets.bind();
state = "idle";
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => void end());
process.on("SIGINT", () => undefined);
