/**
 * The corpus: files of cells, each with what is to become of it. A line that begins with `# ` opens a session. Below a
 * cell stands `= value`, `? mistake` (the first that the compiler finds), `! error`, or `.` if nothing comes of it; a
 * `+` before that marks what cells could not do before the compiler and the kernel of today.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./cells";

export interface CorpusCell {
  code: string;
  outcome: Outcome;
  /** Whether only the kernel of today can do it. */
  isNewer: boolean;
}

export interface CorpusSession {
  title: string;
  cells: CorpusCell[];
}

/** The folder of the corpus. */
const folder = join(dirname(fileURLToPath(import.meta.url)), "corpus");

/** The sessions of the corpus by the kind of their cells. */
export function corpus(): [kind: string, sessions: CorpusSession[]][] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".cells"));
  return files.map((name) => [
    name.replace(".cells", ""),
    sessionsIn(readFileSync(join(folder, name), "utf8")),
  ]);
}

/** Where the packages are installed whose sessions {@link packages} are. */
export const packagesFolder = join(folder, "..", "packages");

/** The sessions that import packages, one for each; "(strict)" marks those whose types want strict checks. */
export const packages = (): CorpusSession[] =>
  sessionsIn(readFileSync(join(packagesFolder, "packages.cells"), "utf8"));

/** Reads the sessions of a file. */
export function sessionsIn(text: string): CorpusSession[] {
  const sessions: CorpusSession[] = [];
  let lines: string[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const outcome = /^(\+?)(?:([=?!]) (.+)|\.)$/.exec(line);
    if (line.startsWith("# ")) {
      sessions.push({ title: line.slice(2), cells: [] });
      lines = [];
    } else if (!outcome) {
      lines.push(line);
    } else {
      const [, newer, mark, rest = ""] = outcome;
      sessions.at(-1)?.cells.push({
        code: lines.join("\n").trim(),
        outcome: outcomeOf(mark, rest),
        isNewer: newer !== "",
      });
      lines = [];
    }
  }
  return sessions;
}

function outcomeOf(mark: string | undefined, rest: string): Outcome {
  if (mark === "?") return { types: [rest] };
  if (mark === "!") return { thrown: rest };
  return mark === "=" ? { value: new Function(`return (${rest});`)() as unknown } : {};
}

/** Of what became of a cell, what the corpus tells of it. */
export function told(outcome: Outcome): Outcome {
  return "types" in outcome ? { types: outcome.types.slice(0, 1) } : outcome;
}

/** The files that cells of the corpus import. */
const files: Record<string, string> = {
  "lib.ts": `export const value = 1; export interface Shape { side: number }
export class Maker { constructor(private s: Shape) {} get area() { return this.s.side ** 2; } }
export async function later() { return "later"; } export default () => "default";`,
  "es.mjs": 'export const esm = "es";',
  "typed.mts": 'export const mts: string = "mts";',
  "data.json": '{ "name": "data", "list": [1, 2] }',
  "legacy.js": "exports.answer = 42;",
  "awaits.ts": 'export const ready: string = await Promise.resolve("ready");',
  "mistaken.ts": 'export const mistaken: number = "x";',
  "effect.ts": '(globalThis as any).effect = "had"; export {};',
  "paths/one.ts": "export const one = 1;",
  "tsconfig.json": '{ "compilerOptions": { "paths": { "#paths/*": ["./paths/*"] } } }',
};

/** Writes the files that cells of the corpus import into a folder. */
export function writeFiles(into: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
}
