import { describe } from "../array/options";
import { fileSystem } from "./fileSystem";

const advice: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "files of that length are not allowed",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  EACCES: "writing is not allowed there",
  EPERM: "writing is not allowed there",
  EROFS: "the disk is read only",
  EISDIR: "it is a folder",
};

/** What went wrong with a file, in words where the system has a code for it. */
export function reasonOf(error: unknown): string {
  const { code = "", message } = error as { code?: string; message?: string };
  return advice[code] ?? message ?? String(error);
}

/** Checks the name of a file. */
export function checkPath(functionName: string, path: unknown): string {
  if (typeof path === "string" && path !== "") return path;
  throw new TypeError(`${functionName}: expected the name of a file, got ${describe(path)}`);
}

/** Why something could not be written, in words. */
const failure = (functionName: string, path: string, error: unknown): Error =>
  new Error(`${functionName}: could not write ${JSON.stringify(path)}: ${reasonOf(error)}`, { cause: error });

/** Makes a folder, and those it lies in, where it is missing. */
export function makeFolder(functionName: string, path: string): void {
  try {
    fileSystem(functionName).files.mkdirSync(path, { recursive: true });
  } catch (error) {
    throw failure(functionName, path, error);
  }
}

let written = 0;

/**
 * Writes a file whole or not at all: what is written goes to a file beside it, which takes its name once it is complete
 * and on the disk. A file that was there stays as it was if something goes wrong.
 *
 * @param functionName - On whose behalf.
 * @param path - The name of the file.
 * @param content - What it is to hold.
 * @throws Error that says why, if it cannot be written.
 */
export function writeFile(functionName: string, path: string, content: string | Uint8Array): void {
  const { files } = fileSystem(functionName);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const beside = `${path}.${Date.now().toString(36)}-${++written}.tmp`;
  try {
    const file = files.openSync(beside, "wx");
    try {
      for (let at = 0; at < bytes.length;) at += files.writeSync(file, bytes, at);
      files.fsyncSync(file);
    } finally {
      files.closeSync(file);
    }
    files.renameSync(beside, path);
  } catch (error) {
    files.rmSync(beside, { force: true });
    throw failure(functionName, path, error);
  }
}
