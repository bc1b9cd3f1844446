import type { Snapshot } from "./project";
import { ts, type Checker, type Expression, type Node, type QuickInfo, type SourceFile } from "./typescript";

/** What there is to say about a name: its declaration, and its documentation as Markdown. */
export interface Hover {
  signature: string;
  documentation: string;
}

/** What the language service says of a position, for a file and a checker that are not its own. */
function quickInfoAt(file: SourceFile, checker: Checker, position: number): QuickInfo | undefined {
  const touching = ts.getTouchingPropertyName(file, position);
  if (touching === file) return undefined;
  const node = describedNode(touching);
  const symbol = contextualProperty(checker, node) ?? checker.getSymbolAtLocation(node);
  const common = { kindModifiers: "", textSpan: ts.createTextSpanFromNode(node, file) };
  if (!symbol || checker.isUnknownSymbol(symbol)) {
    if (!hasTypeOfItsOwn(file, node, position)) return undefined;
    const type = checker.getTypeAtLocation(node);
    return {
      ...common,
      kind: ts.ScriptElementKind.unknown,
      displayParts: ts.typeToDisplayParts(checker, type, ts.getContainerNode(node)),
      documentation: type.symbol?.getDocumentationComment(checker),
      tags: type.symbol?.getJsDocTags(checker),
    };
  }
  const { symbolKind, ...rest } = ts.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    ts.getContainerNode(node),
    node,
  );
  return { ...common, kind: symbolKind, ...rest };
}

/** The node that a touched one stands for: of `new` the class, of a tuple's label the member. */
function describedNode(touched: Node): Node {
  const { parent } = touched;
  if (ts.isNewExpression(parent) && touched.pos === parent.pos) return parent.expression;
  if (ts.isNamedTupleMember(parent) && touched.pos === parent.pos) return parent;
  if (ts.isMetaProperty(parent) && parent.name === touched) return parent;
  return touched;
}

/** The property of the expected type that a property in an object literal is, if it is one alone. */
function contextualProperty(checker: Checker, node: Node) {
  const element = ts.getContainingObjectLiteralElement(node);
  const type = element && checker.getContextualType(element.parent as Expression);
  const found = element && type && ts.getPropertySymbolsFromContextualType(element, checker, type, false);
  return found?.length === 1 ? found[0] : undefined;
}

const typedKinds = new Set([
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.ThisType,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.NamedTupleMember,
]);

/** Whether a node without a symbol has a type worth telling. */
function hasTypeOfItsOwn(file: SourceFile, node: Node, position: number): boolean {
  if (ts.isIdentifier(node)) return !ts.isLabelName(node) && !ts.isTagName(node);
  if (ts.isPropertyAccessExpression(node) || ts.isQualifiedName(node)) return !ts.isInComment(file, position);
  return typedKinds.has(node.kind);
}

/** Describes the name at a position, or before it. */
export function nameHoverAt({ cell, checker }: Snapshot, position: number): Hover | undefined {
  return hoverFor(quickInfoAround(cell, checker, position));
}

/**
 * Describes the name at a position; inside a call's parentheses and beside every name, the function that is called.
 */
export function hoverAt(snapshot: Snapshot, position: number): Hover | undefined {
  const { cell, checker } = snapshot;
  const callee = calleeAround(ts.findPrecedingToken(position, cell), position);
  return (
    nameHoverAt(snapshot, position) ?? (callee < 0 ? undefined : hoverFor(quickInfoAt(cell, checker, callee)))
  );
}

function quickInfoAround(cell: SourceFile, checker: Checker, position: number): QuickInfo | undefined {
  return (
    quickInfoAt(cell, checker, position) ??
    (position > 0 ? quickInfoAt(cell, checker, position - 1) : undefined)
  );
}

function hoverFor(info: QuickInfo | undefined): Hover | undefined {
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
