import { engineTarget } from "./engine";
import { maskLines, type Line } from "./lines";
import { ts, type BoundFile, type Node, type SourceFile, type ScriptKind } from "./typescript";

const parse = (code: string, kind: ScriptKind): BoundFile =>
  ts.createSourceFile("cell.tsx", code, engineTarget, false, kind) as BoundFile;

/** A text with a comma in place of `export default` before an expression: `void 0       , expression`. */
function evaluatedAlone(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}void 0${text.slice(start + "void 0".length, end - 1)},${text.slice(end)}`;
}

/** Whether an expression stood behind `export default`, so that it is not the value of its cell. */
export const isEvaluatedAlone = (text: string): boolean => /^void 0\s{7,},/.test(text);

/** Tells whether a cell is written with JSX: it parses with it, and does not without. */
export function isJsx(code: string): boolean {
  if (!/<\/|\/>/.test(code)) return false;
  return (
    parse(code, ts.ScriptKind.TS).parseDiagnostics.length > 0 &&
    parse(code, ts.ScriptKind.TSX).parseDiagnostics.length === 0
  );
}

/**
 * A cell without its `export` keywords, every other character where it was: all that a cell declares is exported
 * anyway, and could not be exported twice. A default export without a name is but evaluated.
 */
export function withoutExports(cell: string): string {
  // A first line that says who runs a script says nothing to a kernel.
  const code = cell.replace(/^#!/, "//");
  if (!code.includes("export")) return code;
  const file = parse(code, isJsx(code) ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  let text = code;
  const blank = (start: number, end: number): void => {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier)
      blank(statement.getStart(file), statement.end);
    const [unnamed] = /^export\s+default\b/.exec(text.slice(statement.getStart(file))) ?? [];
    if (unnamed && !("name" in statement && statement.name)) {
      const start = statement.getStart(file);
      blank(start, start + unnamed.length);
      text = evaluatedAlone(text, start, start + unnamed.length);
      continue;
    }
    if (!ts.canHaveModifiers(statement)) continue;
    for (const modifier of ts.getModifiers(statement) ?? []) {
      const { kind } = modifier;
      if (kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword) {
        blank(modifier.getStart(file), modifier.end);
      }
    }
  }
  return text;
}

/** A cell as the compiler is to see it. */
export interface CellText {
  /** A module: the cell, and the list of its exports. */
  text: string;
  /** How many characters stand before what the author wrote. */
  shift: 0 | 1;
  jsx: boolean;
  /** The lines that are not TypeScript. */
  lines: Line[];
}

/** Reads a cell as the compiler is to see it. */
export function cellText(code: string): CellText {
  const { text, lines } = maskLines(code);
  const jsx = isJsx(text);
  // Behind a dot at the cell's end, `export {}` alone would be taken for a name.
  return isObject(text)
    ? { text: `(${text}\n)\nexport type {};`, shift: 1, jsx, lines }
    : { text: `${withoutExports(text)}\nexport type {};`, shift: 0, jsx, lines };
}

/** Whether a cell is one object literal, `{ a: 1 }`, which the language would take for a block. */
function isObject(code: string): boolean {
  if (!/^\s*(?:\{|\/[/*])/.test(code) || !code.includes("{")) return false;
  const file = parse(`(${code}\n)`, ts.ScriptKind.TS);
  const [statement] = file.statements;
  return (
    file.parseDiagnostics.length === 0 &&
    file.statements.length === 1 &&
    statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    ts.isParenthesizedExpression(statement.expression) &&
    ts.isObjectLiteralExpression(statement.expression.expression)
  );
}

/** The syntax of a cell, every character where its author wrote it. */
export function parseCell(code: string): BoundFile {
  const { text } = maskLines(code);
  return parse(text, isJsx(text) ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** A cell with nothing left but its imports, but for those that mistakes lie in; undefined if there is none. */
export function onlyImports(code: string, mistakes: readonly number[]): string | undefined {
  if (!code.includes("import")) return undefined;
  const file = parseCell(code);
  const kept = file.statements.filter(
    (node) => ts.isImportDeclaration(node) && !mistakes.some((at) => node.pos <= at && at < node.end),
  );
  if (kept.length === 0 || file.parseDiagnostics.length > 0) return undefined;
  const blank = (text: string): string => text.replace(/[^\n]/g, " ");
  let text = "";
  for (const node of kept) {
    const start = node.getStart(file);
    text += blank(code.slice(text.length, start)) + code.slice(start, node.end);
  }
  return `${text};`;
}

/** Tells whether a file awaits outside every function. */
export function hasTopLevelAwait(file: SourceFile): boolean {
  return file.text.includes("await") && awaitsOutsideFunctions(file);
}

/** Tells whether a node awaits, functions in it left aside. */
export function awaitsOutsideFunctions(node: Node): boolean {
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
  if (ts.isVariableDeclarationList(node) && isAwaitUsing(node)) return true;
  if (ts.isFunctionLike(node) || ts.isPropertyDeclaration(node) || ts.isClassStaticBlockDeclaration(node))
    return false;
  return ts.forEachChild(node, (child) => awaitsOutsideFunctions(child) || undefined) ?? false;
}

const isAwaitUsing = ({ flags }: Node): boolean =>
  (flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;

/** What a cell's opening comment says about the cell. */
export interface Directives {
  /** The name under which later cells import this cell, from `@module name`. */
  module?: string;
  /** Whether that module is written with JSX, from `@jsx`. */
  jsx: boolean;
  /** How to check this cell's types, from `// @check warn` and the like; `// @ts-nocheck` switches checking off. */
  checking?: "error" | "warn" | "off";
  /** "off" if operators on arrays do not mean their methods in this cell, from `// @operators off`. */
  operators?: "off";
}

/** Reads the directives in the comments before a cell's first statement. */
export function directives(code: string): Directives {
  const comments = (ts.getLeadingCommentRanges(code, 0) ?? []).map(({ pos, end }) => code.slice(pos, end));
  const text = comments.join("\n");
  const checking = /@ts-nocheck\b/.test(text) ? "off" : /@check:?\s+(error|warn|off)\b/.exec(text)?.[1];
  return {
    module: /^\s*(?:\/\*\*|\*)\s*@module\s+(\w+)\s*(?:\*\/)?$/m.exec(text)?.[1],
    jsx: /^\s*(?:\/\*\*|\*)\s*@jsx\s*(?:\*\/)?$/m.test(text),
    checking: checking as Directives["checking"],
    operators: /@operators:?\s+off\b/.test(text) ? "off" : undefined,
  };
}
