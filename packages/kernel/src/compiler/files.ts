import type { CompilerHost } from "./host";
import { engineTarget, withoutMissing } from "./engine";
import { ts, type SourceFile } from "./typescript";

interface Entry {
  file: SourceFile;
  stamp: string;
}

/**
 * Parsed source files by path. Packages are read once; files of the project are read again when they have changed on
 * disk; modules that cells define live in memory alone.
 */
export class SourceFiles {
  private readonly parsed = new Map<string, Entry>();
  private readonly inMemory = new Map<string, string>();

  constructor(private readonly host: CompilerHost) {}

  /** Takes over files that others have parsed. */
  adopt({ parsed }: SourceFiles): void {
    for (const [path, entry] of parsed) this.parsed.set(path, entry);
  }

  /** Whether a file belongs to the user's project and may change while the kernel runs. */
  isProject(path: string): boolean {
    return (
      !path.includes("/node_modules/") &&
      !this.host.kernelFiles.some((folder) => path.startsWith(`${folder}/`))
    );
  }

  /** Defines or replaces a file that is only in memory. */
  define(path: string, text: string): void {
    this.inMemory.set(path, text);
  }

  exists(path: string): boolean {
    return this.inMemory.has(path) || this.host.files.exists(path);
  }

  read(path: string): string | undefined {
    return this.inMemory.get(path) ?? this.host.files.read(path);
  }

  /** The path without symbolic links. */
  realpath(path: string): string {
    return this.host.files.exists(path) ? this.host.files.realpath(path) : path;
  }

  /** Tells whether a file is parsed already. */
  has(path: string): boolean {
    return this.parsed.has(path);
  }

  /** Parses a file, unless it is parsed and unchanged. */
  get(path: string): SourceFile | undefined {
    const known = this.parsed.get(path);
    const memory = this.inMemory.get(path);
    const ofProject = this.isProject(path);
    if (known && memory === undefined && !ofProject) return known.file;
    const stamp = memory ?? this.host.files.stamp(path);
    if (known && known.stamp === stamp) return known.file;
    const text = this.read(path);
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(
      path,
      withoutMissing(path, text),
      engineTarget,
      /* setParentNodes */ ofProject,
    );
    this.parsed.set(path, { file, stamp });
    return file;
  }
}
