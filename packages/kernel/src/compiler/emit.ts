import { Boxes } from "./boxes";
import { takeJsxFactoryFromBox } from "./jsx";
import { helperIn, helpers } from "./helperNames";
import type { Line } from "./lines";
import { topLevelNames } from "./names";
import type { Snapshot } from "./project";
import { rewriteCell } from "./rewrite";
import { stoppingLoops, stopPrelude, type LoopStops } from "./stops";
import {
  ts,
  type BoundFile,
  type CompilerOptions,
  type Node,
  type SourceFile,
  type TypeChecker,
} from "./typescript";

/** A cell as JavaScript, with the source map that leads back to it. */
export interface Emitted {
  /** What runs before the cell, on a line of its own. */
  prelude: string;
  output: string;
  map: string;
  /** What it calls the kernel's helpers, in their order. */
  helpers: string[];
}

/**
 * Writes a checked cell as JavaScript. It goes past the compiler's own emitter, which would make a CommonJS module of
 * the cell, write its declarations too, and take several times as long.
 */
export function emitCell(
  snapshot: Snapshot,
  { newLine, ...options }: CompilerOptions,
  lines: readonly Line[] = [],
  stops?: LoopStops,
): Emitted {
  const { cell, checker, earlier } = snapshot;
  const boxes = new Boxes(checker, cell, earlier);
  takeJsxFactoryFromBox(checker, cell, boxes);
  const transformed = ts.transformNodes(
    checker.getEmitResolver(cell),
    emitHost,
    ts.factory,
    { ...options, module: ts.ModuleKind.ESNext },
    [cell],
    [
      rewriteCell(snapshot, boxes, lines),
      ts.transformTypeScript,
      ...(options.experimentalDecorators ? [ts.transformLegacyDecorators] : []),
      ts.transformJsx,
      ts.transformESNext,
      ...(options.experimentalDecorators ? [] : [ts.transformESDecorators]),
      ts.transformClassFields,
      ...stoppingLoops(stops),
    ],
    false,
  );
  const printer = ts.createPrinter(
    { newLine, removeComments: true },
    {
      onEmitNode: transformed.emitNodeWithNotification,
      isEmitNotificationEnabled: transformed.isEmitNotificationEnabled,
      substituteNode: transformed.substituteNode,
    },
  );
  const writer = ts.createTextWriter("\n");
  const map = ts.createSourceMapGenerator(emitHost, cell.fileName, "", "", {});
  printer.writeFile(transformed.transformed[0] as SourceFile, writer, map);
  transformed.dispose();
  const prelude = boxes.prelude() + stopPrelude(stops);
  return {
    prelude,
    output: writer.getText(),
    map: map.toString(),
    helpers: helpers.map((helper) => helperIn(cell, helper)),
  };
}

/** What the compiler's writers ask of their surroundings. */
const emitHost = {
  getCurrentDirectory: () => "",
  getCanonicalFileName: (path: string) => path,
};

/** Writes a checked cell's declarations. Where a type cannot be named outside the cell, `any` stands for it. */
export function declarationsOf({ program, checker, cell }: Snapshot): string {
  let declarations = "";
  const resolver = checker.getEmitResolver(cell);
  // Only what a file exports is declared: each name is made to look as if `export default` named it.
  const exporting = Object.assign(ts.factory.createExportDefault(ts.factory.createVoidZero()), {
    parent: cell,
  });
  for (const name of topLevelNames(cell)) {
    const exported = Object.assign(ts.factory.createIdentifier(name), { parent: exporting });
    resolver.collectLinkedAliases(exported, /* setVisibility */ true);
  }
  program.emit(
    cell,
    (_, data) => {
      declarations = data;
    },
    undefined,
    /* emitOnlyDtsFiles */ true,
    { afterDeclarations: [() => (node) => (ts.isSourceFile(node) ? withoutExportList(node) : node)] },
    ...([/* forceDtsEmit */ true] as unknown as []),
  );
  return declarations + nestedVariables(cell, checker);
}

/** Declarations of what `var` declares within blocks and the heads of loops: names of the cell all the same. */
function nestedVariables(cell: BoundFile, checker: TypeChecker): string {
  const isNested = (node: Node): boolean =>
    ts.isVariableDeclaration(node) || ts.isBindingElement(node)
      ? ts.findAncestor(node, ts.isVariableStatement)?.parent !== cell
      : false;
  const printer = ts.createPrinter({ removeComments: true }, {});
  let text = "";
  cell.locals?.forEach(({ declarations = [], name }) => {
    const [first] = declarations;
    if (!first || !declarations.every(isNested)) return;
    const type = checker.typeToTypeNode(
      checker.getTypeAtLocation(first),
      cell,
      ts.NodeBuilderFlags.NoTruncation,
    );
    const written = type ? printer.printNode(ts.EmitHint.Unspecified, type, cell) : "any";
    text += `declare var ${name}: ${written};\n`;
  });
  return text;
}

const withoutExportList = (file: SourceFile): SourceFile =>
  ts.factory.updateSourceFile(
    file,
    file.statements.filter((statement) => !ts.isExportDeclaration(statement)),
  );
