import type { FormatCode } from "./host";
import { cellText, isJsx } from "./syntax";
import { engineTarget } from "./engine";
import { maskLines } from "./lines";
import { ts } from "./typescript";

/**
 * A cell in order, as the user's project wants it; if that does not say, or cannot, as {@link formatted} sees it.
 *
 * @param format - Formats as the project does.
 */
export async function formattedFor(code: string, format?: FormatCode): Promise<string> {
  const { shift, lines } = cellText(code);
  // A cell that is one object, or has lines that are not TypeScript, means something else to whoever knows no cells.
  if (!format || shift > 0 || lines.length > 0) return formatted(code);
  try {
    return (await format(code))?.trimEnd() ?? formatted(code);
  } catch {
    return formatted(code);
  }
}

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
