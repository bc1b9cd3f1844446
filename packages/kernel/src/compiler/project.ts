import { applyReadings } from "./arithmetic";
import { engineTarget } from "./engine";
import { SourceFiles } from "./files";
import type { CompilerHost } from "./host";
import { changesGlobals, joinProgram, openProgram } from "./join";
import { cellOptions } from "./options";
import { folderOf, resolvePath } from "../paths";
import { noReadings } from "./readings";
import { ModuleResolution } from "./resolution";
import type { LoopStops } from "./stops";
import { TsConfig } from "./tsconfig";
import {
  ts,
  type BoundFile,
  type Checker,
  type CompilerOptions,
  type Program,
  type ProgramHost,
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

/** Parses a cell as a file of some name. */
type ParseCell = (path: string) => BoundFile;

/** After how many cells a fresh program is due, and after how many there is no way without it. */
const worn = 60;
const exhausted = 200;

/**
 * The program that cells are compiled in. A cell joins the program there is, whose type checker then remembers all it
 * knows of libraries. Only a cell that needs files the program does not have, or that declares something global, makes
 * a new one; so does now and then a pause.
 *
 * It starts with light declarations of the host's globals, and takes in all of them when asked to
 * ({@link takeInFullTypes}), because that costs several times what the rest does.
 */
export class Project {
  readonly files: SourceFiles;
  readonly options: CompilerOptions;
  private readonly resolution: ModuleResolution;
  private readonly modules = new Set<string>();
  private program?: Program;
  private cell?: BoundFile;
  private earlier?: BoundFile;
  private full: boolean;
  /** Whether the program lacks something that was asked for, or has what only one cell may see. */
  private stale = false;
  /** The earlier declarations, as they have joined the program. */
  private joined?: BoundFile;
  /** How many cells have joined the program. */
  private extensions = 0;
  private projectFiles: SourceFile[] = [];

  constructor(private readonly host: CompilerHost) {
    this.files = new SourceFiles(host);
    const config = new TsConfig(host);
    this.options = { ...cellOptions(host.typeRoots), ...config.options };
    this.resolution = new ModuleResolution(this.options, config, this.files, host);
    this.full = host.fullTypes === undefined;
  }

  /** The notebook's folder. */
  get folder(): string {
    return this.host.folder;
  }

  private get cellPath(): string {
    return `${this.folder}/__cell__.ts`;
  }

  private get earlierPath(): string {
    return `${this.folder}/__earlier__.d.ts`;
  }

  /**
   * Goes on in another folder, with the program there is.
   *
   * @returns Whether it does: where a tsconfig.json has a say, a new project is needed.
   */
  moveTo(host: CompilerHost): boolean {
    if (Object.keys(new TsConfig(host).options).length > 0) return false;
    Object.assign(this.host, host);
    this.options.typeRoots = host.typeRoots;
    return true;
  }

  /** How loops heed that they are to stop. */
  get loopStops(): LoopStops | undefined {
    return this.host.loopStops;
  }

  /** Whether all that the host declares is part of the program. */
  get hasFullTypes(): boolean {
    return this.full;
  }

  /** Whether a package has brought some of the full declarations beside the light ones. */
  get hasMixedTypes(): boolean {
    const { fullTypes } = this.host;
    if (this.full || fullTypes === undefined) return false;
    // In whatever node_modules the package found them.
    const name = `${folderOf(fullTypes).slice(fullTypes.lastIndexOf("/node_modules/"))}/`;
    return this.program?.getSourceFiles().some(({ fileName }) => fileName.includes(name)) ?? false;
  }

  /** Makes all that the host declares part of the program, from the next snapshot on. */
  takeInFullTypes(): void {
    if (!this.full) this.stale = true;
    this.full = true;
  }

  /** Files that the program will need once it takes in all that the host declares: for parsing them ahead of time. */
  filesOfFullTypes(): string[] {
    const { fullTypes } = this.host;
    if (fullTypes === undefined) return [];
    const named = ts.preProcessFile(this.files.read(fullTypes) ?? "").referencedFiles;
    return [fullTypes, ...named.map(({ fileName }) => resolvePath(folderOf(fullTypes), fileName))];
  }

  /** The file that a module's name means in a cell, or in a file. */
  resolve(specifier: string, importer = this.cellPath): string | undefined {
    return this.resolution.resolve(specifier, importer)?.resolvedFileName;
  }

  /** Adds a module that a cell defines. */
  addModule(path: string, text: string): void {
    this.files.define(path, text);
    this.modules.add(path);
    this.stale = true;
  }

  /**
   * Sees a cell in the scope of earlier declarations.
   *
   * @param readings - How its operators are to be read.
   */
  snapshot(earlierText: string, cellText: string, jsx = false, readings = noReadings): Snapshot {
    const declarations = `export {};\n${earlierText}`;
    const kind = jsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const parseCell: ParseCell = (path) => {
      const cell = parse(path, cellText, kind);
      applyReadings(cell, readings);
      return cell;
    };
    const snapshot = this.extended(declarations, parseCell) ?? this.rebuilt(declarations, parseCell);
    // The compiler looks names up in a node's parents: this puts the earlier declarations around the cell.
    (snapshot.cell as { parent: unknown }).parent = snapshot.earlier;
    return snapshot;
  }

  /** The program there is, as long as cells join it: what it has seen in some scope it would see again just so. */
  get standing(): Program | undefined {
    return this.stale || !this.hasSameFiles ? undefined : this.program;
  }

  /** Whether the files of the project that the program has taken in are as they were. */
  private get hasSameFiles(): boolean {
    return this.projectFiles.every((file) => this.files.get(file.fileName) === file);
  }

  /** Whether enough cells have joined the program for a fresh one to be due. */
  get isWorn(): boolean {
    return this.extensions > worn;
  }

  /** Makes a fresh program with what is declared now, so that the checker forgets what it knew of cells past. */
  renew(): void {
    const declarations = this.joined?.text ?? "export {};";
    this.rebuilt(declarations, (path) =>
      parse(path, "export {};", ts.ScriptKind.TS),
    ).checker.getGlobalDiagnostics();
    this.host.collectGarbage?.();
  }

  /** The cell, joined to the program there is; undefined if it needs another one. */
  private extended(declarations: string, parseCell: ParseCell): Snapshot | undefined {
    const { program } = this;
    if (!program || this.stale) return undefined;
    if (this.extensions > exhausted) {
      this.renew();
      return this.extended(declarations, parseCell);
    }
    if (!this.hasSameFiles) return undefined;
    const path = this.cellPath.replace(/\.ts$/, `${++this.extensions}.ts`);
    const join = (file: BoundFile): BoundFile | undefined => joinProgram(program, file, this.resolution);
    if (this.joined?.text !== declarations) {
      this.joined = join(parse(this.earlierPath, declarations, ts.ScriptKind.TS));
    }
    const cell = this.joined && join(parseCell(path));
    if (!cell || !this.joined) return undefined;
    return { program, checker: program.getTypeChecker() as Checker, cell, earlier: this.joined };
  }

  /** The cell in a new program, made from the last one. */
  private rebuilt(declarations: string, parseCell: ParseCell): Snapshot {
    this.cell = parseCell(this.cellPath);
    if (this.earlier?.text !== declarations) {
      this.earlier = parse(this.earlierPath, declarations, ts.ScriptKind.TS);
    }
    const program = ts.createProgram({
      rootNames: [
        this.host.cellTypes,
        ...(this.host.engineTypes === undefined ? [] : [this.host.engineTypes]),
        (this.full && this.host.fullTypes) || this.host.lightTypes,
        this.earlierPath,
        this.cellPath,
        ...this.modules,
      ],
      options: this.options,
      host: this.programHost,
      oldProgram: this.program,
    });
    openProgram(program);
    this.program = program;
    this.joined = undefined;
    this.extensions = 0;
    this.stale = changesGlobals(this.cell) || changesGlobals(this.earlier);
    this.projectFiles = program
      .getSourceFiles()
      .filter((file) => this.files.isProject(file.fileName) && file !== this.cell && file !== this.earlier);
    return { program, checker: program.getTypeChecker() as Checker, cell: this.cell, earlier: this.earlier };
  }

  private readonly programHost: ProgramHost = {
    getSourceFile: (path) => {
      if (path === this.cellPath) return this.cell;
      if (path === this.earlierPath) return this.earlier;
      return this.files.get(path);
    },
    getDefaultLibFileName: () => `${this.host.libraries}/lib.es2023.d.ts`,
    getDefaultLibLocation: () => this.host.libraries,
    getCurrentDirectory: () => this.folder,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => path === this.cellPath || path === this.earlierPath || this.files.exists(path),
    readFile: (path) => this.files.read(path),
    directoryExists: (path) => this.host.files.isFolder(path),
    getDirectories: (path) => this.host.files.folders(path),
    realpath: (path) => this.files.realpath(path),
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
