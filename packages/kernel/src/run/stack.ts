import { createRequire, SourceMap } from "node:module";
import { join, sep } from "node:path";
import { kernelRoot } from "../packages";

/** Code that the kernel has compiled: its source and the map that leads back to it. */
interface Compiled {
  text: string;
  map: string;
  /** How many lines the compiled code has; what comes after them is the kernel's own. */
  lines: number;
  decoded?: SourceMap;
}

/** A place in a cell or a file, counted from one. */
export interface Position {
  line: number;
  column: number;
}

const compiled = new Map<string, Compiled>();
const ownFolder = __dirname.slice(0, __dirname.lastIndexOf(sep) + 1);

/** Remembers where code came from, under the name that stack traces give it. */
export function registerSource(name: string, text: string, map: string, output: string): void {
  compiled.set(name, { text, map, lines: output.split("\n").length });
}

/** The source text of code that the kernel has compiled. */
export function sourceText(name: string): string | undefined {
  return compiled.get(name)?.text;
}

/** Finds the place in the source that a place in the compiled code came from. */
export function originalPosition(name: string, { line, column }: Position): Position {
  const code = compiled.get(name);
  if (!code || code.map === "") return { line, column };
  code.decoded ??= new SourceMap(JSON.parse(code.map));
  const entry = code.decoded.findEntry(line - 1, column - 1);
  return "originalLine" in entry
    ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 }
    : { line, column };
}

let library: string | undefined;

/** Whether a file is the bundle of tslinen, whose frames name no place that a person could read. */
function isLibrary(file: string): boolean {
  library ??= createRequire(join(kernelRoot, "cell.js")).resolve("tslinen");
  return file === library;
}

/** Makes `error.stack` speak of the cells as they are written, and leave our own frames out. */
export function installStackTraces(): void {
  // With V8's ten, a mistake found deep in a library would not reach back to the cell.
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, frames) => {
    const lines: string[] = [];
    for (const frame of frames) {
      const file = frame.getFileName() ?? "";
      if (file.startsWith(ownFolder)) break;
      if ((frame.getLineNumber() ?? 0) > (compiled.get(file)?.lines ?? Infinity)) continue;
      if (file !== "node:vm" && !isLibrary(file))
        lines.push(`\n    at ${compiled.has(file) ? describe(frame, file) : frame.toString()}`);
    }
    return headline(error) + lines.join("");
  };
}

function headline(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function describe(frame: NodeJS.CallSite, file: string): string {
  const { line, column } = originalPosition(file, {
    line: frame.getLineNumber() ?? 1,
    column: frame.getColumnNumber() ?? 1,
  });
  const place = `${file}:${line}:${column}`;
  const callee = frame.getFunctionName();
  const name = frame.isConstructor() ? `new ${callee ?? "<anonymous>"}` : callee;
  const prefix = (frame as NodeJS.CallSite & { isAsync?(): boolean }).isAsync?.() ? "async " : "";
  return name ? `${prefix}${name} (${place})` : prefix + place;
}
