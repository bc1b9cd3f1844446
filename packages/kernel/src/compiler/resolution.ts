import { isBroughtAlong } from "../packages";
import type { CompilerHost } from "./host";
import {
  ts,
  type CompilerOptions,
  type ResolvedModuleFull,
  type ResolvedTypeReferenceDirective,
} from "./typescript";
import type { SourceFiles } from "./files";
import type { TsConfig } from "./tsconfig";

type Resolved = ResolvedModuleFull;

const hasTypes = ({ extension }: Resolved): boolean => !/\.[cm]?jsx?$/.test(extension);

/**
 * Finds the files that imports name: as Node.js does, then as packages with an `exports` map want it, then, for the
 * packages that the kernel brings, from the kernel itself. What a cell or a file of the project does not find is looked
 * for again next time, so that a package can be installed while the kernel runs.
 */
export class ModuleResolution {
  private readonly known = new Map<string, ResolvedModuleFull | undefined>();

  private readonly knownTypes = new Map<string, ResolvedTypeReferenceDirective | undefined>();

  constructor(
    private readonly options: CompilerOptions,
    private readonly config: TsConfig,
    private readonly files: SourceFiles,
    private readonly host: CompilerHost,
  ) {}

  /** Whether a module is declared among the host's types, not by files of its own. */
  isBuiltin(specifier: string): boolean {
    return this.host.isBuiltin(specifier);
  }

  resolve(specifier: string, importer: string): ResolvedModuleFull | undefined {
    if (this.isBuiltin(specifier)) return undefined;
    const key = `${importer.slice(0, importer.lastIndexOf("/"))}\0${specifier}`;
    const known = this.known.get(key);
    if (known ? this.files.exists(known.resolvedFileName) : this.known.has(key)) return known;
    const resolved = this.search(specifier, importer);
    if (resolved || !this.files.isProject(importer)) this.known.set(key, resolved);
    return resolved;
  }

  /** Finds the type package that a `/// <reference types>` names. */
  resolveTypes(name: string, importer: string): ResolvedTypeReferenceDirective | undefined {
    const key = `${importer.slice(0, importer.lastIndexOf("/"))}\0types:${name}`;
    if (!this.knownTypes.has(key)) {
      const found = ts.resolveTypeReferenceDirective(name, importer, this.options, this.seen);
      this.knownTypes.set(key, found.resolvedTypeReferenceDirective);
    }
    return this.knownTypes.get(key);
  }

  /** The files as the compiler's own resolution wants to see them. */
  private readonly seen = {
    fileExists: (path: string) => this.files.exists(path),
    readFile: (path: string) => this.files.read(path),
    directoryExists: (path: string) => this.host.files.isFolder(path),
    getDirectories: (path: string) => this.host.files.folders(path),
    realpath: (path: string) => this.files.realpath(path),
    getCurrentDirectory: () => this.host.folder,
    useCaseSensitiveFileNames: true,
  };

  private search(specifier: string, importer: string): Resolved | undefined {
    const options = { ...this.options, ...this.config.options };
    const asNode = ts.resolveModuleName(specifier, importer, options, this.seen).resolvedModule;
    if (asNode && hasTypes(asNode)) return asNode;
    const bundler = { ...options, moduleResolution: ts.ModuleResolutionKind.Bundler };
    const byExports = ts.resolveModuleName(specifier, importer, bundler, this.seen).resolvedModule;
    if (byExports && (hasTypes(byExports) || !asNode)) return byExports;
    if (asNode) return asNode;
    if (!isBroughtAlong(specifier)) return this.elsewhere(specifier, importer);
    const declared = this.host.declared[specifier];
    if (declared) return { resolvedFileName: declared, extension: ts.Extension.Dts };
    const kernel = `${this.host.kernelFolder}/cell.ts`;
    return ts.resolveModuleName(specifier, kernel, this.options, this.seen).resolvedModule;
  }

  private elsewhere(specifier: string, importer: string): Resolved | undefined {
    const path = this.host.findElsewhere?.(specifier, importer);
    if (path === undefined) return undefined;
    const extension = path.endsWith(".js") ? ts.Extension.Js : ts.Extension.Dts;
    return { resolvedFileName: path, extension, isExternalLibraryImport: true };
  }
}
