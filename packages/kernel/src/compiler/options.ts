import { dirname } from "node:path";
import { ts, type CompilerOptions } from "./typescript";

/** Where the compiler's own library declarations are. */
export const libraryFolder = dirname(require.resolve("@tslab/typescript-for-tslab"));

/**
 * The options under which cells are compiled: tslab's, but emitting CommonJS at once, with a source map, and taking in
 * only those type packages that something asks for.
 */
export function cellOptions(typeRoots: string[]): CompilerOptions {
  return {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    typeRoots,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowJs: true,
    jsx: ts.JsxEmit.React,
    experimentalDecorators: true,
    preserveConstEnums: true,
    declaration: true,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
    noImplicitUseStrict: true,
    skipLibCheck: true,
    outDir: "/out",
  };
}
