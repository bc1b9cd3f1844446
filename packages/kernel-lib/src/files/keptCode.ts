/** What the engine makes of a script. */
export interface Script {
  readonly cachedDataRejected?: boolean;
  runInThisContext(): unknown;
  createCachedData(): Uint8Array;
}

/** What is needed of Node.js to keep what the engine makes of scripts. */
export interface CodeKeeper {
  files: {
    readFileSync(path: string): Uint8Array;
    statSync(path: string): { mtimeMs: number; size: number };
    mkdirSync(path: string, options: { recursive: true }): unknown;
    openSync(path: string, flags: string): number;
    writeSync(file: number, content: Uint8Array, offset: number): number;
    closeSync(file: number): void;
    renameSync(from: string, to: string): void;
    rmSync(path: string, options: { force: true }): void;
  };
  path: { join(...parts: string[]): string; dirname(path: string): string; basename(path: string): string };
  /** The folder that things are kept in; it throws where there is none, as for users without a home. */
  folder(): string;
  /** What changes with the engine and its settings. */
  tag: number;
  script(code: string, options: { filename: string; cachedData?: Uint8Array }): Script;
  later(run: () => void): void;
}

/** A name for a file that changes with the file. */
function nameOf(filename: string, { files, path, tag }: CodeKeeper): string {
  const { mtimeMs, size } = files.statSync(filename);
  let hash = 0;
  for (const letter of `${filename}:${mtimeMs}:${size}:${tag}`)
    hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return `${path.basename(filename)}-${(hash >>> 0).toString(16)}.code`;
}

/** Writes a file, whole or not at all; where it cannot be, nothing is lost. */
function keep(file: string, script: Script, { files, path }: CodeKeeper): void {
  const besides = `${file}.${Math.random().toString(36).slice(2)}`;
  try {
    files.mkdirSync(path.dirname(file), { recursive: true });
    const opened = files.openSync(besides, "wx");
    try {
      const bytes = script.createCachedData();
      for (let at = 0; at < bytes.length;) at += files.writeSync(opened, bytes, at);
    } finally {
      files.closeSync(opened);
    }
    files.renameSync(besides, file);
  } catch {
    try {
      files.rmSync(besides, { force: true });
    } catch {
      // There is no such folder.
    }
  }
}

/**
 * Makes a function of a script's text, as the engine has compiled it in an earlier process where there was one: parsing
 * large scripts, and compiling what of them runs, takes longer than anything they do.
 *
 * @param filename - The script's file.
 * @param parameters - The names of the function's parameters.
 */
export function keptFunction(
  code: string,
  parameters: readonly string[],
  filename: string,
  keeper: CodeKeeper,
): (...values: unknown[]) => void {
  let file: string | undefined;
  let cachedData: Uint8Array | undefined;
  try {
    file = keeper.path.join(keeper.folder(), nameOf(filename, keeper));
    cachedData = keeper.files.readFileSync(file);
  } catch {
    // The first process keeps it for the next.
  }
  const wrapped = `(function (${parameters.join(", ")}) {${code}\n})`;
  const script = keeper.script(wrapped, { filename, cachedData });
  const run = script.runInThisContext() as (...values: unknown[]) => void;
  if (file !== undefined && (cachedData === undefined || script.cachedDataRejected)) {
    const name = file;
    // Later, when what of it is used has been compiled.
    keeper.later(() => keep(name, script, keeper));
  }
  return run;
}
