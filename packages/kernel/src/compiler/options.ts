import { engineLibraries, engineTarget } from "./engine";
import { ts, type CompilerOptions } from "./typescript";

/**
 * The options under which cells are compiled: lenient ones, as in a script one tries things with, the library of the
 * running engine, and only those type packages that something asks for.
 */
export function cellOptions(typeRoots: string[]): CompilerOptions {
  return {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: engineTarget,
    lib: engineLibraries(),
    types: [],
    typeRoots,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    noUncheckedSideEffectImports: false,
    allowJs: true,
    jsx: ts.JsxEmit.React,
    preserveConstEnums: true,
    declaration: true,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
    strict: false,
    ignoreDeprecations: "6.0",
    skipLibCheck: true,
    outDir: "/out",
  };
}
