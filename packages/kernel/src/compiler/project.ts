import { engineTarget } from "./engine";
import { join } from "node:path";
import { collectGarbage } from "./collect";
import { isProjectFile, SourceFiles } from "./files";
import { changesGlobals, joinProgram, openProgram } from "./join";
import { cellOptions, libraryFolder } from "./options";
import { kernelRoot, typeRootAbove } from "../packages";
import { ModuleResolution } from "./resolution";
import {
  ts,
  type BoundFile,
  type Checker,
  type CompilerOptions,
  type Program,
  type CompilerHost,
  type ScriptKind,
  type SourceFile,
} from "./typescript";

/** One cell, seen together with what earlier cells declared. */
export interface Snapshot {
  program: Program;
  checker: Checker;
  /** The cell's code. */
  cell: BoundFile;
  /** The declarations of earlier cells: the scope around the cell. */
  earlier: BoundFile;
}

/** After how many cells a fresh program is due, and after how many there is no way without it. */
const worn = 60;
const exhausted = 200;

/**
 * The program that cells are compiled in. A cell joins the program there is, whose type checker then remembers all it
 * knows of libraries. Only a cell that needs files the program does not have, or that declares something global, makes
 * a new one; so does now and then a pause.
 *
 * It starts with light declarations of Node.js's globals, and takes in all of `@types/node` when asked to
 * ({@link takeInNode}), because that costs several times what the rest does.
 */
export class Project {
  readonly files = new SourceFiles();
  readonly options: CompilerOptions;
  private readonly resolution: ModuleResolution;
  private readonly cellPath: string;
  private readonly earlierPath: string;
  private readonly nodeTypes: string;
  private readonly modules = new Set<string>();
  private program?: Program;
  private cell?: BoundFile;
  private earlier?: BoundFile;
  private full = false;
  /** Whether the program lacks something that was asked for, or has what only one cell may see. */
  private stale = false;
  /** The earlier declarations, as they have joined the program. */
  private joined?: BoundFile;
  /** How many cells have joined the program. */
  private extensions = 0;
  private projectFiles: SourceFile[] = [];

  constructor(readonly folder: string) {
    const root =
      typeRootAbove(folder) ?? typeRootAbove(kernelRoot) ?? join(kernelRoot, "node_modules", "@types");
    this.nodeTypes = join(root, "node", "index.d.ts");
    this.options = cellOptions([root]);
    this.resolution = new ModuleResolution(this.options, this.files);
    this.cellPath = join(folder, "__cell__.ts");
    this.earlierPath = join(folder, "__earlier__.d.ts");
  }

  /** Whether all of `@types/node` is part of the program. */
  get hasNode(): boolean {
    return this.full;
  }

  /** Makes all of `@types/node` part of the program, from the next snapshot on. */
  takeInNode(): void {
    if (!this.full) this.stale = true;
    this.full = true;
  }

  /** Files that the program will need once it takes in `@types/node`: for parsing them ahead of time. */
  nodeFiles(): string[] {
    const folder = this.nodeTypes.slice(0, -"index.d.ts".length);
    const text = this.files.read(this.nodeTypes) ?? "";
    const named = ts.preProcessFile(text).referencedFiles.map((file) => join(folder, file.fileName));
    return [this.nodeTypes, ...named];
  }

  /** Adds a module that a cell defines. */
  addModule(path: string, text: string): void {
    this.files.define(path, text);
    this.modules.add(path);
    this.stale = true;
  }

  /** Sees a cell in the scope of earlier declarations. */
  snapshot(earlierText: string, cellText: string, jsx = false): Snapshot {
    const declarations = `export {};\n${earlierText}`;
    const kind = jsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const snapshot =
      this.extended(declarations, cellText, kind) ?? this.rebuilt(declarations, cellText, kind);
    // The compiler looks names up in a node's parents: this puts the earlier declarations around the cell.
    (snapshot.cell as { parent: unknown }).parent = snapshot.earlier;
    return snapshot;
  }

  /** Whether enough cells have joined the program for a fresh one to be due. */
  get isWorn(): boolean {
    return this.extensions > worn;
  }

  /** Makes a fresh program with what is declared now, so that the checker forgets what it knew of cells past. */
  renew(): void {
    const declarations = this.joined?.text ?? "export {};";
    this.rebuilt(declarations, "export {};", ts.ScriptKind.TS).checker.getGlobalDiagnostics();
    collectGarbage();
  }

  /** The cell, joined to the program there is; undefined if it needs another one. */
  private extended(declarations: string, cellText: string, kind: ScriptKind): Snapshot | undefined {
    const { program } = this;
    if (!program || this.stale) return undefined;
    if (this.extensions > exhausted) {
      this.renew();
      return this.extended(declarations, cellText, kind);
    }
    if (this.projectFiles.some((file) => this.files.get(file.fileName) !== file)) return undefined;
    const path = this.cellPath.replace(/\.ts$/, `${++this.extensions}.ts`);
    const join = (name: string, text: string, kindOf: ScriptKind): BoundFile | undefined =>
      joinProgram(program, parse(name, text, kindOf), (specifier) =>
        this.resolution.resolve(specifier, name),
      );
    if (this.joined?.text !== declarations) {
      this.joined = join(this.earlierPath, declarations, ts.ScriptKind.TS);
    }
    const cell = this.joined && join(path, cellText, kind);
    if (!cell || !this.joined) return undefined;
    return { program, checker: program.getTypeChecker() as Checker, cell, earlier: this.joined };
  }

  /** The cell in a new program, made from the last one. */
  private rebuilt(declarations: string, cellText: string, kind: ScriptKind): Snapshot {
    this.cell = parse(this.cellPath, cellText, kind);
    if (this.earlier?.text !== declarations) {
      this.earlier = parse(this.earlierPath, declarations, ts.ScriptKind.TS);
    }
    const program = ts.createProgram({
      rootNames: [
        join(kernelRoot, "types", "cell.d.ts"),
        this.full ? this.nodeTypes : join(kernelRoot, "types", "globals.d.ts"),
        this.earlierPath,
        this.cellPath,
        ...this.modules,
      ],
      options: this.options,
      host: this.host,
      oldProgram: this.program,
    });
    openProgram(program);
    this.program = program;
    this.joined = undefined;
    this.extensions = 0;
    this.stale = changesGlobals(this.cell) || changesGlobals(this.earlier);
    this.projectFiles = program
      .getSourceFiles()
      .filter((file) => isProjectFile(file.fileName) && file !== this.cell && file !== this.earlier);
    return { program, checker: program.getTypeChecker() as Checker, cell: this.cell, earlier: this.earlier };
  }

  private readonly host: CompilerHost = {
    getSourceFile: (path) => {
      if (path === this.cellPath) return this.cell;
      if (path === this.earlierPath) return this.earlier;
      return this.files.get(path);
    },
    getDefaultLibFileName: () => join(libraryFolder, "lib.es2023.d.ts"),
    getDefaultLibLocation: () => libraryFolder,
    getCurrentDirectory: () => this.folder,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => path === this.cellPath || path === this.earlierPath || this.files.exists(path),
    readFile: (path) => this.files.read(path),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, importer) =>
      literals.map(({ text }) => ({ resolvedModule: this.resolution.resolve(text, importer) })),
    resolveTypeReferenceDirectiveReferences: (references, importer) =>
      references.map((reference) => ({
        resolvedTypeReferenceDirective: this.resolution.resolveTypes(
          typeof reference === "string" ? reference : reference.fileName,
          importer,
        ),
      })),
  };
}

function parse(path: string, text: string, kind: ScriptKind): BoundFile {
  return ts.createSourceFile(path, text, engineTarget, /* setParentNodes */ true, kind) as BoundFile;
}
