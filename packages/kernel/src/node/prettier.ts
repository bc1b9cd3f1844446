import { createRequire } from "node:module";
import { join } from "node:path";
import type { FormatCode } from "../compiler/host";

/** What is used of prettier, of whatever version the project has. */
interface Prettier {
  resolveConfig(path: string): Promise<object | null>;
  format(code: string, options: object): string | Promise<string>;
}

/** Formats by the project's own prettier and its settings, if the notebook's folder has it. */
export function formatByPrettier(folder: string): FormatCode {
  const path = join(folder, "cell.tsx");
  const require = createRequire(path);
  return async (code) => {
    const prettier = find(require);
    if (!prettier) return undefined;
    const config = await prettier.resolveConfig(path);
    return prettier.format(code, { ...config, filepath: path, parser: "typescript" });
  };
}

function find(require: NodeJS.Require): Prettier | undefined {
  try {
    require.resolve("prettier");
  } catch {
    return undefined;
  }
  return require("prettier") as Prettier;
}
