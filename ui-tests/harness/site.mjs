// Serves a folder of files as a host of static pages does: under a path of its own, compressed.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ipynb": "application/json",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const compressed = /\.(css|html|ipynb|js|json|md|mjs|svg|webmanifest)$/;

const compress = promisify(gzip);

/** Headers by which a page gets memory that it shares with its workers. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/**
 * Serves a folder on this machine alone.
 *
 * @param folder - The folder.
 * @param options.under - The path under which it is served. Default: "/tslinen/".
 * @param options.isolated - Whether pages are isolated from other origins. Default: false.
 * @returns Its `url`, `sent()`, the bytes that went out so far, and `stop()`.
 */
export async function serveSite(folder, { under = "/tslinen/", isolated = false } = {}) {
  let sent = 0;
  /** What is sent of each file, by its path and state: a host compresses a file once, not for each reader. */
  const bodies = new Map();
  async function bodyOf(path, tag) {
    const key = path + tag;
    if (!bodies.has(key)) {
      const content = readFile(path);
      bodies.set(key, compressed.test(path) ? content.then((bytes) => compress(bytes)) : content);
    }
    return bodies.get(key);
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const inside = pathname.startsWith(under)
      ? normalize(decodeURIComponent(pathname.slice(under.length)))
      : "..";
    let path = join(folder, inside);
    let found = inside.startsWith("..") ? undefined : await stat(path).catch(() => undefined);
    if (found?.isDirectory() && pathname.endsWith("/")) {
      path = join(path, "index.html");
      found = await stat(path).catch(() => undefined);
    }
    if (found?.isDirectory()) {
      response.writeHead(301, { Location: `${pathname}/` }).end();
    } else if (!found || !path.startsWith(folder + sep)) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    } else {
      const tag = `"${found.mtimeMs}-${found.size}"`;
      const headers = {
        "Content-Type": types[extname(path)] ?? "application/octet-stream",
        "Cache-Control": "max-age=600",
        ETag: tag,
        ...(isolated ? isolation : {}),
      };
      if (request.headers["if-none-match"] === tag) return void response.writeHead(304, headers).end();
      const body = await bodyOf(path, tag);
      const encoding = compressed.test(path) ? { "Content-Encoding": "gzip" } : {};
      response.writeHead(200, { ...headers, ...encoding }).end(body);
      sent += body.length;
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}${under}`,
    sent: () => sent,
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
