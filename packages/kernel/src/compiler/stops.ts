/** Has loops heed that they are to stop, where the engine does not see to it. */
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
 * What loops do at the beginning of every turn. "look": they look at a memory, where nothing from outside can make them
 * stop. "call": they call a function of nothing, the getter of {@link turn}. Where a function begins, V8 looks for an
 * interrupt, while a loop that calls nothing but built-in ones, and has not been optimized, looks once in thousands of
 * turns. In an optimized loop the getter costs nothing; and code that is taken elsewhere as a text does not miss it.
 */
export type LoopStops = "look" | "call";

/** The property of `Reflect` whose getter loops call; `node/turns.ts` gives it. */
const turn = "__turn";

/**
 * What stands before code whose loops look: the symbol's global is a memory whose first element is other than 0 when
 * they are to stop, with a method that stops them.
 */
export const stopPrelude = (stops: LoopStops | undefined): string =>
  stops === "look" ? ` const __stop = globalThis[Symbol.for("tslinen.stop")];` : "";

/** What makes loops heed that they are to stop; nothing if the engine sees to it. */
export function stoppingLoops(stops: LoopStops | undefined): TransformerFactory<SourceFile>[] {
  if (!stops) return [];
  const heed = stops === "look" ? look : call;
  return [
    (context) => {
      const visit: Visitor = (node) => {
        const visited = ts.visitEachChild(node, visit, context);
        if (!ts.isIterationStatement(visited, /* lookInLabeledStatements */ false)) return visited;
        const { statement } = visited as IterationStatement;
        const body = factory.createBlock(
          [
            factory.createExpressionStatement(heed()),
            ...(ts.isBlock(statement) ? statement.statements : [statement]),
          ],
          /* multiLine */ true,
        );
        return ts.visitEachChild(visited, (child) => (child === statement ? body : child), context);
      };
      return (file) => ts.visitEachChild(file, visit, context);
    },
  ];
}

/** `__stop[0] && __stop.now()` */
function look(): Expression {
  const stop = factory.createIdentifier("__stop");
  return factory.createLogicalAnd(
    factory.createElementAccessExpression(stop, 0),
    factory.createCallExpression(factory.createPropertyAccessExpression(stop, "now"), undefined, []),
  );
}

/** `Reflect.__turn` */
function call(): Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier("Reflect"), turn);
}
