import { engineTarget } from "./engine";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { kernelRoot } from "../packages";
import { ts, type SourceFile } from "./typescript";

interface Entry {
  file: SourceFile;
  stamp: string;
}

/** Declarations that the kernel brings. In a checkout they do not lie below a folder node_modules. */
const brought = [join(kernelRoot, "types"), join(kernelRoot, "dist"), dirname(require.resolve("tslinen"))];

/** A file that belongs to the user's project and may change while the kernel runs. */
export function isProjectFile(path: string): boolean {
  return !path.includes("/node_modules/") && !brought.some((folder) => path.startsWith(`${folder}/`));
}

const stampOf = (path: string): string => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : "";
};

/**
 * Parsed source files by path. Packages are read once; files of the project are read again when they have changed on
 * disk; modules that cells define live in memory alone.
 */
export class SourceFiles {
  private readonly parsed = new Map<string, Entry>();
  private readonly inMemory = new Map<string, string>();

  /** Defines or replaces a file that is only in memory. */
  define(path: string, text: string): void {
    this.inMemory.set(path, text);
  }

  exists(path: string): boolean {
    return this.inMemory.has(path) || ts.sys.fileExists(path);
  }

  read(path: string): string | undefined {
    return this.inMemory.get(path) ?? ts.sys.readFile(path);
  }

  /** Tells whether a file is parsed already. */
  has(path: string): boolean {
    return this.parsed.has(path);
  }

  /** Parses a file, unless it is parsed and unchanged. */
  get(path: string): SourceFile | undefined {
    const known = this.parsed.get(path);
    const memory = this.inMemory.get(path);
    if (known && memory === undefined && !isProjectFile(path)) return known.file;
    const stamp = memory ?? stampOf(path);
    if (known && known.stamp === stamp) return known.file;
    const text = this.read(path);
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(path, text, engineTarget, /* setParentNodes */ isProjectFile(path));
    this.parsed.set(path, { file, stamp });
    return file;
  }
}
