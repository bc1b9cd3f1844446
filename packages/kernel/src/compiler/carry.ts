import { engineTarget } from "./engine";
import { isAugmentation } from "./join";
import type { Snapshot } from "./project";
import {
  ts,
  type BoundFile,
  type CompilerSymbol,
  type Node,
  type Statement,
  type TypeChecker,
  type ImportDeclaration,
} from "./typescript";

/** Whether something stands for a value, a type, or both. */
interface Meaning {
  value: boolean;
  type: boolean;
}

/**
 * The declarations of earlier cells that a cell leaves standing. A name that the cell declares anew hides the older
 * value, type or both; of a class or an import whose type alone is hidden, an untyped variable remains.
 *
 * @param dropped - Names that the cell came to an end without giving values to: they hide only what is a type.
 */
export function remainingDeclarations(
  { checker, cell, earlier }: Snapshot,
  dropped: readonly string[] = [],
): string {
  const untyped = new Set<string>();
  const keep = (name: string, node: Node): boolean => {
    const old = meaningOfNode(checker, node);
    const symbol = cell.locals?.get(ts.escapeLeadingUnderscores(name));
    const fresh = dropped.includes(name)
      ? { value: false, type: symbol?.declarations?.some(isTypeAlone) ?? false }
      : meaningOf(checker, symbol);
    const value = old.value && !fresh.value;
    const type = old.type && !fresh.type;
    // A declaration cannot be parted; nor can two imports have one name.
    const isOtherImport =
      !dropped.includes(name) && isImport(node) && (symbol?.declarations?.some(isImport) ?? false);
    if ((old.value && old.type && value !== type) || isOtherImport) {
      if (value) untyped.add(name);
      return false;
    }
    return value || type;
  };
  const kept = filterDeclarations(earlier, keep);
  return kept + [...untyped].map((name) => `declare let ${name}: any;\n`).join("");
}

/** Whether a node brings a name in from a module. */
const isImport = (node: Node): boolean =>
  ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node);

/** Whether a node brings in what a name means as a type alone. */
const isTypeImport = (node: Node): boolean => ts.isTypeOnlyImportOrExportDeclaration(node);

/** Of names that a cell declares, those that stand for values: a type, imported or not, never has one to get. */
export function valuesAmong({ checker, cell }: Snapshot, names: readonly string[]): string[] {
  return names.filter(
    (name) => meaningOf(checker, cell.locals?.get(ts.escapeLeadingUnderscores(name))).value,
  );
}

/** Of a text of declarations, those whose names pass a test. Types always stay: a value that stays may need them. */
export function keepDeclared(declarations: string, passes: (name: string) => boolean): string {
  const file = ts.createSourceFile("kept.d.ts", declarations, engineTarget, true) as BoundFile;
  return filterDeclarations(file, (name, node) => isTypeAlone(node) || passes(name));
}

/** Whether a declaration declares a type and no value. */
const isTypeAlone = (node: Node): boolean =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

function meaningOf(checker: TypeChecker, symbol: CompilerSymbol | undefined): Meaning {
  if (!symbol) return { value: false, type: false };
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return {
    value: (target.flags & ts.SymbolFlags.Value) !== 0 && !symbol.declarations?.every(isTypeImport),
    type: (target.flags & ts.SymbolFlags.Type) !== 0,
  };
}

/** What a declaration declares: a value, a type, or both. */
export function meaningOfNode(checker: TypeChecker, node: Node): Meaning {
  if (ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)) return { value: true, type: true };
  if (isTypeAlone(node)) return { value: false, type: true };
  if (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isModuleDeclaration(node)) {
    return { value: true, type: false };
  }
  const meaning = meaningOf(checker, (node as Node & { symbol?: CompilerSymbol }).symbol);
  // An import that cannot be resolved has no meaning of its own: it counts as a value.
  return meaning.value || meaning.type ? meaning : { value: true, type: false };
}

type Test = (name: string, node: Node) => boolean;

function filterDeclarations(file: BoundFile, passes: Test): string {
  return file.statements.map((statement) => filterStatement(statement, passes)).join("");
}

/** A statement's text, reduced to the names that pass; empty when none does. */
function filterStatement(statement: Statement, passes: Test): string {
  const whole = () => `${statement.getFullText().trim()}\n`;
  if (ts.isVariableStatement(statement)) {
    const { declarations } = statement.declarationList;
    const kept = declarations.filter((node) => passes(node.name.getText(), node));
    if (kept.length === declarations.length) return whole();
    const { flags } = statement.declarationList;
    const keyword = flags & ts.NodeFlags.Const ? "const" : flags & ts.NodeFlags.Let ? "let" : "var";
    return kept.map((node) => `declare ${keyword} ${node.getText()};\n`).join("");
  }
  if (ts.isImportDeclaration(statement)) return filterImport(statement, passes);
  if (isAugmentation(statement)) return whole();
  const { name } = statement as Statement & { name?: Node };
  return name && passes(name.getText(), statement) ? whole() : "";
}

function filterImport(node: ImportDeclaration, passes: Test): string {
  const clause = node.importClause;
  if (!clause) return "";
  const parts: string[] = [];
  if (clause.name && passes(clause.name.text, clause)) parts.push(clause.name.text);
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    if (passes(bindings.name.text, bindings)) parts.push(bindings.getText());
  } else if (bindings) {
    const kept = bindings.elements.filter((element) => passes(element.name.text, element));
    if (kept.length > 0) parts.push(`{ ${kept.map((element) => element.getText()).join(", ")} }`);
  }
  if (parts.length === 0) return "";
  return `import ${clause.isTypeOnly ? "type " : ""}${parts.join(", ")} from ${node.moduleSpecifier.getText()};\n`;
}
