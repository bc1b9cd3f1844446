/** Cells are checked against the library of the engine that runs them, and keep its syntax. */
import { engineFacts, factsGiven, type EngineFacts } from "./engineFacts";
import { ts, type ScriptTarget } from "./typescript";

const given = (globalThis as Record<symbol, EngineFacts | undefined>)[Symbol.for(factsGiven)];
const { libraries, target, globals } = given ?? engineFacts();

/** Files with variables that not every engine has. */
const varying = ["/lib.esnext.disposable.d.ts", "/types/engine.d.ts"];

/** A file of declarations without the variables that the engine does not have. */
export function withoutMissing(path: string, text: string): string {
  if (!varying.some((name) => path.endsWith(name))) return text;
  return text.replace(/^declare (?:var|const) (\w+): .*;$/gm, (line, name: string) =>
    globals.includes(name) ? line : "",
  );
}

/** The library's declarations that fit the engine. */
export function engineLibraries(): string[] {
  return ["es2023", ...libraries].map((library) => `lib.${library}.d.ts`);
}

/** The newest language whose syntax the engine runs as it is. */
export const engineTarget: ScriptTarget = ts.ScriptTarget[target];
