import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import type { Platform } from "../platform";
import { files } from "./files";
import { moduleLoader } from "./moduleLoader";
import { ownerOf } from "./owner";
import { spawnInShell } from "./shell";
import { fileStore } from "./store";
import { versions } from "./versions";
import { runWatched } from "./watch";

const running = new AsyncLocalStorage<object>();
/** As it is before any cell can put something else in its place. */
const { setImmediate } = globalThis;

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
  ownerOf,
};
