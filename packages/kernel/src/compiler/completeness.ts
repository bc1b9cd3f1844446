import { engineTarget } from "./engine";
import { maskLines } from "./lines";
import { ts, type BoundFile } from "./typescript";

/** Whether a text is ready to be run. */
export type Completeness = { status: "complete" | "invalid" } | { status: "incomplete"; indent: string };

/** Syntax errors that more text could cure only by ending what is open. */
const unterminated = new Set([
  1010, // an open comment
  1160, // an open template
]);

/**
 * Tells whether a text is complete, could be completed by more text, or is wrong whatever follows. An empty last line
 * completes any text, so that a console can be made to run it.
 */
export function completenessOf(code: string): Completeness {
  const { text, lines } = maskLines(code);
  // A backslash continues a command.
  if (lines.at(-1)?.end === code.length && code.endsWith("\\")) return { status: "incomplete", indent: "" };
  const kinds = [ts.ScriptKind.TS, ts.ScriptKind.TSX];
  const parsed = kinds.map(
    (kind) => ts.createSourceFile("cell.tsx", text, engineTarget, false, kind) as BoundFile,
  );
  const errors = parsed.map((file) => file.parseDiagnostics).sort((a, b) => a.length - b.length)[0] ?? [];
  if (errors.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const open = errors.some(({ start, code: error }) => start >= end || unterminated.has(error));
  const early = errors.some(({ start, code: error }) => start < end && !unterminated.has(error));
  if (early || !open) return { status: "invalid" };
  if (/\n[ \t]*\n[ \t]*$/.test(code)) return { status: "complete" };
  return { status: "incomplete", indent: indentAfter(code) };
}

/** The white space to begin the next line with: that of the last line, and more after an opening bracket. */
function indentAfter(code: string): string {
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return /[{([]\s*$/.test(line) ? `${indent}  ` : indent;
}
