import { topLevelNames } from "./names";
import type { Snapshot } from "./project";
import { rewriteCell } from "./rewrite";
import { ts, type CompilerOptions, type SourceFile } from "./typescript";

/** A cell as JavaScript, with the source map that leads back to it. */
export interface Emitted {
  output: string;
  map: string;
}

/**
 * Writes a checked cell as JavaScript. It goes past the compiler's own emitter, which would make a CommonJS module of
 * the cell, write its declarations too, and take several times as long.
 */
export function emitCell(snapshot: Snapshot, { newLine, ...options }: CompilerOptions): Emitted {
  const { cell, checker } = snapshot;
  const transformed = ts.transformNodes(
    checker.getEmitResolver(cell),
    emitHost,
    ts.factory,
    { ...options, module: ts.ModuleKind.ESNext },
    [cell],
    [
      rewriteCell(snapshot),
      ts.transformTypeScript,
      ...(options.experimentalDecorators ? [ts.transformLegacyDecorators] : []),
      ts.transformJsx,
      ts.transformESNext,
      ...(options.experimentalDecorators ? [] : [ts.transformESDecorators]),
      ts.transformClassFields,
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
  return { output: writer.getText(), map: map.toString() };
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
  for (const name of topLevelNames(cell).keys()) {
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
  return declarations;
}

const withoutExportList = (file: SourceFile): SourceFile =>
  ts.factory.updateSourceFile(
    file,
    file.statements.filter((statement) => !ts.isExportDeclaration(statement)),
  );
