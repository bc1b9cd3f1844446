import type { CellImport } from "./exported";
import type { Snapshot } from "./project";
import { ts, type Node } from "./typescript";

/** One way to complete a word. */
export interface Candidate {
  text: string;
  /** What it is, in the words that JupyterLab has icons for. */
  type: string;
  /** The import that it takes. */
  import?: CellImport;
}

/** Completions of the word between two offsets. */
export interface Completions {
  start: number;
  end: number;
  candidates: Candidate[];
  /** Whether the word is a name, not a member of something. */
  isGlobal: boolean;
}

/** What tells the compiler to go on. */
export const never = { isCancellationRequested: () => false, throwIfCancellationRequested: () => undefined };

/** The compiler's names of kinds, in JupyterLab's. */
const kinds: Record<string, string> = {
  "local function": "function",
  method: "method",
  getter: "property",
  setter: "property",
  var: "variable",
  "local var": "variable",
  let: "variable",
  const: "constant",
  parameter: "variable",
  alias: "module",
  "external module name": "module",
  script: "module",
  directory: "module",
  "type parameter": "type",
  "enum member": "constant",
  string: "value",
};

/** Completes the word around a position: what begins with it comes first, then what holds it. */
export function completionsAt({ cell, program }: Snapshot, position: number): Completions {
  const info = ts.Completions.getCompletionsAtPosition(
    {},
    program,
    () => undefined,
    cell,
    position,
    {},
    undefined,
    ts.CompletionTriggerKind.Invoked,
    never,
    undefined,
  );
  const { start, end } = info?.optionalReplacementSpan
    ? { start: info.optionalReplacementSpan.start, end: ts.textSpanEnd(info.optionalReplacementSpan) }
    : wordAround(cell, position);
  const prefix = cell.text.slice(start, position);
  const candidates = (info?.entries ?? [])
    .map((entry) => ({ entry, rank: rankOf(entry.name, prefix) }))
    .filter(({ entry }) => entry.name !== "__arithmetic")
    .filter(({ entry, rank }) => rank !== undefined && /^[\p{ID_Start}\w$#@./-]/u.test(entry.name))
    .sort(
      (a, b) =>
        (a.rank as number) - (b.rank as number) ||
        compare(a.entry.sortText, b.entry.sortText) ||
        compare(a.entry.name, b.entry.name),
    )
    .map(({ entry }) => ({ text: entry.insertText ?? entry.name, type: kinds[entry.kind] ?? entry.kind }));
  return {
    start,
    end,
    candidates,
    isGlobal: info?.entries.some(({ name }) => name === "globalThis") ?? false,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rankOf(name: string, prefix: string): number | undefined {
  if (name.startsWith(prefix)) return 0;
  const lower = name.toLowerCase();
  const wanted = prefix.toLowerCase();
  if (lower.startsWith(wanted)) return 1;
  return lower.includes(wanted) ? 2 : undefined;
}

function wordAround(cell: Snapshot["cell"], position: number): { start: number; end: number } {
  const token: Node | undefined = ts.findPrecedingToken(position, cell);
  if (token && ts.isIdentifier(token) && token.end >= position)
    return { start: token.getStart(cell), end: token.end };
  return { start: position, end: position };
}
