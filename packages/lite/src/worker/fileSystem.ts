/** The drive's files in the words of Node's `fs`, as the library reads and writes files. */
import { folderOf, resolvePath } from "@tslinen/kernel/dist/paths";
import type { MemoryFiles } from "./files";
import type { FileChanges } from "./messages";

/** Where cells see the drive. */
const drive = "/drive";
/** What is written here ends with the kernel. */
const temporary = "/tmp";
/** Where what the kernel brings for the library lies. */
export const packageFile = (name: string, file: string): string => `/kernel/node_modules/${name}/${file}`;

const isBelow = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);

const problem = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/**
 * Offers files to the library.
 *
 * @param folder - The notebook's folder.
 * @param tell - Takes what cells write.
 */
export function offerFiles(files: MemoryFiles, folder: string, tell: (changes: FileChanges) => void): void {
  const open = new Map<number, { path: string; parts: Uint8Array[] }>();
  let last = 0;
  const at = (path: string): string => resolvePath(folder, path).replace(/(?!^)\/+$/, "");

  files.addFolder(temporary);

  function change(path: string, content: FileChanges[string]): void {
    const changes = { [path]: content };
    files.change(changes);
    if (isBelow(drive, path)) tell(changes);
  }

  function mayChange(full: string): boolean {
    return isBelow(drive, full) || isBelow(temporary, full);
  }

  /** The path of a file that may be written. */
  function writable(path: string): string {
    const full = at(path);
    if (!mayChange(full)) throw problem("EACCES", path);
    if (files.isFolder(full)) throw problem("EISDIR", path);
    if (!files.isFolder(folderOf(full))) throw problem("ENOENT", path);
    return full;
  }

  function readFileSync(path: string, encoding?: string): string | Uint8Array {
    const full = at(path);
    if (files.isFolder(full)) throw problem("EISDIR", path);
    const bytes = files.bytes(full);
    if (!bytes) throw problem("ENOENT", path);
    return encoding === undefined ? bytes.slice() : new TextDecoder().decode(bytes);
  }

  const unnamed = new Map<string, Uint8Array>();
  const offered = {
    files: {
      readFileSync,
      existsSync: (path: string) => files.exists(at(path)) || files.isFolder(at(path)),
      statSync: (path: string) => ({ isFile: () => files.exists(at(path)) }),
      readdirSync: (path: string) => files.names(at(path)),
      mkdirSync(path: string) {
        const full = at(path);
        if (!mayChange(full)) throw problem("EACCES", path);
        if (!files.isFolder(full)) change(`${full}/`, "");
      },
      openSync(path: string) {
        open.set(++last, { path: writable(path), parts: [] });
        return last;
      },
      writeSync(file: number, content: Uint8Array, offset: number) {
        const part = content.slice(offset);
        open.get(file)?.parts.push(part);
        return part.length;
      },
      fsyncSync: () => undefined,
      closeSync(file: number) {
        const { path, parts } = open.get(file) ?? { path: "", parts: [] };
        open.delete(file);
        unnamed.set(path, joined(parts));
      },
      // A file is on the drive once it has its name; until then nobody but the library knows of it.
      renameSync(from: string, to: string) {
        const bytes = unnamed.get(at(from));
        unnamed.delete(at(from));
        if (bytes) change(writable(to), bytes);
      },
      rmSync(path: string) {
        if (!unnamed.delete(at(path)) && files.exists(at(path))) change(writable(path), null);
      },
    },
    path: {
      join: (...parts: string[]) => parts.join("/").replace(/\/{2,}/g, "/"),
      dirname: (path: string) => (path.includes("/") ? folderOf(path) : "."),
      basename: (path: string) => path.slice(path.lastIndexOf("/") + 1),
    },
    besides: packageFile,
    compile: (code: string, parameters: string[], { filename }: { filename: string }) =>
      new Function(...parameters, `${code}\n//# sourceURL=${filename}`),
  };
  Object.defineProperty(globalThis, Symbol.for("tslinen.files"), { value: offered });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
