import { join } from "node:path";
import { SourceFiles } from "./files";
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

/**
 * The program that cells are compiled in. Every cell makes a new program from the last one, so that all files but the
 * cell and the earlier declarations are reused.
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
  }

  /** Compiles the program for one cell. */
  snapshot(earlierText: string, cellText: string, jsx = false): Snapshot {
    this.cell = parse(this.cellPath, cellText, jsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const declarations = `export {};\n${earlierText}`;
    if (this.earlier?.text !== declarations) {
      this.earlier = parse(this.earlierPath, declarations, ts.ScriptKind.TS);
    }
    this.program = ts.createProgram({
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
    // The compiler looks names up in a node's parents: this puts the earlier declarations around the cell.
    (this.cell as { parent: unknown }).parent = this.earlier;
    return {
      program: this.program,
      checker: this.program.getTypeChecker() as Checker,
      cell: this.cell,
      earlier: this.earlier,
    };
  }

  private readonly host: CompilerHost = {
    getSourceFile: (path) => {
      if (path === this.cellPath) return this.cell;
      if (path === this.earlierPath) return this.earlier;
      return this.files.get(path);
    },
    getDefaultLibFileName: () => join(libraryFolder, "lib.es2022.d.ts"),
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
  return ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2022,
    /* setParentNodes */ true,
    kind,
  ) as BoundFile;
}
