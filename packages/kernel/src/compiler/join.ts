import type { ModuleResolution } from "./resolution";
import {
  ts,
  type BoundFile,
  type Node,
  type Program,
  type ResolvedModuleFull,
  type SourceFile,
  type StringLiteralLike,
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

interface Resolution {
  resolvedModule?: ResolvedModuleFull;
}

type Visit = (resolution: Resolution, specifier: string) => void;

/** A program, with what its public type leaves out: how its checker finds what imports mean. */
type OpenProgram = Program & {
  getResolvedModule(file: BoundFile, name: string, mode: unknown): Resolution | undefined;
  getResolvedModuleFromModuleSpecifier(name: StringLiteralLike, file?: SourceFile): Resolution | undefined;
  getModeForUsageLocation(file: SourceFile, name: StringLiteralLike): unknown;
  forEachResolvedModule(visit: Visit, file: SourceFile): void;
};

/** By program and path: what the imports mean of files that have joined the program. */
const joined = new WeakMap<Program, Map<string, Map<string, Resolution>>>();

/** Makes a program's checker know what the imports mean of files that join the program. */
export function openProgram(program: Program): void {
  const open = program as OpenProgram;
  const files = new Map<string, Map<string, Resolution>>();
  joined.set(program, files);
  const resolve = open.getResolvedModule;
  open.getResolvedModule = (file, name, mode) => files.get(file.path)?.get(name) ?? resolve(file, name, mode);
  open.getResolvedModuleFromModuleSpecifier = (name, file) => {
    const from = (file ?? name.getSourceFile()) as BoundFile;
    return open.getResolvedModule(from, name.text, open.getModeForUsageLocation(from, name));
  };
}

/** Calls a function with every module that a file of a program, or one that has joined it, imports. */
export function forEachImport(program: Program, file: BoundFile, visit: Visit): void {
  const own = joined.get(program)?.get(file.path);
  if (own) own.forEach(visit);
  else (program as OpenProgram).forEachResolvedModule(visit, file);
}

/**
 * Makes a file look to a program's type checker as if it were one of the program's.
 *
 * @returns The file; undefined if it needs what the program does not have.
 */
export function joinProgram(
  program: Program,
  file: BoundFile,
  resolution: ModuleResolution,
): BoundFile | undefined {
  if (changesGlobals(file)) return undefined;
  const modules: [string, Resolution][] = [];
  for (const { fileName: specifier } of ts.preProcessFile(file.text, true, true).importedFiles) {
    const resolved = resolution.resolve(specifier, file.fileName);
    if (resolved ? !program.getSourceFile(resolved.resolvedFileName) : !resolution.isBuiltin(specifier))
      return undefined;
    modules.push([specifier, { resolvedModule: resolved }]);
  }
  file.path = file.resolvedPath = file.fileName;
  file.originalFileName = file.fileName;
  joined.get(program)?.set(file.path, new Map(modules));
  Object.assign(file, {
    imports: file.statements.flatMap((node) =>
      ts.isImportDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier)
        ? [node.moduleSpecifier]
        : [],
    ),
    moduleAugmentations: [],
    ambientModuleNames: [],
  });
  ts.bindSourceFile(file, program.getCompilerOptions());
  return file;
}
