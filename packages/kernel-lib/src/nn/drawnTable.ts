/** A table in the making: rows of cells, each of one or more lines. */
export type Rows = string[][];

/** Draws rows within lines; the last one holds the totals from a column on, behind a word that is flush right. */
export function drawn(title: string, head: readonly string[], rows: Rows, totals: number): string {
  const lines = (cell: string): string[] => cell.split("\n");
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.flatMap((row) => lines(row[i]).map((line) => line.length))),
  );
  const rule = (left: string, fill: string, cross: string, right: string): string =>
    left + widths.map((width) => fill.repeat(width + 2)).join(cross) + right;
  const drawRow = (cells: readonly string[], bar: string, last: boolean): string => {
    const height = Math.max(...cells.map((cell) => lines(cell).length));
    return Array.from({ length: height }, (_, i) => {
      const parts = cells.map((cell, column) => {
        const text = lines(cell)[i] ?? "";
        return last && column === totals - 1 ? text.padStart(widths[column]) : text.padEnd(widths[column]);
      });
      return `${bar} ${parts.join(` ${bar} `)} ${bar}`;
    }).join("\n");
  };
  const width = widths.reduce((sum, one) => sum + one + 3, 1);
  const between = `\n${rule("├", "─", "┼", "┤")}\n`;
  return [
    centered(title, width),
    rule("┏", "━", "┳", "┓"),
    drawRow(head, "┃", false),
    rule("┡", "━", "╇", "┩"),
    rows.map((row, i) => drawRow(row, "│", i === rows.length - 1)).join(between),
    rule("└", "─", "┴", "┘"),
  ].join("\n");
}

/** Puts a text into the middle of a width. */
export const centered = (text: string, width: number): string =>
  " ".repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
