import { keptFunction, type CodeKeeper, type Script } from "./keptCode";

type NodeRequire = ((name: string) => unknown) & { resolve(name: string): string };

interface NodeProcess {
  getBuiltinModule?(name: string): unknown;
}

/** What is needed of Node's files. */
export interface Files {
  readFileSync(path: string, encoding: string): string;
  readFileSync(path: string): Uint8Array;
  existsSync(path: string): boolean;
  statSync(path: string): { isFile(): boolean };
  mkdirSync(path: string, options: { recursive: true }): unknown;
  readdirSync(path: string): string[];
  openSync(path: string, flags: string): number;
  writeSync(file: number, content: Uint8Array, offset: number): number;
  fsyncSync(file: number): void;
  closeSync(file: number): void;
  renameSync(from: string, to: string): void;
  rmSync(path: string, options: { force: true }): void;
}

/** What is needed of Node's paths. */
export interface Paths {
  join(...parts: string[]): string;
  dirname(path: string): string;
  basename(path: string): string;
}

/** Tells whether there is Node, or what offers its modules. */
export function hasNode(): boolean {
  return Boolean((globalThis as { process?: NodeProcess }).process?.getBuiltinModule);
}

/** What keeps what the engine has made of scripts, once these have been used. */
const unkept: (() => void)[] = [];

/**
 * Keeps what the engine has made of the scripts that have been compiled here, a moment later: to be called when they have
 * been used, as the engine compiles what of them runs only then.
 */
export function keepCompiled(): void {
  for (const keep of unkept.splice(0)) setImmediate(keep);
}

/**
 * Opens the door to Node's modules: taken when a picture or a file is first wanted, and never in a browser.
 *
 * @param functionName - On whose behalf, for the message where there is no Node.
 */
export function nodeModules(functionName: string) {
  const { process } = globalThis as { process?: NodeProcess };
  if (!process?.getBuiltinModule) {
    throw new Error(
      `${functionName}: pictures and files are made in Node (20.16 or later), Deno or a notebook, not in a page`,
    );
  }
  const builtin = <T>(name: string) => process.getBuiltinModule?.(name) as T;
  const { createRequire } = builtin<{ createRequire(from: string): NodeRequire }>("node:module");
  const require = createRequire(__filename);
  const files = builtin<Files>("node:fs");
  const path = builtin<Paths>("node:path");
  const { Script } = builtin<{ Script: new (code: string, options: object) => Script }>("node:vm");
  const { homedir } = builtin<{ homedir(): string }>("node:os");
  /** The folder of what is kept from one process to the next. */
  const cacheFolder = () => path.join(homedir(), ".cache", "tslinen");
  return {
    require,
    /** What another package would require. */
    requireFrom: (name: string) => createRequire(require.resolve(name)),
    path,
    files,
    cacheFolder,
    /** The path of a file that lies beside the entry of a package. */
    besides: (name: string, file: string) => path.join(path.dirname(require.resolve(name)), file),
    /** Makes a function of a script's text. */
    compile: (code: string, parameters: string[], { filename }: { filename: string }) =>
      keptFunction(code, parameters, filename, {
        files: files as unknown as CodeKeeper["files"],
        path,
        folder: () => path.join(cacheFolder(), "code"),
        tag: builtin<{ cachedDataVersionTag(): number }>("node:v8").cachedDataVersionTag(),
        script: (text, options) => new Script(text, options),
        later: (run) => void unkept.push(run),
      }),
  };
}
