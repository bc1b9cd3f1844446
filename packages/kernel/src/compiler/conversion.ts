import { brevityOf, type Brevity } from "./brief";
import { describe, hasOlderDecorators, mistakesAmong, type Diagnostic } from "./diagnostics";
import type { Elements } from "./elements";
import { emitCell } from "./emit";
import { importedByPaths, importedModules } from "./imports";
import { topLevelNames } from "./names";
import type { Project, Snapshot } from "./project";
import { isAwaited, mistakesInLines } from "./runLines";
import { reachableSources, type SideModule, type SideModules } from "./sideModules";
import { hasTopLevelAwait, type CellText } from "./syntax";
import { arraysAsConditions } from "./truth";
import type { BoundFile, CompilerDiagnostic } from "./typescript";

/** How types are checked: mistakes stop a cell, are only reported, or are not looked for. */
export type Checking = "error" | "warn" | "off";

/** A cell, compiled. */
export interface Conversion {
  /** What the compiler found; with `checking: "error"`, nothing else is there if it found anything. */
  diagnostics: Diagnostic[];
  /** JavaScript: the body of a function of `require`, `__box`, `__take`, `__import` and `__lines`. */
  output?: string;
  /** What runs before it, in the same function. */
  prelude?: string;
  /** The source map from `output` to the cell. */
  map?: string;
  /** All names that the cell declares. */
  names?: string[];
  /** What the cell calls the kernel's helpers, in their order. */
  helpers?: string[];
  hasTopLevelAwait?: boolean;
  brevity?: Brevity;
  /** Whether mistakes stop the cell, and this is but what it imports. */
  onlyImports?: boolean;
  /** The modules the cell imports by an import declaration. */
  imports?: string[];
  sideModules?: SideModule[];
  /** By specifier: the files that imports mean by the paths of a tsconfig.json. */
  aliases?: Record<string, string>;
}

/** A cell, compiled but not handed over. */
export interface Compiled {
  conversion: Conversion;
  /** What its declarations come from; absent if mistakes stop the cell. */
  snapshot?: Snapshot;
}

/** What is wrong with a cell that can be read. */
export function semanticMistakes(snapshot: Snapshot, elements: Elements): CompilerDiagnostic[] {
  const { program, cell } = snapshot;
  return [...program.getSemanticDiagnostics(cell), ...arraysAsConditions(snapshot, elements)];
}

/** What a cell is compiled with. */
interface Surroundings {
  project: Project;
  sideModules: SideModules;
  /** How many elements the arrays have that earlier cells have left. */
  elements: Elements;
}

/** Compiles a cell that has been read. */
export function compileCell(
  snapshot: Snapshot,
  { shift, lines }: CellText,
  length: number,
  checking: Checking,
  { project, sideModules, elements }: Surroundings,
): Compiled {
  const { program, cell } = snapshot;
  const report = (found: readonly CompilerDiagnostic[]): Diagnostic[] =>
    describe(found, cell, length, project.folder, shift);

  const sources = reachableSources(program, cell);
  const syntax = program.getSyntacticDiagnostics(cell);
  const broken = [...mistakesInLines(lines, cell), ...report(syntax)];
  if (broken.length > 0) return { conversion: { diagnostics: broken } };
  const types = checking !== "off";
  const semantic = types ? semanticMistakes(snapshot, elements) : [];
  const side = sideModules.diagnose(program, sources, types);
  const diagnostics = report([...mistakesAmong(semantic, project.options), ...side]);
  if (diagnostics.length > 0 && checking === "error") return { conversion: { diagnostics } };

  const { options } = project;
  const conversion = {
    ...emitCell(
      snapshot,
      hasOlderDecorators(semantic) ? { ...options, experimentalDecorators: true } : options,
      lines,
      project.loopStops,
    ),
    diagnostics,
    names: topLevelNames(cell),
    hasTopLevelAwait: hasTopLevelAwait(cell) || lines.some(isAwaited),
    ...(lines.length === 0 ? { brevity: brevityOf(cell) } : {}),
    imports: importedModules(cell),
    aliases: importedByPaths(program, [cell, ...(sources as BoundFile[])]),
  };
  return { conversion, snapshot };
}
