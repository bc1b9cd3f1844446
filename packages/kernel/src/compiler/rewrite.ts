import { helperOf, printable } from "./arithmetic";
import type { Boxes } from "./boxes";
import { meaningOfNode } from "./carry";
import { askingArrays, callArithmetic } from "./conditions";
import { dynamicImport, isModuleImport, takeImported } from "./imports";
import type { Line } from "./lines";
import type { Snapshot } from "./project";
import { withLines } from "./runLines";
import { isEvaluatedAlone } from "./syntax";
import {
  ts,
  type BindingPattern,
  type CompilerSymbol,
  type EntityName,
  type Expression,
  type Identifier,
  type ImportEqualsDeclaration,
  type Node,
  type PropertyAccessExpression,
  type SourceFile,
  type Statement,
  type TransformerFactory,
  type VariableDeclaration,
  type VariableDeclarationList,
  type VariableStatement,
} from "./typescript";

const { factory } = ts;

/**
 * Prepares a cell for being run as the body of a function of `require`, `__box`, `__take`, `__import`,
 * `__lines` and `__arithmetic`: its top-level
 * names and those of earlier cells live in boxes, and the last expression's value is returned. What the cell declares it
 * still declares as it is written, so that functions keep their names; each value then goes into its box.
 */
export function rewriteCell(
  { checker, cell }: Snapshot,
  boxes: Boxes,
  lines: readonly Line[],
): TransformerFactory<SourceFile> {
  const resolver = checker.getEmitResolver(cell);
  /** What a name means: in long chains, as the checker remembers it, which would look it up link by link. */
  const meaning = (node: Identifier): CompilerSymbol | undefined =>
    (ts.isBinaryExpression(node.parent) ? resolver.getReferencedValueDeclaration(node)?.symbol : undefined) ??
    checker.getSymbolAtLocation(node);
  return (context) => {
    const visit = (node: Node): Node | Node[] => {
      if (ts.isExpressionWithTypeArguments(node)) return ts.visitEachChild(node, visit, context);
      if (ts.isTypeNode(node)) return node;
      if (ts.isShorthandPropertyAssignment(node)) {
        const name = node.name.text;
        if (!boxes.has(name, checker.getShorthandAssignmentValueSymbol(node), node)) {
          return ts.visitEachChild(node, visit, context);
        }
        const value = boxes.place(name, node.name);
        const initial = node.objectAssignmentInitializer;
        const target = initial
          ? factory.createAssignment(value, ts.visitNode(initial, visit) as Expression)
          : value;
        return ts.setTextRange(factory.createPropertyAssignment(node.name, target), node);
      }
      if (ts.isVariableStatement(node)) return variables(node);
      if (ts.isImportEqualsDeclaration(node)) return aliasWithin(node);
      if (ts.isVariableDeclarationList(node) && isHead(node)) return head(node);
      const { parent } = node;
      if (ts.isLiteralExpression(node)) return printable(node);
      if (!ts.isIdentifier(node) || !parent) {
        return (
          dynamicImport(node, visit) ??
          helperCall(node) ??
          asking(node) ??
          ts.visitEachChild(node, visit, context)
        );
      }
      if (
        !ts.isExpressionNode(node) &&
        !ts.isJsxOpeningLikeElement(parent) &&
        !ts.isJsxClosingElement(parent)
      ) {
        return printable(node);
      }
      if (!boxes.has(node.text, meaning(node), node)) return printable(node);
      const value = boxes.place(node.text, node);
      const called =
        (ts.isCallExpression(parent) && parent.expression === node) ||
        (ts.isTaggedTemplateExpression(parent) && parent.tag === node);
      // (0, $f.$)() calls f without a `this`, as f() does.
      return called
        ? ts.setEmitFlags(
            ts.setTextRange(
              factory.createParenthesizedExpression(
                factory.createComma(factory.createNumericLiteral(0), value),
              ),
              node,
            ),
            ts.EmitFlags.NoNestedSourceMaps | ts.EmitFlags.NoTrailingSourceMap,
          )
        : value;
    };

    const asking = askingArrays(checker, visit, context);

    /** An operator between a number and an array; undefined for any other node. */
    const helperCall = (node: Node): Expression | undefined => {
      const name = helperOf(node);
      if (name === undefined || !ts.isCallExpression(node)) return undefined;
      const { expression: left } = node.expression as PropertyAccessExpression;
      const operands = [left, ...node.arguments].map((operand) => ts.visitNode(operand, visit) as Expression);
      return ts.setTextRange(callArithmetic(node, name, ...operands), node);
    };

    /** The variables of a statement, a statement each, and after it what fills their boxes: the next one may read them. */
    const variables = (node: VariableStatement): Statement[] => {
      const visited = ts.visitEachChild(node, visit, context);
      if (isAmbient(node)) return [visited];
      const { declarations } = visited.declarationList;
      return node.declarationList.declarations.flatMap((declaration, index) => [
        declarations.length === 1 ? visited : alone(visited, declarations[index] as VariableDeclaration),
        ...filled(declaration).map((name) => boxes.fill(name)),
      ]);
    };

    const alone = (node: VariableStatement, declaration: VariableDeclaration): Statement =>
      ts.setTextRange(
        factory.createVariableStatement(
          node.modifiers,
          factory.createVariableDeclarationList([declaration], node.declarationList.flags),
        ),
        declaration,
      );

    const filled = ({ name, initializer, parent }: VariableDeclaration): string[] =>
      // `var a;` leaves a as it is.
      initializer || parent.flags & ts.NodeFlags.BlockScoped ? boxes.declaredBy(name) : [];

    /** `for (var i = 0; …)` and `for (var k of …)`, whose names are the cell's: they count in their boxes. */
    const head = (node: VariableDeclarationList): Node => {
      const visited = ts.visitEachChild(node, visit, context);
      const [first] = node.declarations;
      if (!first || node.declarations.every(({ name }) => boxes.declaredBy(name).length === 0))
        return visited;
      if (!ts.isForStatement(node.parent)) {
        const pattern = first.name;
        return ts.isIdentifier(pattern) ? boxes.place(pattern.text, pattern) : assignmentPattern(pattern);
      }
      const all = node.declarations.flatMap((declaration, index) => {
        const fills: Expression[] = filled(declaration).map((name) =>
          factory.createAssignment(boxes.place(name), factory.createIdentifier(name)),
        );
        const initial = fills.reduce(factory.createComma, factory.createVoidZero());
        const name = factory.createUniqueName("filled");
        return [
          visited.declarations[index] as VariableDeclaration,
          factory.createVariableDeclaration(name, undefined, undefined, initial),
        ];
      });
      return factory.updateVariableDeclarationList(visited, all);
    };

    /** A binding pattern as the target of an assignment. */
    const assignmentPattern = (pattern: BindingPattern): Node => {
      const target = factory.converters.convertToAssignmentPattern(pattern);
      const place = (node: Node): Node => {
        if (ts.isIdentifier(node) && boxes.declaredBy(node).length > 0) return boxes.place(node.text, node);
        if (!ts.isShorthandPropertyAssignment(node)) return ts.visitEachChild(node, place, context);
        const own = boxes.place(node.name.text);
        const initial = ts.visitNode(node.objectAssignmentInitializer, place) as Expression | undefined;
        const target = initial ? factory.createAssignment(own, initial) : own;
        return factory.createPropertyAssignment(node.name, target);
      };
      return ts.visitEachChild(target, place, context);
    };

    const entity = (name: EntityName): Expression =>
      ts.isIdentifier(name)
        ? boxes.has(name.text, checker.getSymbolAtLocation(name), name)
          ? boxes.place(name.text, name)
          : name
        : factory.createPropertyAccessExpression(entity(name.left), name.right);

    /** `import a = b.c`, which the compiler would leave out of a cell that does not use it. */
    const alias = (node: ImportEqualsDeclaration): Statement[] => {
      if (!meaningOfNode(checker, node).value) return [];
      return [ts.setTextRange(boxes.fill(node.name.text, entity(node.moduleReference as EntityName)), node)];
    };

    /** `import a = b.c` within a namespace: a variable of the namespace. */
    const aliasWithin = (node: ImportEqualsDeclaration): Statement[] => {
      if (!meaningOfNode(checker, node).value) return [];
      const from = entity(node.moduleReference as EntityName);
      const variable = factory.createVariableDeclaration(node.name, undefined, undefined, from);
      const list = factory.createVariableDeclarationList([variable], ts.NodeFlags.Const);
      return [ts.setTextRange(factory.createVariableStatement(node.modifiers, list), node)];
    };

    const rewrite = (node: Statement, isLast: boolean): Statement[] => {
      if (ts.isExportDeclaration(node)) return [];
      if (isModuleImport(node)) return takeImported(checker, node);
      if (ts.isImportEqualsDeclaration(node)) return alias(node);
      if (ts.isVariableStatement(node)) return variables(node);
      const visited = ts.visitNode(node, visit) as Statement;
      if (isLast && ts.isExpressionStatement(visited) && !isEvaluatedAlone(node.getText())) {
        return [ts.setTextRange(factory.createReturnStatement(visited.expression), visited)];
      }
      return declaresValue(node) ? [visited, boxes.fill(node.name.text)] : [visited];
    };

    /** Whether a statement declares a class, enum or namespace that is there when the cell runs. */
    const declaresValue = (node: Statement): node is Statement & { name: { text: string } } =>
      (ts.isClassDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name) &&
      !isAmbient(node) &&
      hasValue(node);

    return (file) => {
      // What follows the cell's own statements is the list of its exports.
      const own = file.statements.length - 1;
      const isBeforeLine = (node: Node): boolean => lines.some(({ start }) => start >= node.end);
      const rewritten = file.statements.map((node, index) => ({
        node,
        statements: rewrite(node, index === own - 1 && !isBeforeLine(node)),
      }));
      return factory.updateSourceFile(file, withLines(rewritten, lines, file));
    };
  };
}

/** Whether declarations stand in the head of a loop, and outlive it. */
const isHead = ({ parent, flags }: VariableDeclarationList): boolean =>
  !(flags & ts.NodeFlags.BlockScoped) &&
  (ts.isForStatement(parent) || ts.isForInStatement(parent) || ts.isForOfStatement(parent));

const isAmbient = (node: Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);

/** Whether what a declaration declares is there at run time; a namespace of nothing but types is not. */
const hasValue = (node: Node & { symbol?: CompilerSymbol }): boolean =>
  ((node.symbol?.flags ?? 0) & ts.SymbolFlags.Value) !== 0;
