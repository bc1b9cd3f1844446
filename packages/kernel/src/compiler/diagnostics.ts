import { relativePath } from "../paths";
import { explain } from "./advice";
import { ts, type CompilerDiagnostic, type CompilerOptions, type SourceFile } from "./typescript";

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
  const said = new Set<string>();
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
    const { message, advice } = explain(diagnostic, file === cell ? shift : 0);
    const from = place(start);
    // What a line is about is said once, whatever else the compiler makes of it.
    const told = advice && `${message}\n${advice}`;
    const key = `${file.fileName}:${from.line}:${advice}`;
    const isTold = said.has(key);
    said.add(key);
    return {
      start: from,
      end: place(start + width),
      message: told && !isTold ? told : message,
      code: diagnostic.code,
      file: file === cell ? undefined : { path: relativePath(folder, file.fileName), text: file.text },
    };
  });
}

/**
 * Mistakes of what may be done here, though CommonJS may not: top-level await and `await using`, import attributes
 * (of `import(…)`, too), `import.meta`, declaring `require` and `exports`.
 */
const allowed = new Set([1324, 1343, 1375, 1378, 1431, 1432, 2441, 2823, 2852, 2853, 2854]);

/** What types that are meant for strict checking bring about without it: values that may be undefined. */
const ofStrictTypes = new Set([2531, 2532, 2533, 18047, 18048, 18049]);

/** Conditions and operands of `??` that are always the same: the compiler of before took them, and they run. */
const settled = new Set([2869, 2870, 2871, 2872, 2873, 2881]);

/** Mistakes of decorators that are none if they are meant the way they were before they became part of the language. */
const ofDecorators = new Set([1238, 1239, 1240, 1241, 1270, 1271, 1278, 1279]);
const misplacedDecorator = 1206;

/** Whether a decorator is meant the way they were: with other arguments, or on a parameter. */
function isOlderDecorator({ code, file, start = 0 }: CompilerDiagnostic): boolean {
  // Who names the context of today's decorators means those.
  if (file?.text.includes("DecoratorContext")) return false;
  if (code !== misplacedDecorator || !file) return ofDecorators.has(code);
  return ts.findAncestor(ts.getTouchingPropertyName(file, start), ts.isParameter) !== undefined;
}

/** Of what the checker has found under some options, what is a mistake. */
export function mistakesAmong(
  found: readonly CompilerDiagnostic[],
  { strict, strictNullChecks = strict }: CompilerOptions,
): CompilerDiagnostic[] {
  const isNone = (code: number): boolean =>
    allowed.has(code) || settled.has(code) || (!strictNullChecks && ofStrictTypes.has(code));
  return found.filter((one) => !isNone(one.code) && !isOlderDecorator(one));
}

/** Whether a file's decorators are meant the way they were before they became part of the language. */
export const hasOlderDecorators = (found: readonly CompilerDiagnostic[]): boolean =>
  found.some(isOlderDecorator);

/** A place in a cell as it is written. */
export function describePlace(cell: SourceFile, offset: number): Place {
  return { offset, ...ts.getLineAndCharacterOfPosition(cell, offset) };
}
