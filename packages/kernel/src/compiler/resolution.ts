import { isBuiltin } from "node:module";
import { isBroughtAlong, kernelRoot, tslabDeclarations } from "../packages";
import {
  ts,
  type CompilerOptions,
  type ResolvedModuleFull,
  type ResolvedTypeReferenceDirective,
} from "./typescript";
import { isProjectFile, type SourceFiles } from "./files";

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
    private readonly files: SourceFiles,
  ) {}

  resolve(specifier: string, importer: string): ResolvedModuleFull | undefined {
    // Modules of Node.js are declared within @types/node, not by files of their own.
    if (isBuiltin(specifier)) return undefined;
    const key = `${importer.slice(0, importer.lastIndexOf("/"))}\0${specifier}`;
    const known = this.known.get(key);
    if (known ? this.files.exists(known.resolvedFileName) : this.known.has(key)) return known;
    const resolved = this.search(specifier, importer);
    if (resolved || !isProjectFile(importer)) this.known.set(key, resolved);
    return resolved;
  }

  /** Finds the type package that a `/// <reference types>` names. */
  resolveTypes(name: string, importer: string): ResolvedTypeReferenceDirective | undefined {
    const key = `${importer.slice(0, importer.lastIndexOf("/"))}\0types:${name}`;
    if (!this.knownTypes.has(key)) {
      const found = ts.resolveTypeReferenceDirective(name, importer, this.options, ts.sys);
      this.knownTypes.set(key, found.resolvedTypeReferenceDirective);
    }
    return this.knownTypes.get(key);
  }

  private search(specifier: string, importer: string): Resolved | undefined {
    const host = {
      ...ts.sys,
      fileExists: (path: string) => this.files.exists(path),
      readFile: (path: string) => this.files.read(path),
      realpath: (path: string) => (ts.sys.fileExists(path) ? (ts.sys.realpath?.(path) ?? path) : path),
    };
    const asNode = ts.resolveModuleName(specifier, importer, this.options, host).resolvedModule;
    if (asNode && hasTypes(asNode)) return asNode;
    const bundler = { ...this.options, moduleResolution: ts.ModuleResolutionKind.Bundler };
    const byExports = ts.resolveModuleName(specifier, importer, bundler, host).resolvedModule;
    if (byExports && (hasTypes(byExports) || !asNode)) return byExports;
    if (asNode || !isBroughtAlong(specifier)) return asNode;
    if (specifier === "tslab") {
      return { resolvedFileName: tslabDeclarations, extension: ts.Extension.Dts };
    }
    return ts.resolveModuleName(specifier, `${kernelRoot}/cell.ts`, this.options, host).resolvedModule;
  }
}
