/** The compiler, with the parts of its inside that its public types leave out. */
import typescript from "typescript";

/** What {@link Internals} adds to the compiler's public face. */
interface Internals {
  factory: NodeMaker;
  /** Makes nodes as the parser does. */
  parseNodeFactory: typescript.NodeFactory;
  setParent(node: typescript.Node, parent: typescript.Node): void;
  setParentRecursive(root: typescript.Node, incremental: boolean): void;
  bindSourceFile(file: typescript.SourceFile, options: typescript.CompilerOptions): void;
  parseIsolatedEntityName(text: string, target: typescript.ScriptTarget): typescript.EntityName | undefined;
  transformNodes(
    resolver: EmitResolver,
    host: object,
    factory: typescript.NodeFactory,
    options: typescript.CompilerOptions,
    files: typescript.SourceFile[],
    transformers: typescript.TransformerFactory<typescript.SourceFile>[],
    allowDeclarations: boolean,
  ): typescript.TransformationResult<typescript.SourceFile> & Substitution;
  transformTypeScript: typescript.TransformerFactory<typescript.SourceFile>;
  transformLegacyDecorators: typescript.TransformerFactory<typescript.SourceFile>;
  transformESNext: typescript.TransformerFactory<typescript.SourceFile>;
  transformESDecorators: typescript.TransformerFactory<typescript.SourceFile>;
  transformClassFields: typescript.TransformerFactory<typescript.SourceFile>;
  transformJsx: typescript.TransformerFactory<typescript.SourceFile>;
  createTextWriter(newLine: string): TextWriter;
  createSourceMapGenerator(
    host: object,
    file: string,
    sourceRoot: string,
    folder: string,
    options: object,
  ): SourceMapGenerator;
  createPrinter(options: typescript.PrinterOptions, handlers: typescript.PrintHandlers): Printer;
  isExpressionNode(node: typescript.Node): boolean;
  findPrecedingToken(position: number, file: typescript.SourceFile): typescript.Node | undefined;
  getTouchingPropertyName(file: typescript.SourceFile, position: number): typescript.Node;
  getContainerNode(node: typescript.Node): typescript.Node | undefined;
  createTextSpanFromNode(node: typescript.Node, file?: typescript.SourceFile): typescript.TextSpan;
  typeToDisplayParts(
    checker: typescript.TypeChecker,
    type: typescript.Type,
    enclosing?: typescript.Node,
  ): typescript.SymbolDisplayPart[];
  isAssignmentOperator(kind: typescript.SyntaxKind): boolean;
  isLabelName(node: typescript.Node): boolean;
  isTagName(node: typescript.Node): boolean;
  isInComment(file: typescript.SourceFile, position: number): unknown;
  getContainingObjectLiteralElement(node: typescript.Node): typescript.ObjectLiteralElement | undefined;
  getPropertySymbolsFromContextualType(
    node: typescript.ObjectLiteralElement,
    checker: typescript.TypeChecker,
    type: typescript.Type,
    unionSymbolOk: boolean,
  ): typescript.Symbol[];
  SymbolDisplay: {
    getSymbolModifiers(checker: typescript.TypeChecker, symbol: typescript.Symbol): string;
    getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker: typescript.TypeChecker,
      symbol: typescript.Symbol,
      file: typescript.SourceFile,
      enclosing: typescript.Node | undefined,
      location: typescript.Node,
    ): {
      displayParts: typescript.SymbolDisplayPart[];
      documentation: typescript.SymbolDisplayPart[];
      symbolKind: typescript.ScriptElementKind;
      tags: typescript.JSDocTagInfo[] | undefined;
    };
  };
  SignatureHelp: {
    getSignatureHelpItems(
      program: typescript.Program,
      file: typescript.SourceFile,
      position: number,
      trigger: undefined,
      cancellation: typescript.CancellationToken,
    ): typescript.SignatureHelpItems | undefined;
  };
  formatting: {
    getFormatContext(settings: typescript.FormatCodeSettings, host: object): object;
    formatDocument(file: typescript.SourceFile, context: object): typescript.TextChange[];
  };
  Completions: {
    getCompletionsAtPosition(
      host: object,
      program: typescript.Program,
      log: (text: string) => void,
      file: typescript.SourceFile,
      position: number,
      preferences: typescript.UserPreferences,
      trigger: undefined,
      kind: typescript.CompletionTriggerKind,
      cancellation: typescript.CancellationToken,
      formatContext: undefined,
    ): typescript.CompletionInfo | undefined;
  };
}

/** What the checker tells transformers. */
interface EmitResolver {
  /** What declares the value that a name means, in a place that has been checked. */
  getReferencedValueDeclaration(
    name: typescript.Identifier,
  ): (typescript.Declaration & { symbol?: typescript.Symbol }) | undefined;
  /** Makes what a name in an `export default` stands for, and what that needs, visible in declarations. */
  collectLinkedAliases(exported: typescript.Identifier, setVisibility: boolean): void;
}

/** How a transformation changes nodes at the moment they are printed. */
type Substitution = Pick<
  Required<typescript.PrintHandlers>,
  "isEmitNotificationEnabled" | "substituteNode"
> & { emitNodeWithNotification: Required<typescript.PrintHandlers>["onEmitNode"] };

interface TextWriter {
  getText(): string;
}

interface SourceMapGenerator {
  toString(): string;
}

interface Printer extends typescript.Printer {
  writeFile(file: typescript.SourceFile, writer: TextWriter, map: SourceMapGenerator): void;
}

interface Pragma {
  arguments: { factory?: string };
}

/** A source file with what the parser and binder leave on it. */
export interface BoundFile extends typescript.SourceFile {
  locals?: Map<typescript.__String, typescript.Symbol>;
  /** All identifiers in the text. */
  identifiers: ReadonlyMap<string, string>;
  symbol?: typescript.Symbol;
  path: string;
  resolvedPath: string;
  originalFileName: string;
  localJsxFactory?: typescript.EntityName;
  localJsxFragmentFactory?: typescript.EntityName;
  pragmas?: Map<string, Pragma | Pragma[]>;
  parseDiagnostics: typescript.DiagnosticWithLocation[];
}

/** The type checker, with what its public types leave out. */
export interface Checker extends typescript.TypeChecker {
  getEmitResolver(file: typescript.SourceFile): EmitResolver;
  getGlobalDiagnostics(): typescript.Diagnostic[];
  getJsxNamespace(location?: typescript.Node): string;
  isArrayLikeType(type: typescript.Type): boolean;
  isUnknownSymbol(symbol: typescript.Symbol): boolean;
}

/** The factory of nodes, with what its public type leaves out. */
export interface NodeMaker extends typescript.NodeFactory {
  converters: { convertToAssignmentPattern(pattern: typescript.BindingPattern): typescript.Expression };
}

/** The whole compiler. */
export const ts = typescript as Omit<typeof typescript, keyof Internals> & Internals;
export type {
  BinaryExpression,
  BindingPattern,
  CallExpression,
  CompilerHost as ProgramHost,
  CompilerOptions,
  EntityName,
  Diagnostic as CompilerDiagnostic,
  Expression,
  Identifier,
  ImportDeclaration,
  ImportEqualsDeclaration,
  IterationStatement,
  ModuleDeclaration,
  Node,
  ParameterDeclaration,
  PrefixUnaryExpression,
  PropertyAccessExpression,
  Program,
  QuickInfo,
  ResolvedModuleFull,
  ResolvedTypeReferenceDirective,
  ScriptKind,
  ScriptTarget,
  SourceFile,
  Statement,
  StringLiteralLike,
  Symbol as CompilerSymbol,
  SyntaxKind,
  TextRange,
  TransformationContext,
  TransformerFactory,
  Type as CompilerType,
  UnaryExpression,
  TypeChecker,
  VariableDeclaration,
  VariableDeclarationList,
  VariableStatement,
  Visitor,
} from "typescript";
