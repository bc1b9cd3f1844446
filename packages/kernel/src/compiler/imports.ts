import { meaningOfNode } from "./carry";
import { forEachImport } from "./join";
import { helperIn } from "./helperNames";
import {
  ts,
  type BoundFile,
  type CompilerSymbol,
  type Expression,
  type ImportDeclaration,
  type ImportEqualsDeclaration,
  type Node,
  type Program,
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

/** By specifier: the files of the project that files import by the paths of a tsconfig.json. */
export function importedByPaths(program: Program, files: readonly BoundFile[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const file of files) {
    forEachImport(program, file, ({ resolvedModule }, specifier) => {
      const path = resolvedModule?.resolvedFileName;
      if (!path || resolvedModule.isExternalLibraryImport || /^\.{0,2}\//.test(specifier)) return;
      if (!/\.d\.[cm]?ts$/.test(path)) found[specifier] = path;
    });
  }
  return found;
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
  const file = node.getSourceFile();
  const call = factory.createCallExpression(factory.createIdentifier(helperIn(file, "__take")), undefined, [
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

/** A dynamic import as a call of `__import`, and `import.meta` as `__meta`; undefined for any other node. */
export function dynamicImport(node: Node, visit: Visitor): Node | undefined {
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
    return ts.setTextRange(factory.createIdentifier(helperIn(node.getSourceFile(), "__meta")), node);
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const call = factory.createCallExpression(
    factory.createIdentifier(helperIn(node.getSourceFile(), "__import")),
    undefined,
    ts.visitNodes(node.arguments, visit) as typeof node.arguments,
  );
  return ts.setTextRange(call, node);
}

/** Makes dynamic imports go through `__import`, and `import.meta` through `__meta`. */
export const redirectDynamicImports: TransformerFactory<SourceFile> = (context: TransformationContext) => {
  const visit: Visitor = (node) => dynamicImport(node, visit) ?? ts.visitEachChild(node, visit, context);
  return (file) => ts.visitEachChild(file, visit, context);
};
