import { type BoundFile, type CompilerDiagnostic, type Program, type SourceFile } from "./typescript";
import { forEachImport } from "./join";
import { mistakesAmong } from "./diagnostics";
import { hasTopLevelAwait } from "./syntax";
import { helperIn } from "./helperNames";
import { topLevelNames } from "./names";
import { importedModules, redirectDynamicImports } from "./imports";
import { stoppingLoops, stopPrelude, type LoopStops } from "./stops";

/** A file of the project, compiled because a cell imports it. */
export interface SideModule {
  /** Its absolute path. */
  path: string;
  output: string;
  map: string;
  text: string;
  /** The modules it imports by an import declaration. */
  imports: string[];
  /** All names that it declares. */
  names: string[];
  /** What it calls the kernel's `import(…)` and `import.meta`. */
  helpers: string[];
  /** Whether it awaits outside of functions. */
  awaits: boolean;
}

/** The project's own source files that a file imports, directly or not, those it needs first. */
export function reachableSources(program: Program, from: BoundFile): SourceFile[] {
  const found = new Set<SourceFile>();
  const visit = (file: BoundFile): void => {
    forEachImport(program, file, ({ resolvedModule }) => {
      const path = resolvedModule?.resolvedFileName;
      const target = path ? program.getSourceFile(path) : undefined;
      if (!target || found.has(target) || target.isDeclarationFile) return;
      if (program.isSourceFileFromExternalLibrary(target) || target.fileName.endsWith(".json")) return;
      found.add(target);
      visit(target as BoundFile);
    });
  };
  visit(from);
  return [...found].reverse();
}

/** Compiles the project's files that a cell imports, each again only when it has changed. */
export class SideModules {
  private readonly emitted = new Map<string, SourceFile>();
  private readonly checked = new WeakSet<SourceFile>();

  /** What is wrong with those files; nothing if none has changed since they were right. */
  diagnose(program: Program, files: readonly SourceFile[], types: boolean): CompilerDiagnostic[] {
    if (files.every((file) => this.checked.has(file))) return [];
    const problems = files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...(types ? mistakesAmong(program.getSemanticDiagnostics(file), program.getCompilerOptions()) : []),
    ]);
    for (const file of files) {
      if (problems.length === 0) this.checked.add(file);
      else this.checked.delete(file);
    }
    return problems;
  }

  /** The files that have changed since they were last emitted. */
  emit(program: Program, files: readonly SourceFile[], stops?: LoopStops): SideModule[] {
    return files
      .filter((file) => this.emitted.get(file.fileName) !== file)
      .map((file) => {
        const side: SideModule = {
          path: file.fileName,
          output: "",
          map: "",
          text: file.text,
          imports: importedModules(file),
          names: topLevelNames(file as BoundFile),
          helpers: [helperIn(file, "__import"), helperIn(file, "__meta")],
          awaits: hasTopLevelAwait(file),
        };
        program.emit(
          file,
          (path, data) => {
            if (path.endsWith(".map")) side.map = data;
            else if (!/\.d\.[cm]?ts$/.test(path))
              side.output = data.replace(/^("use strict";)?/, (begun) => begun + stopPrelude(stops));
          },
          undefined,
          false,
          { before: [redirectDynamicImports], after: stoppingLoops(stops) },
        );
        this.emitted.set(file.fileName, file);
        return side;
      });
  }
}
