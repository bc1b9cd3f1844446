/**
 * Lines of a cell that are not TypeScript: `!command` and `%magic`, as in IPython, where a statement could begin. The
 * compiler sees comments in their place, character for character, and what runs them is put in when the cell is emitted.
 */
import { engineTarget } from "./engine";
import { ts, type BoundFile } from "./typescript";

/** A line that is not TypeScript. */
export interface Line {
  /** "!", or a name behind "%". */
  name: string;
  /** What stands behind the name. */
  rest: string;
  /** Where the line begins, where its TypeScript does (or would), and where it ends. */
  start: number;
  code: number;
  end: number;
}

/** A cell with comments in place of what is not TypeScript. */
export interface Masked {
  text: string;
  lines: Line[];
}

/** What runs TypeScript, what runs a program, and what does nothing here, with the reason. */
export const timing = ["time", "timeit"];
export const programs = ["npm", "pip"];
export const needless: Record<string, string> = {
  matplotlib: "figures are shown below their cell as it is",
  load_ext: "there are no extensions to load",
  autoreload: "files of the folder are loaded anew when they have changed",
  config: "there is nothing to configure",
};

const begins = /^(?:!(?=[ \t]*[\w./~$-])|%%?(?=[A-Za-z_]))/gm;
const heads = /(?:!|(%?%)([A-Za-z_]\w*))((?:[ \t]+-[nr][ \t]*\d+)*[ \t]*)/y;

/** Finds the lines that are not TypeScript, and puts comments of the same length in their place. */
export function maskLines(code: string): Masked {
  const lines: Line[] = [];
  let text = code;
  for (const { index: start } of code.matchAll(begins)) {
    if (start < (lines.at(-1)?.code ?? 0) || !isWhole(text.slice(0, start))) continue;
    const line = lineAt(code, start);
    lines.push(line);
    text = text.slice(0, start) + mask(code.slice(start, line.end), line.code - start) + text.slice(line.end);
  }
  return { text, lines };
}

function lineAt(code: string, start: number): Line {
  heads.lastIndex = start;
  const [head = "", sign = "!", word = ""] = heads.exec(code) ?? [];
  const name = sign.replace("%", "") + word;
  if (timing.includes(name)) {
    const end = endOfLine(code, start);
    const at = start + head.length;
    const options = head.slice(sign.length + word.length).trim();
    return { name, rest: options, start, code: code.slice(at, end).trim() === "" ? end : at, end };
  }
  let end = endOfLine(code, start);
  while (code[end - 1] === "\\" && end < code.length) end = endOfLine(code, end + 1);
  const rest = code
    .slice(start + sign.length + word.length, end)
    .replaceAll("\\\n", "")
    .trim();
  return { name, rest, start, code: end, end };
}

function endOfLine(code: string, from: number): number {
  const end = code.indexOf("\n", from);
  return end < 0 ? code.length : end;
}

/** Of a line, its first characters as a comment; the rest as it is. */
function mask(line: string, length: number): string {
  if (length < line.length) return `/*${"-".repeat(length - 4)}*/${line.slice(length)}`;
  return line.replace(/^..?/gm, (two) => "//".slice(0, two.length));
}

/** Whether a text ends where a statement could begin: not within a template, a bracket or an expression. */
function isWhole(text: string): boolean {
  return [ts.ScriptKind.TS, ts.ScriptKind.TSX].some((kind) => {
    const file = ts.createSourceFile("cell.tsx", text, engineTarget, false, kind) as BoundFile;
    return file.parseDiagnostics.length === 0;
  });
}
