import type { Snapshot } from "./project";
import {
  ts,
  type Expression,
  type Node,
  type SourceFile,
  type Statement,
  type TransformerFactory,
  type CompilerSymbol,
  type ExportDeclaration,
  type NamedExports,
} from "./typescript";

/** What rewriting found out. */
export interface Rewritten {
  /** The property of `__scope` that holds the value of the last statement, if that is an expression. */
  lastExpression?: string;
}

const { factory } = ts;

/**
 * Prepares a cell for being run as a function of `exports`, `require`, `__scope` and `__import`: names of earlier cells
 * become properties of `__scope`, so does the last expression's value, and dynamic imports go through `__import`. Variables are left out of the export list, because the cell links them instead: an assignment
 * in a later cell is then seen by the functions of this one, and loops run at full speed.
 */
export function rewriteCell(
  snapshot: Snapshot,
  variables: readonly string[],
  taken: ReadonlySet<string>,
  result: Rewritten,
): TransformerFactory<SourceFile> {
  const { checker, cell, earlier } = snapshot;
  const linked = new Set(variables);

  const fromEarlier = (name: string, symbol: CompilerSymbol | undefined): boolean =>
    symbol !== undefined && earlier.locals?.get(ts.escapeLeadingUnderscores(name)) === symbol;

  return (context) => {
    const property = (name: string, original: Node): Expression =>
      ts.setTextRange(
        factory.createPropertyAccessExpression(factory.createIdentifier("__scope"), name),
        original,
      );

    const visit = (node: Node): Node => {
      if (ts.isExpressionWithTypeArguments(node)) return ts.visitEachChild(node, visit, context);
      if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node;
      if (ts.isShorthandPropertyAssignment(node)) {
        const name = node.name.text;
        if (!fromEarlier(name, checker.getShorthandAssignmentValueSymbol(node))) {
          return ts.visitEachChild(node, visit, context);
        }
        const value = property(name, node.name);
        const initial = node.objectAssignmentInitializer;
        const target = initial
          ? factory.createAssignment(value, ts.visitNode(initial, visit) as Expression)
          : value;
        return ts.setTextRange(factory.createPropertyAssignment(node.name, target), node);
      }
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const call = factory.createCallExpression(
          factory.createIdentifier("__import"),
          undefined,
          ts.visitNodes(node.arguments, visit) as typeof node.arguments,
        );
        return ts.setTextRange(call, node);
      }
      const { parent } = node;
      if (!ts.isIdentifier(node) || !parent) return ts.visitEachChild(node, visit, context);
      if (
        !ts.isExpressionNode(node) &&
        !ts.isJsxOpeningLikeElement(parent) &&
        !ts.isJsxClosingElement(parent)
      ) {
        return node;
      }
      if (!fromEarlier(node.text, checker.getSymbolAtLocation(node))) return node;
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

    return (file) => {
      if (file.fileName !== cell.fileName) return ts.visitEachChild(file, visit, context);
      const statements = file.statements.map((statement) => ts.visitNode(statement, visit) as Statement);
      const exported = statements.pop() as ExportDeclaration;
      const list = exported.exportClause as NamedExports;
      const kept = list.elements.filter((element) => !linked.has(element.name.text));
      const last = statements[statements.length - 1];
      if (last && ts.isExpressionStatement(last)) {
        result.lastExpression = freeName("tsLastExpr", taken);
        const assignment = factory.createAssignment(property(result.lastExpression, last), last.expression);
        statements[statements.length - 1] = ts.setTextRange(
          factory.createExpressionStatement(assignment),
          last,
        );
      }
      const exporting = factory.updateExportDeclaration(
        exported,
        exported.modifiers,
        false,
        factory.updateNamedExports(list, kept),
        undefined,
        undefined,
      );
      return factory.updateSourceFile(file, [...statements, exporting]);
    };
  };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let i = 0; ; i++) if (!taken.has(wanted + i)) return wanted + i;
}
