import { isBuiltin } from "node:module";
import {
  ts,
  type BoundFile,
  type Node,
  type Program,
  type ResolvedModuleFull,
  type SourceFile,
} from "./typescript";

/** Tells whether a declaration adds to the global scope or to a module. */
export function isAugmentation(node: Node): boolean {
  if (!ts.isModuleDeclaration(node)) return false;
  return ts.isStringLiteral(node.name) || (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** Tells whether a file declares what only a new program can take in. */
export function changesGlobals(file: SourceFile): boolean {
  return file.statements.some(isAugmentation);
}

/**
 * Makes a file look to a program's type checker as if it were one of the program's.
 *
 * @returns The file; undefined if it needs what the program does not have.
 */
export function joinProgram(
  program: Program,
  file: BoundFile,
  resolve: (specifier: string) => ResolvedModuleFull | undefined,
): BoundFile | undefined {
  if (changesGlobals(file)) return undefined;
  for (const { fileName: specifier } of ts.preProcessFile(file.text, true, true).importedFiles) {
    const resolved = resolve(specifier);
    if (resolved ? !program.getSourceFile(resolved.resolvedFileName) : !isBuiltin(specifier))
      return undefined;
    ts.setResolvedModule(file, specifier, { resolvedModule: resolved }, undefined);
  }
  file.path = file.resolvedPath = file.fileName;
  file.originalFileName = file.fileName;
  ts.bindSourceFile(file, program.getCompilerOptions());
  return file;
}
