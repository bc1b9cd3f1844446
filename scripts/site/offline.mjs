// Makes the site usable without a network after the first visit: writes its service worker, and has pages start it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { root } from "../environment.mjs";

/** What is kept from the first visit on: lessons and their lists, and what the kernel and live examples load. */
const kept = [
  /^index\.html$/,
  /^logo\.svg$/,
  /^lite\/(?:files|api)\/.*\.(?:json|ipynb)$/,
  /^lite\/extensions\/@tslinen\/lite\/static\/workers\//,
  /^lite\/(?:lab|notebooks)\/(?:index\.html|jupyter-lite\.json|build\/.*)$/,
  /^docs\/(?:index|modules)\.html$/,
  /^live\//,
];

/** Pages that start the service worker. */
const starting = /^(?:index|lite\/(?:lab|notebooks|tree)\/index|docs\/.*)\.html$/;

/** Starts the service worker once the page has had time to load and to run a first cell, and tells it what the page consists of. */
const script = (up) => `<script>
if ("serviceWorker" in navigator) {
  performance.setResourceTimingBufferSize(1000);
  addEventListener("load", () => setTimeout(() => {
    navigator.serviceWorker.register("${up}service-worker.js").catch(() => undefined);
    navigator.serviceWorker.ready.then(({ active }) => {
      const loaded = () => performance.getEntriesByType("resource").map(({ name }) => name);
      const tell = () => active.postMessage([location.href, ...loaded()]);
      tell();
      setTimeout(tell, 10000);
    });
  }, 8000));
}
</script>`;

/**
 * Finishes a built site.
 *
 * @param folder the site's folder
 */
export function makeOffline(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, "/"),
    );
  for (const path of paths.filter((one) => starting.test(one))) {
    const file = join(folder, path);
    const up = "../".repeat(path.split("/").length - 1);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("</head>", () => `${script(up)}</head>`),
    );
  }
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update(readFileSync(join(folder, path)));
  const files = paths.filter((path) => kept.some((pattern) => pattern.test(path)));
  const text = readFileSync(join(root, "scripts/site/serviceWorker.js"), "utf8")
    .replace('version = "0"', `version = "${hash.digest("hex").slice(0, 12)}"`)
    .replace("files = []", `files = ${JSON.stringify(files)}`);
  writeFileSync(join(folder, "service-worker.js"), text);
}
