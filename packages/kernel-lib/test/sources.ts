import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const src = resolve(__dirname, "../src");

/** What a source file exports, with the comment above it. */
export interface Documented {
  readonly file: string;
  readonly name: string;
  /** The text of its JSDoc without the stars, empty where it has none. */
  readonly docs: string;
}

/** The functions and constants that the files of a folder export. */
export function documented(folder: string, files: RegExp): Documented[] {
  const names = readdirSync(resolve(src, folder)).filter((file) => files.test(file));
  if (names.length === 0)
    throw new Error(`documented: expected files like ${files.source} in ${folder}, found none`);
  return names.flatMap((file) => {
    const text = readFileSync(resolve(src, folder, file), "utf8");
    const exported = /(?:\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n)?^export (?:const|function) (\w+)/gm;
    return [...text.matchAll(exported)].map(([, comment = "", name]) => ({
      file: `${folder}/${file}`,
      name,
      docs: comment.replace(/^ *\* ?/gm, "").trim(),
    }));
  });
}

/** The lines of the example in a comment. */
export function exampleOf(docs: string): string[] {
  const [, example = ""] = docs.split(/^@example\n/m);
  return example.split(/^@/m)[0].trim().split("\n").filter(Boolean);
}

/** The first sentence of a comment, on one line. */
export function summaryOf(docs: string): string {
  return docs
    .split(/\n\s*\n|\n@/)[0]
    .replace(/\s+/g, " ")
    .trim();
}
