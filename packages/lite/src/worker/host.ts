import type { CompilerHost } from "@tslinen/kernel/dist/compiler/host";
import type { FilesWithPackages } from "./packages";

/** Where the declarations lie that the kernel brings; scripts/declarations.mjs gathers them there. */
const own = "/kernel";

/** What the compiler is given in a browser. */
export function browserHost(
  files: FilesWithPackages,
  folder: string,
  loopStops: CompilerHost["loopStops"],
): CompilerHost {
  return {
    files,
    folder,
    libraries: `${own}/libraries`,
    cellTypes: `${own}/types/cell.d.ts`,
    // The browser's own declarations are one file, read once: there is no need for lighter ones.
    lightTypes: `${own}/types/browser.d.ts`,
    typeRoots: [],
    kernelFolder: own,
    kernelFiles: [own],
    declared: { tslab: `${own}/node_modules/@tslinen/kernel/dist/protocol/tslab.d.ts` },
    loopStops,
    findElsewhere: (specifier, importer) => files.find(specifier, importer),
    isBuiltin: () => false,
  };
}
