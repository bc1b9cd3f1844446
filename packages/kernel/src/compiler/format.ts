import { isJsx } from "./syntax";
import { engineTarget } from "./engine";
import { maskLines } from "./lines";
import { ts } from "./typescript";

/** A cell with its white space in order, as the compiler's own formatter sees it: two spaces a level. */
export function formatted(code: string): string {
  const masked = maskLines(code).text;
  const kind = isJsx(masked) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile("cell.tsx", masked, engineTarget, /* setParentNodes */ true, kind);
  const settings = { ...ts.getDefaultFormatCodeSettings("\n"), indentSize: 2, tabSize: 2 };
  const host = { getNewLine: () => "\n" };
  const changes = ts.formatting.formatDocument(file, ts.formatting.getFormatContext(settings, host));
  let text = code;
  for (const { span, newText } of [...changes].reverse()) {
    text = text.slice(0, span.start) + newText + text.slice(span.start + span.length);
  }
  return text;
}
