import { describe } from "../array/options";
import { fileSystem } from "./fileSystem";
import { checkPath } from "./writing";

/** A file that is not what it is read as. */
export class FileFormatError extends Error {
  override get name(): string {
    return "FileFormatError";
  }
}

/** The error for a file that is broken, or of another kind. */
export const wrongFile = (functionName: string, file: string, problem: string): FileFormatError =>
  new FileFormatError(`${functionName}: ${file} ${problem}`);

/**
 * Reads the bytes of a file.
 *
 * @param functionName - On whose behalf.
 * @param path - The name of the file.
 * @throws TypeError if `path` is not a string; Error if there is no such file.
 */
export function readFile(functionName: string, path: unknown): Uint8Array {
  const name = checkPath(functionName, path);
  const { files } = fileSystem(functionName);
  try {
    return files.readFileSync(name);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const problem =
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : message;
    throw new Error(`${functionName}: could not read ${JSON.stringify(name)}: ${problem}`, { cause: error });
  }
}

/** Checks that an argument are bytes, of whichever realm. */
export function checkBytes(functionName: string, data: unknown): Uint8Array {
  const isBytes = ArrayBuffer.isView(data) && (data as Partial<Uint8Array>).BYTES_PER_ELEMENT === 1;
  if (isBytes) return data as Uint8Array;
  throw new TypeError(`${functionName}: expected bytes, got ${describe(data)}`);
}
