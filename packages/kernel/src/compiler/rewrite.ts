import { meaningOfNode } from "./carry";
import { dynamicImport, isImported, isModuleImport, takeImported } from "./imports";
import type { Snapshot } from "./project";
import {
  ts,
  type CompilerSymbol,
  type EntityName,
  type Expression,
  type ImportEqualsDeclaration,
  type Node,
  type SourceFile,
  type Statement,
  type TransformerFactory,
} from "./typescript";

const { factory } = ts;

/**
 * Prepares a cell for being run as the body of a function of `require`, `__scope`, `__take` and `__import`: names of
 * imports and of earlier cells become properties of `__scope`, and the last expression's value is returned.
 */
export function rewriteCell({ checker, cell, earlier }: Snapshot): TransformerFactory<SourceFile> {
  const isInScope = (name: string, symbol: CompilerSymbol | undefined): boolean => {
    const key = ts.escapeLeadingUnderscores(name);
    if (symbol === undefined) return false;
    return earlier.locals?.get(key) === symbol || (cell.locals?.get(key) === symbol && isImported(symbol));
  };

  return (context) => {
    const property = (name: string, original: Node): Expression =>
      ts.setTextRange(
        factory.createPropertyAccessExpression(factory.createIdentifier("__scope"), name),
        original,
      );

    const visit = (node: Node): Node => {
      if (ts.isExpressionWithTypeArguments(node)) return ts.visitEachChild(node, visit, context);
      if (ts.isTypeNode(node)) return node;
      if (ts.isShorthandPropertyAssignment(node)) {
        const name = node.name.text;
        if (!isInScope(name, checker.getShorthandAssignmentValueSymbol(node))) {
          return ts.visitEachChild(node, visit, context);
        }
        const value = property(name, node.name);
        const initial = node.objectAssignmentInitializer;
        const target = initial
          ? factory.createAssignment(value, ts.visitNode(initial, visit) as Expression)
          : value;
        return ts.setTextRange(factory.createPropertyAssignment(node.name, target), node);
      }
      const { parent } = node;
      if (!ts.isIdentifier(node) || !parent) {
        return dynamicImport(node, visit) ?? ts.visitEachChild(node, visit, context);
      }
      if (
        !ts.isExpressionNode(node) &&
        !ts.isJsxOpeningLikeElement(parent) &&
        !ts.isJsxClosingElement(parent)
      ) {
        return node;
      }
      if (!isInScope(node.text, checker.getSymbolAtLocation(node))) return node;
      const value = property(node.text, node);
      const called =
        (ts.isCallExpression(parent) && parent.expression === node) ||
        (ts.isTaggedTemplateExpression(parent) && parent.tag === node);
      // (0, __scope.f)() calls f without a `this`, as f() does.
      return called
        ? ts.setTextRange(
            factory.createParenthesizedExpression(
              factory.createComma(factory.createNumericLiteral(0), value),
            ),
            node,
          )
        : value;
    };

    const entity = (name: EntityName): Expression =>
      ts.isIdentifier(name)
        ? isInScope(name.text, checker.getSymbolAtLocation(name))
          ? property(name.text, name)
          : name
        : factory.createPropertyAccessExpression(entity(name.left), name.right);

    /** `import a = b.c` as a variable: the compiler would leave it out of a cell that does not use it. */
    const alias = (node: ImportEqualsDeclaration): Statement[] => {
      if (!meaningOfNode(checker, node).value) return [];
      const value = entity(node.moduleReference as EntityName);
      const variable = factory.createVariableDeclaration(node.name, undefined, undefined, value);
      return [ts.setTextRange(factory.createVariableStatement(undefined, [variable]), node)];
    };

    const rewrite = (node: Statement, isLast: boolean): Statement[] => {
      if (ts.isExportDeclaration(node)) return [];
      if (isModuleImport(node)) return takeImported(checker, node);
      if (ts.isImportEqualsDeclaration(node)) return alias(node);
      const visited = ts.visitNode(node, visit) as Statement;
      if (!isLast || !ts.isExpressionStatement(visited)) return [visited];
      return [ts.setTextRange(factory.createReturnStatement(visited.expression), visited)];
    };

    return (file) => {
      // What follows the cell's own statements is the list of its exports.
      const last = file.statements.length - 2;
      const statements = file.statements.flatMap((node, index) => rewrite(node, index === last));
      return factory.updateSourceFile(file, statements);
    };
  };
}
