import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import type { CompilerHost } from "../compiler/host";
import { collectGarbage } from "./collect";
import { files, normalized } from "./files";
import { kernelRoot, typeRootAbove } from "./folders";
import { formatByPrettier } from "./prettier";

const own = (...parts: string[]): string => normalized(join(kernelRoot, ...parts));

/** What the compiler is given for notebooks in a folder of this machine. */
export function compilerHost(folder: string, operators?: CompilerHost["operators"]): CompilerHost {
  const typeRoot = normalized(
    typeRootAbove(folder) ?? typeRootAbove(kernelRoot) ?? join(kernelRoot, "node_modules", "@types"),
  );
  return {
    files,
    folder: normalized(folder),
    operators,
    libraries: normalized(dirname(require.resolve("typescript"))),
    cellTypes: own("types", "cell.d.ts"),
    engineTypes: own("types", "engine.d.ts"),
    lightTypes: own("types", "globals.d.ts"),
    fullTypes: `${typeRoot}/node/index.d.ts`,
    typeRoots: [typeRoot],
    loopStops: "call",
    kernelFolder: own(),
    // In a checkout they do not lie below a folder node_modules.
    kernelFiles: [own("types"), own("dist"), normalized(dirname(require.resolve("tslinen")))],
    declared: { tslab: own("dist", "protocol", "tslab.d.ts") },
    isBuiltin,
    format: formatByPrettier(folder),
    collectGarbage,
  };
}
