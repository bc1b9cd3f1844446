import { isImported } from "./imports";
import { isAugmentation } from "./join";
import { ts, type BoundFile, type CompilerSymbol } from "./typescript";

/** What a top-level name of a cell stands for. */
export type NameKind = "variable" | "constant" | "import" | "type";

/** The top-level names of a cell, with what they stand for. */
export function topLevelNames(cell: BoundFile): Map<string, NameKind> {
  const names = new Map<string, NameKind>();
  cell.locals?.forEach((symbol, key) => {
    const name = ts.unescapeLeadingUnderscores(key);
    if (!symbol.declarations?.some(isAugmentation)) names.set(name, kindOf(symbol));
  });
  return names;
}

function kindOf(symbol: CompilerSymbol): NameKind {
  const { flags, declarations = [] } = symbol;
  if (flags & ts.SymbolFlags.Variable) {
    const assignable = declarations.every(
      (node) =>
        !(ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) &&
        !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Ambient),
    );
    return assignable ? "variable" : "constant";
  }
  if (isImported(symbol)) return "import";
  return flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Alias) ? "constant" : "type";
}

/** The names of kind, in order. */
export function namesOf(names: ReadonlyMap<string, NameKind>, kind: NameKind): string[] {
  return [...names].filter(([, its]) => its === kind).map(([name]) => name);
}
