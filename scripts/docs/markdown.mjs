// Pieces of Markdown that the built pages are made of.
export const notice = "<!-- Built from the code by `npm run docs`. -->";

export const block = (code, language = "ts") => `\`\`\`${language}\n${code}\n\`\`\``;

/** A table; its cells may hold `|`. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** A documentation comment as Markdown: links to other names become code, lines are joined. */
export const prose = (text) =>
  text.replace(/\{@link (\S+?)\}/g, "`$1`").replace(/([^\n])\n(?=[^\n])/g, "$1 ");
