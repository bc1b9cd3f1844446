import { platform } from "../platform";
import { SourceMap } from "./sourceMap";

/** Code that the kernel has compiled: its source and the map that leads back to it. */
export interface CompiledSource {
  text: string;
  map: string;
  /** How many lines the compiled code has; what comes after them is the kernel's own. */
  lines: number;
}

interface Compiled extends CompiledSource {
  decoded?: SourceMap;
}

/** A place in a cell or a file, counted from one. */
export interface Position {
  line: number;
  column: number;
}

const compiled = new Map<string, Compiled>();

/** Remembers where code came from, under the name that stack traces give it. */
export function registerSource(name: string, text: string, map: string, output: string): void {
  compiled.set(name, { text, map, lines: output.split("\n").length });
}

/** All code that the kernel has compiled, by the names that stack traces give it; or what has one name. */
export function compiledSources(name?: string): [name: string, source: CompiledSource][] {
  const wanted = name === undefined ? [...compiled] : [...compiled].filter(([it]) => it === name);
  return wanted.map(([it, { text, map, lines }]) => [it, { text, map, lines }]);
}

/** The source text of code that the kernel has compiled. */
export function sourceText(name: string): string | undefined {
  return compiled.get(name)?.text;
}

/** Finds the place in the source that a place in the compiled code came from. */
export function originalPosition(name: string, { line, column }: Position): Position {
  const code = compiled.get(name);
  if (!code || code.map === "") return { line, column };
  code.decoded ??= new SourceMap(code.map);
  const place = code.decoded.original({ line: line - 1, column: column - 1 });
  return place ? { line: place.line + 1, column: place.column + 1 } : { line, column };
}

/** Makes `error.stack` speak of the cells as they are written, and leave our own frames out. */
export function installStackTraces(): void {
  // With V8's ten, a mistake found deep in a library would not reach back to the cell.
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, frames) => {
    const lines: string[] = [];
    let inner: string | undefined;
    const fileOf = (frame: NodeJS.CallSite) => frame.getScriptNameOrSourceURL() ?? "";
    let last = frames.length - 1;
    while (last >= 0 && !compiled.has(fileOf(frames[last]))) last--;
    for (let i = 0; i < frames.length; i++) {
      const frame = frames[i];
      const file = fileOf(frame);
      const owner = platform().ownerOf(file);
      if (owner === "kernel") {
        // What cells call of the kernel's, such as arithmetic on arrays, stands above them; what has called them, below.
        if (i > last) break;
        continue;
      }
      if (file === "" && frame.getFunctionName() === "eval") continue;
      if (lineOf(frame) > (compiled.get(file)?.lines ?? Infinity)) continue;
      const isEngine = file === "" || file.startsWith("node:");
      // What the library calls of the engine's, such as Array.map, says as little as the library's own frames.
      if (owner === undefined && (!isEngine || inner !== "library"))
        lines.push(`\n    at ${compiled.has(file) ? describe(frame, file) : frame.toString()}`);
      if (!isEngine) inner = owner;
    }
    return headline(error) + lines.join("");
  };
}

/** A message of the engine with names in place of the boxes that hold their values: `f` for `(0 , $f.$)`. */
export function withoutBoxes(message: string): string {
  return message
    .replace(/\(0 , \$([\p{ID_Continue}$]+)\.\$\)/gu, "$1")
    .replace(/\$([\p{ID_Continue}$]+)\.\$(?![\p{ID_Continue}$])/gu, "$1");
}

/** The line of compiled code that a frame is in, counted from one. */
function lineOf(frame: NodeJS.CallSite): number {
  return (frame.getLineNumber() ?? 1) - platform().firstLine;
}

function headline(error: unknown): string {
  try {
    const text = Error.prototype.toString.call(error);
    return error instanceof TypeError || error instanceof ReferenceError ? withoutBoxes(text) : text;
  } catch {
    return "Error";
  }
}

function describe(frame: NodeJS.CallSite, file: string): string {
  const { line, column } = originalPosition(file, {
    line: lineOf(frame),
    column: frame.getColumnNumber() ?? 1,
  });
  const place = `${file}:${line}:${column}`;
  // A browser's worker evaluates cells by `eval`, whose name the engine gives to the code at their top.
  const callee = frame.isEval() && frame.getFunctionName() === "eval" ? null : frame.getFunctionName();
  const name = frame.isConstructor() ? `new ${callee ?? "<anonymous>"}` : callee;
  const prefix = (frame as NodeJS.CallSite & { isAsync?(): boolean }).isAsync?.() ? "async " : "";
  return name ? `${prefix}${name} (${place})` : prefix + place;
}
