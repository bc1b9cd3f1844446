import { inspect } from "node-inspect-extracted";

const cell = (value: unknown): string =>
  inspect(value, { depth: typeof value === "object" ? 0 : 1, maxArrayLength: 3 });

/**
 * Rows of values as the table that Node.js's console draws; undefined for what has no rows.
 *
 * @param only - The columns to show. Default: all properties of the rows.
 */
export function tableOf(data: unknown, only?: readonly string[]): string | undefined {
  if (data === null || typeof data !== "object") return undefined;
  const entries = rowsOf(data);
  const names: string[] = only ? [...only] : [];
  let hasValues = false;
  const rows = entries.map(([, row]) => {
    if (row === null || (typeof row !== "object" && typeof row !== "function")) {
      hasValues = true;
      return { value: cell(row), cells: new Map<string, string>() };
    }
    const own = Object.keys(row);
    if (!only) names.push(...own.filter((name) => !names.includes(name)));
    const shown = own.filter((name) => names.includes(name));
    return {
      cells: new Map(shown.map((name) => [name, cell((row as Record<string, unknown>)[name])])),
    };
  });
  const index = data instanceof Map || data instanceof Set ? "(iteration index)" : "(index)";
  const columns = [
    [index, ...entries.map(([key]) => key)],
    ...names.map((name) => [name, ...rows.map(({ cells }) => cells.get(name) ?? "")]),
    ...(hasValues ? [["Values", ...rows.map(({ value = "" }) => value)]] : []),
  ];
  return draw(columns);
}

function rowsOf(data: object): [key: string, row: unknown][] {
  if (data instanceof Map)
    return [...data].map(([key, value], at) => [String(at), { Key: key, Values: value }]);
  if (data instanceof Set) return [...data].map((value, at) => [String(at), value]);
  return Object.entries(data);
}

/** Draws columns, each with its head first, between lines. */
function draw(columns: readonly (readonly string[])[]): string {
  const widths = columns.map((column) => Math.max(...column.map((text) => text.length)) + 2);
  const line = (left: string, between: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(between) + right;
  const rows = (columns[0] ?? []).map((_, at) => {
    const cells = columns.map((column, i) => ` ${(column[at] ?? "").padEnd((widths[i] as number) - 1)}`);
    return `│${cells.join("│")}│`;
  });
  const [head = "", ...body] = rows;
  return [line("┌", "┬", "┐"), head, line("├", "┼", "┤"), ...body, line("└", "┴", "┘")].join("\n");
}
