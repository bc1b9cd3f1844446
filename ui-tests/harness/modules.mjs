// Serves ES modules as the servers of packages do: with the address of their types in a header.
import { createServer } from "node:http";

/**
 * Serves modules on this machine alone.
 *
 * @param modules - By path: a module's text, and the path of its types.
 * @returns Its `url`, and `stop()`.
 */
export async function serveModules(modules) {
  const server = createServer(({ url }, response) => {
    const [text, { types } = {}] = modules[new URL(url, "http://127.0.0.1").pathname] ?? [];
    response.writeHead(text === undefined ? 404 : 200, {
      "Content-Type": url.endsWith(".ts") ? "application/typescript" : "text/javascript",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": "X-TypeScript-Types",
      ...(types && { "X-TypeScript-Types": types }),
    });
    response.end(text ?? "not found");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
