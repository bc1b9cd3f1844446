import { howToInstall } from "../packages";
import { relativePath } from "../paths";
import { ts, type CompilerDiagnostic, type SourceFile } from "./typescript";

/** A place in a source text: offset in UTF-16 units, line and character counted from zero. */
export interface Place {
  offset: number;
  line: number;
  character: number;
}

/** What the compiler has to say about a place. */
export interface Diagnostic {
  start: Place;
  end: Place;
  message: string;
  /** The compiler's number for it; 0 for what is not TypeScript. */
  code: number;
  /** The file, relative to the notebook's folder, and its text; absent for the cell itself. */
  file?: { path: string; text: string };
}

/**
 * Diagnostics in terms of the cell as its author wrote it.
 *
 * @param length - The cell's length.
 * @param shift - How many characters the compiler sees before it.
 */
export function describe(
  diagnostics: readonly CompilerDiagnostic[],
  cell: SourceFile,
  length: number,
  folder: string,
  shift = 0,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { file, start = 0, length: width = 0 } = diagnostic;
    if (!file) return [];
    const limit = file === cell ? length : file.text.length;
    const place = (position: number): Place => {
      const moved = file === cell ? shift : 0;
      const offset = Math.max(0, Math.min(position - moved, limit));
      const { line, character } = ts.getLineAndCharacterOfPosition(file, offset + moved);
      return { offset, line, character: line === 0 ? character - moved : character };
    };
    return {
      start: place(start),
      end: place(start + width),
      message: explain(diagnostic),
      code: diagnostic.code,
      file: file === cell ? undefined : { path: relativePath(folder, file.fileName), text: file.text },
    };
  });
}

/** A place in a cell as it is written. */
export function describePlace(cell: SourceFile, offset: number): Place {
  return { offset, ...ts.getLineAndCharacterOfPosition(cell, offset) };
}

const moduleNotFound = [2307, 2792, 7016];

/** The compiler's message, with what to do about it where the compiler does not say. */
function explain({ messageText, code }: CompilerDiagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  const specifier = /'([^']+)'/.exec(message)?.[1];
  if (!moduleNotFound.includes(code) || !specifier || /^[./]/.test(specifier)) return message;
  return `${message}\n${howToInstall(specifier)}`;
}
