import { inspect } from "node:util";
import { codeFrame, red } from "./codeFrame";
import { sourceText } from "./stack";

/** An error as Jupyter's messages carry it. */
export interface ErrorReport {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Describes what a cell has thrown, with the lines of the cell that it comes from. */
export function reportThrown(thrown: unknown): ErrorReport {
  if (!(thrown instanceof Error)) {
    const evalue = inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [red(`Thrown: ${evalue}`)] };
  }
  const ename = String(thrown.name || thrown.constructor.name || "Error");
  const evalue = String(thrown.message);
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
  const text = inspect(error, { depth: 4 });
  const stack = String(error.stack ?? "");
  return text.startsWith(stack) ? text.slice(stack.length).trim() : "";
}
