const code = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

export const red = code(31, 39);
export const dim = code(2, 22);

/** How many lines are shown before and after the one that matters. */
const context = 2;

/**
 * Draws the lines around a place, counted from one, with a mark below its columns.
 *
 * @param width - How many columns to mark. Default: 1.
 */
export function codeFrame(text: string, line: number, column: number, width = 1): string {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - context);
  const last = Math.min(lines.length, line + context);
  const digits = String(last).length;
  const drawn: string[] = [];
  for (let number = first; number <= last; number++) {
    const content = lines[number - 1] ?? "";
    const gutter = `${String(number).padStart(digits)} | `;
    if (number !== line) {
      drawn.push(dim(`  ${gutter}`) + content);
      continue;
    }
    const marks = Math.max(1, Math.min(width, content.length - column + 1));
    const indent = content.slice(0, column - 1).replace(/[^\t]/g, " ");
    drawn.push(`${red(">")} ${dim(gutter)}${content}`);
    drawn.push(`${dim(`  ${" ".repeat(digits)} | `)}${indent}${red("^".repeat(marks))}`);
  }
  return drawn.join("\n");
}
