import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { inspect } from "node:util";
import type { Platform } from "../platform";
import { files } from "./files";
import { kernelRoot } from "./folders";
import { moduleLoader } from "./moduleLoader";
import { spawnInShell } from "./shell";
import { fileStore } from "./store";
import { versions } from "./versions";
import { runWatched } from "./watch";

const running = new AsyncLocalStorage<object>();
const ownFolder = join(kernelRoot, "dist") + sep;
let library: string | undefined;

/** Node.js, as the kernel sees it. */
export const nodePlatform: Platform = {
  versions,
  evaluate: runWatched,
  firstLine: 0,
  modules: moduleLoader,
  files,
  currentCell: {
    run: (cell, code) => running.run(cell, code),
    current: () => running.getStore(),
  },
  store: fileStore(),
  inspect: (value, options) => inspect(value, options),
  spawn: spawnInShell,
  soon: (task) => void setImmediate(task),
  warn: (text) => void process.stderr.write(`tslinen: ${text}\n`),
  ownerOf(script) {
    if (script.startsWith(ownFolder)) return "kernel";
    library ??= createRequire(join(kernelRoot, "cell.js")).resolve("tslinen");
    return script === library || script === "node:vm" ? "library" : undefined;
  },
};
