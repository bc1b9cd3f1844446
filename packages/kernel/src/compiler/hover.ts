import type { Snapshot } from "./project";
import { ts, type Node, type QuickInfo } from "./typescript";

/** What there is to say about a name: its declaration, and its documentation as Markdown. */
export interface Hover {
  signature: string;
  documentation: string;
}

const never = { isCancellationRequested: () => false, throwIfCancellationRequested: () => undefined };

/**
 * Describes the name at a position; inside a call's parentheses and beside every name, the function that is called.
 */
export function hoverAt({ cell, checker }: Snapshot, position: number): Hover | undefined {
  const at = (offset: number): QuickInfo | undefined =>
    offset < 0 ? undefined : ts.getQuickInfoAtPosition(cell, checker, never, offset);
  const info =
    at(position) ?? at(position - 1) ?? at(calleeAround(ts.findPrecedingToken(position, cell), position));
  if (!info) return undefined;
  return {
    signature: ts.displayPartsToString(info.displayParts),
    documentation: [ts.displayPartsToString(info.documentation), ...(info.tags ?? []).map(renderTag)]
      .filter((text) => text !== "")
      .join("\n\n"),
  };
}

/** The position of the name of the function whose call a position is inside of, or -1. */
function calleeAround(token: Node | undefined, position: number): number {
  for (let node = token; node; node = node.parent) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (position > node.expression.end) return node.expression.end - 1;
    }
  }
  return -1;
}

function renderTag({ name, text = [] }: { name: string; text?: { text: string; kind: string }[] }): string {
  const words = text.map((part) => part.text).join("");
  if (name === "example")
    return `**Example**\n\n${words.includes("```") ? words : `\`\`\`ts\n${words}\n\`\`\``}`;
  if (name === "param" || name === "typeParam" || name === "property") {
    const [, parameter = "", rest = ""] = /^\s*(\S+)\s*(?:-\s*)?([\s\S]*)$/.exec(words) ?? [];
    return `- \`${parameter}\`${rest ? `: ${rest}` : ""}`;
  }
  if (name === "returns" || name === "return") return `**Returns** ${words}`;
  if (name === "throws") return `**Throws** ${words}`;
  return words ? `**${name}** ${words}` : `**${name}**`;
}
