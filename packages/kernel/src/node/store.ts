import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Store } from "../platform";

/** The file in which the user's history is kept: `TSLINEN_HISTORY`, or one in the user's data folder. */
function historyPath(): string {
  const data = process.env.XDG_DATA_HOME ?? join(homedir(), ".local", "share");
  return process.env.TSLINEN_HISTORY ?? join(data, "tslinen", "history.jsonl");
}

/**
 * Keeps a text in a file.
 *
 * @param path - The file. Default: the user's history.
 */
export function fileStore(path = historyPath()): Store {
  return {
    read() {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return "";
      }
    },
    append(text) {
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, text);
    },
    replace: (text) => writeFileSync(path, text),
  };
}
