import { meaningOfNode } from "./carry";
import {
  ts,
  type CompilerSymbol,
  type Expression,
  type ImportDeclaration,
  type ImportEqualsDeclaration,
  type Node,
  type SourceFile,
  type Statement,
  type TransformationContext,
  type TransformerFactory,
  type TypeChecker,
  type Visitor,
} from "./typescript";

const { factory } = ts;

/** An import of another module, in either of TypeScript's spellings. */
type ModuleImport = ImportDeclaration | ImportEqualsDeclaration;

/** Tells whether a node imports another module; `import a = b.c` does not. */
export function isModuleImport(node: Node): node is ModuleImport {
  if (ts.isImportEqualsDeclaration(node)) return ts.isExternalModuleReference(node.moduleReference);
  return ts.isImportDeclaration(node);
}

/** Tells whether a name stands for something that another module exports. */
export function isImported({ declarations = [] }: CompilerSymbol): boolean {
  return declarations.some((node) => ts.findAncestor(node, isModuleImport) !== undefined);
}

/** The modules that a file's import declarations name, those imported for their types alone left out. */
export function importedModules(file: SourceFile): string[] {
  return file.statements.flatMap((node) =>
    ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : [],
  );
}

/**
 * The statement that takes in what an import names, `__take("module", { local: "exported" })`: "*" stands for the
 * module's namespace and "=" for what `require` gives. None for an import of nothing but types.
 */
export function takeImported(checker: TypeChecker, node: ModuleImport): Statement[] {
  const names = importedNames(node);
  const values = names.filter(
    ({ declared }) =>
      !ts.isTypeOnlyImportOrExportDeclaration(declared) && meaningOfNode(checker, declared).value,
  );
  if (names.length > 0 && values.length === 0) return [];
  const specifier = ts.isImportDeclaration(node)
    ? node.moduleSpecifier
    : (node.moduleReference as unknown as { expression: Expression }).expression;
  const list = values.map(({ local, exported }) =>
    factory.createPropertyAssignment(local, factory.createStringLiteral(exported)),
  );
  const call = factory.createCallExpression(factory.createIdentifier("__take"), undefined, [
    specifier,
    factory.createObjectLiteralExpression(list),
  ]);
  return [ts.setTextRange(factory.createExpressionStatement(ts.setTextRange(call, node)), node)];
}

interface ImportedName {
  declared: Node;
  local: string;
  exported: string;
}

function importedNames(node: ModuleImport): ImportedName[] {
  if (ts.isImportEqualsDeclaration(node)) return [{ declared: node, local: node.name.text, exported: "=" }];
  const { name, namedBindings } = node.importClause ?? {};
  const names: ImportedName[] = [];
  if (name && node.importClause) {
    names.push({ declared: node.importClause, local: name.text, exported: "default" });
  }
  if (namedBindings && ts.isNamespaceImport(namedBindings)) {
    names.push({ declared: namedBindings, local: namedBindings.name.text, exported: "*" });
  } else if (namedBindings) {
    for (const declared of namedBindings.elements) {
      const { name: local, propertyName = local } = declared;
      names.push({ declared, local: local.text, exported: propertyName.text });
    }
  }
  return names;
}

/** A dynamic import as a call of `__import`; undefined for any other node. */
export function dynamicImport(node: Node, visit: Visitor): Node | undefined {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const call = factory.createCallExpression(
    factory.createIdentifier("__import"),
    undefined,
    ts.visitNodes(node.arguments, visit) as typeof node.arguments,
  );
  return ts.setTextRange(call, node);
}

/** Makes dynamic imports go through `__import`. */
export const redirectDynamicImports: TransformerFactory<SourceFile> = (context: TransformationContext) => {
  const visit: Visitor = (node) => dynamicImport(node, visit) ?? ts.visitEachChild(node, visit, context);
  return (file) => ts.visitEachChild(file, visit, context);
};
