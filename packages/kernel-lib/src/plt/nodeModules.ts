type NodeRequire = ((name: string) => unknown) & { resolve(name: string): string };

interface NodeProcess {
  getBuiltinModule?(name: string): unknown;
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
      `${functionName}: pictures and files are made in Node (20.16 or later) or Deno, not in a browser`,
    );
  }
  const builtin = <T>(name: string) => process.getBuiltinModule?.(name) as T;
  const require = builtin<{ createRequire(from: string): NodeRequire }>("node:module").createRequire(
    __filename,
  );
  const files = builtin<{
    readFileSync(path: string, encoding: string): string;
    writeFileSync(path: string, content: string | Uint8Array): void;
  }>("node:fs");
  const path = builtin<{ join(...parts: string[]): string; dirname(path: string): string }>("node:path");
  return {
    require,
    path,
    readFile: files.readFileSync,
    writeFile: files.writeFileSync,
    /** The path of a file that lies beside the entry of a package. */
    besides: (name: string, file: string) => path.join(path.dirname(require.resolve(name)), file),
    vm: builtin<{
      compileFunction(
        code: string,
        parameters: string[],
        options: { filename: string },
      ): (...values: unknown[]) => void;
    }>("node:vm"),
  };
}
