import { platform } from "../platform";
import type { Diagnostic } from "../compiler/diagnostics";
import { bare } from "../originals";
import { codeFrame, red } from "./codeFrame";
import { sourceText, withoutBoxes } from "./stack";

/** An error as Jupyter's messages carry it. */
export interface ErrorReport {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Describes what a cell has thrown, with the lines of the cell that it comes from. */
export function reportThrown(thrown: unknown): ErrorReport {
  try {
    return bare(describe(thrown));
  } catch (failure) {
    // Even what throws when looked at is an error that someone waits to hear of.
    const evalue = `a value was thrown that cannot be described: ${typeof failure}`;
    return bare({ ename: "Thrown", evalue, traceback: [red(`Thrown: ${evalue}`)] });
  }
}

function describe(thrown: unknown): ErrorReport {
  if (!(thrown instanceof Error)) {
    const evalue = platform().inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [red(`Thrown: ${evalue}`)] };
  }
  const ename = String(thrown.name || thrown.constructor.name || "Error");
  const ofEngine = thrown instanceof TypeError || thrown instanceof ReferenceError;
  const evalue = ofEngine ? withoutBoxes(String(thrown.message)) : String(thrown.message);
  const stack = String(thrown.stack ?? "");
  const at = stack.indexOf("\n    at ");
  const place = frameIn(stack);
  const details = inspectedDetails(thrown);
  const traceback = [red(`${ename}: ${evalue}`)];
  if (place) traceback.push(codeFrame(place.text, place.line, place.column), "");
  if (at >= 0) traceback.push(stack.slice(at + 1));
  if (details) traceback.push(details);
  return { ename, evalue, traceback };
}

/** The innermost frame of a stack that lies in code with a known source. */
function frameIn(stack: string): { text: string; line: number; column: number } | undefined {
  for (const [, name = "", line, column] of stack.matchAll(/^ {4}at (?:.*\()?(.+?):(\d+):(\d+)\)?$/gm)) {
    const text = sourceText(name.replace(/^async /, ""));
    if (text !== undefined) return { text, line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** An error's cause, its list of errors, and properties of its own, as `util.inspect` shows them after the stack. */
function inspectedDetails(error: Error): string {
  const text = platform().inspect(error, { depth: 4 });
  const stack = String(error.stack ?? "");
  // Without frames, as of Promise.any, the stack stands in brackets.
  const head = [stack, `[${stack}]`].find((it) => text.startsWith(it));
  return head === undefined ? "" : text.slice(head.length).trim();
}

/** Diagnostics as an error: the first one names it, all are shown. */
export function reportDiagnostics(
  name: string,
  code: string,
  diagnostics: readonly Diagnostic[],
): ErrorReport {
  const first = diagnostics[0] as Diagnostic;
  const traceback = diagnostics.map((diagnostic) => {
    const { start, end, file, message } = diagnostic;
    const place = `${file?.path ?? name}:${start.line + 1}:${start.character + 1}`;
    const width = end.line === start.line ? end.character - start.character : Infinity;
    const frame = codeFrame(file?.text ?? code, start.line + 1, start.character + 1, width);
    return `${place} - ${red(`error${diagnostic.code ? ` TS${diagnostic.code}` : ""}`)}: ${message}\n\n${frame}\n`;
  });
  return bare({
    ename: first.code < 2000 ? "SyntaxError" : "TypeScriptError",
    evalue: `${first.message} (${first.code ? `TS${first.code}, ` : ""}line ${first.start.line + 1})`,
    traceback,
  });
}
