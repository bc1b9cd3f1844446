import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Compiler } from "../../compiler/services";
import { Debugger } from "../../debugger/adapter";
import type { Content } from "../../protocol/message";
import { files, normalized } from "../files";
import { libraryFolder, ownerOf, ownFolder } from "../owner";
import { inspectMainThread } from "./inspector";

const urlOf = (path: string): string => pathToFileURL(path).href;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const ownerAt = (url: string) => (url.startsWith("file:") ? ownerOf(fileURLToPath(url)) : ownerOf(url));

/**
 * The debugger of the main thread, for the thread of the sockets. Cells have no files: JupyterLab asks for their text,
 * and tells their paths from others by what ipykernel calls its folder of cells.
 */
export function debuggerFor(folder: string, compiler: Compiler, send: (event: Content) => void): Debugger {
  return new Debugger({
    open: inspectMainThread,
    cellPrefix: normalized(join(tmpdir(), `ipykernel_${process.pid}${sep}`)),
    folder,
    urlOf,
    isHidden: (url) => !url.startsWith("file:") || ownerAt(url) !== undefined,
    isKernel: (url) => ownerAt(url) === "kernel",
    passedOver: [urlOf(ownFolder), urlOf(libraryFolder()), "/node_modules/"].map(escaped),
    read: files.read,
    caughtAt: (text, places) => compiler.caughtAt(text, places),
    compile: (code, local) => compiler.evaluable(code, local),
    declare: (name) => compiler.declareAny(name),
    send,
  });
}
