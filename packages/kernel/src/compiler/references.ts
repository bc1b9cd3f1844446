import type { Snapshot } from "./project";
import { ts, type CompilerSymbol, type Identifier, type Node, type SourceFile } from "./typescript";

/** A stretch of a cell, or of a file. */
export interface Span {
  start: number;
  end: number;
  file?: string;
  /** What must stand before a new name here: in `{ name }`, `name: `; in an import, `name as `. */
  prefix?: string;
}

/** The name at a position, and what it means; nothing where there is no name, or none that means anything. */
export interface Named {
  name: string;
  symbol: CompilerSymbol;
  /** Whether it is a top-level name, of this cell or an earlier one. */
  isShared: boolean;
}

/** Finds the name at a position. */
export function nameAt(snapshot: Snapshot, position: number): Named | undefined {
  const touched = [position, position - 1].flatMap((at) => {
    const node = at < 0 ? undefined : ts.getTouchingPropertyName(snapshot.cell, at);
    return node && ts.isIdentifier(node) ? node : [];
  });
  const [node] = touched;
  const symbol = node && symbolOf(snapshot, node);
  if (!node || !symbol) return undefined;
  return { name: node.text, symbol, isShared: isShared(snapshot, node.text, symbol) };
}

/** Where a name is declared in the cell itself, or in a file. */
export function declarationsIn({ cell, earlier, checker }: Snapshot, { symbol }: Named): Span[] {
  const target =
    symbol.flags & ts.SymbolFlags.Alias &&
    symbol.declarations?.every((node) => node.getSourceFile() === earlier)
      ? checker.getAliasedSymbol(symbol)
      : symbol;
  return (target.declarations ?? []).flatMap((node) => {
    const file = node.getSourceFile();
    if (file === earlier) return [];
    const name: Node = ts.getNameOfDeclaration(node) ?? node;
    const span = { start: name.getStart(file), end: name.end };
    return file === cell ? span : { ...span, file: file.fileName };
  });
}

/** Where a cell uses a name: one that all cells share by its text, any other by what it means. */
export function usesIn(snapshot: Snapshot, { name, symbol, isShared: shared }: Named): Span[] {
  const found: Span[] = [];
  const visit = (node: Node): void => {
    // What an operator is read as has no text of its own.
    if (ts.isIdentifier(node) && node.text === name && isWritten(node, snapshot.cell)) {
      const own = symbolOf(snapshot, node);
      if (own && (shared ? isShared(snapshot, name, own) : own === symbol)) {
        found.push({ start: node.getStart(snapshot.cell), end: node.end, ...prefixOf(node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(snapshot.cell);
  return found;
}

/** Of a name that also is the name of what it is taken from, or put into, the way to say both. */
function prefixOf({ parent, text }: Identifier): { prefix?: string } {
  if (ts.isShorthandPropertyAssignment(parent)) return { prefix: `${text}: ` };
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && !parent.propertyName) {
    return { prefix: `${text}: ` };
  }
  return ts.isImportSpecifier(parent) && !parent.propertyName ? { prefix: `${text} as ` } : {};
}

const isWritten = (node: Identifier, { text }: SourceFile): boolean =>
  text.startsWith(node.text, node.getStart());

function symbolOf({ checker }: Snapshot, node: Identifier): CompilerSymbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

function isShared({ cell, earlier }: Snapshot, name: string, symbol: CompilerSymbol): boolean {
  const key = ts.escapeLeadingUnderscores(name);
  return cell.locals?.get(key) === symbol || earlier.locals?.get(key) === symbol;
}
