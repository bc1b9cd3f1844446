import { folderOf } from "../paths";

/** What `import.meta` is in a file: where it lies, and how it finds modules. */
export function metaOf(filename: string, require: unknown): object {
  const urlOf = (path: string): string => new URL(path.replace(/^(?=[a-z]:)/i, "/"), "file:///").href;
  const { resolve } = require as { resolve?: (specifier: string) => string };
  return {
    url: urlOf(filename),
    filename,
    dirname: folderOf(filename),
    resolve(specifier: string): string {
      if (!resolve) throw new Error("import.meta.resolve: modules have no addresses here");
      const path = resolve(specifier);
      return /^([a-z]:)?[/\\]/i.test(path) ? urlOf(path) : `node:${path.replace(/^node:/, "")}`;
    },
  };
}
