/** Has loops look whether they are to stop, where nothing from outside can make them. */
import {
  ts,
  type Expression,
  type IterationStatement,
  type SourceFile,
  type TransformerFactory,
  type Visitor,
} from "./typescript";

const { factory } = ts;

/**
 * What stands before a cell whose loops look: the symbol's global is a memory whose first element is other than 0 when
 * they are to stop, with a method that stops them.
 */
export const stopPrelude = ` const __stop = globalThis[Symbol.for("tslinen.stop")];`;

/** Puts `__stop[0] && __stop.now();` at the beginning of every turn of every loop. */
export const stoppableLoops: TransformerFactory<SourceFile> = (context) => {
  const visit: Visitor = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isIterationStatement(visited, /* lookInLabeledStatements */ false)) return visited;
    const { statement } = visited as IterationStatement;
    const body = factory.createBlock(
      [
        factory.createExpressionStatement(look()),
        ...(ts.isBlock(statement) ? statement.statements : [statement]),
      ],
      /* multiLine */ true,
    );
    return ts.visitEachChild(visited, (child) => (child === statement ? body : child), context);
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

function look(): Expression {
  const stop = factory.createIdentifier("__stop");
  return factory.createLogicalAnd(
    factory.createElementAccessExpression(stop, 0),
    factory.createCallExpression(factory.createPropertyAccessExpression(stop, "now"), undefined, []),
  );
}
