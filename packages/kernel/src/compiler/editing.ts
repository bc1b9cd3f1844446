/** What an editor asks about the cells of a notebook, seen in the scope they would run in. */
import { completionsAt, type Completions } from "./completion";
import type { Converter } from "./converter";
import { importChange, type CellImport } from "./exported";
import { formattedFor } from "./format";
import { nameHoverAt } from "./hover";
import type { Snapshot } from "./project";
import { declarationsIn, nameAt, usesIn, type Span } from "./references";
import { signatureAt } from "./signature";
import { ts } from "./typescript";

/** A cell of the notebook, and whether it has run as it is written. */
export interface EditedCell {
  code: string;
  hasRun: boolean;
}

/** Mistakes of names that are not known. */
const nameUnknown = new Set([2304, 2503, 2552]);

/** How many names that could be imported are offered at most. */
const mostImports = 40;

/** A place in one of the cells, or in a file. */
export interface CellSpan extends Span {
  index?: number;
}

/** The questions, each about the cell at an index, and a position in it. */
export function editing(converter: Converter) {
  const { exported } = converter;
  const importsOf = (code: string, start: number, end: number): CellImport[] =>
    exported
      .find(code.slice(start, end))
      .map((one) => ({ module: one.module, change: importChange(code, one) }));
  const before = (cells: readonly EditedCell[], index: number): string[] =>
    cells.slice(0, index).flatMap(({ code, hasRun }) => (hasRun ? [] : code));
  const see = (cells: readonly EditedCell[], index: number): Snapshot =>
    converter.see(cells[index]?.code ?? "", before(cells, index));
  return {
    check(cells: EditedCell[], index: number) {
      const found = converter.check(cells[index]?.code ?? "", before(cells, index));
      return found.map(({ start, end, message, code }) => ({
        start: start.offset,
        end: end.offset,
        severity: "error" as const,
        message,
        code,
        ...(nameUnknown.has(code) && {
          imports: importsOf(cells[index]?.code ?? "", start.offset, end.offset),
        }),
      }));
    },
    hover: (cells: EditedCell[], index: number, offset: number) =>
      nameHoverAt(see(cells, index), offset) ?? null,
    /** Words that fit, and behind them names that could be imported, if what is written begins like those. */
    complete(cells: EditedCell[], index: number, offset: number): Completions {
      const code = cells[index]?.code ?? "";
      const found = completionsAt(see(cells, index), offset);
      const prefix = code.slice(found.start, offset);
      if (!found.isGlobal || prefix.length < 2) return found;
      const known = new Set(found.candidates.map(({ text }) => text));
      // Of modules that export the same name, the first is offered: those of the project come before packages.
      const more = exported
        .startingWith(prefix)
        .filter(({ name, isType }) => !isType && !known.has(name) && known.add(name));
      const candidates = more.slice(0, mostImports).map((one) => ({
        text: one.name,
        type: "module",
        import: { module: one.module, change: importChange(code, one) },
      }));
      return { ...found, candidates: [...found.candidates, ...candidates] };
    },
    signature: (cells: EditedCell[], index: number, offset: number) => signatureAt(see(cells, index), offset),
    format: (cells: EditedCell[], index: number) =>
      formattedFor(cells[index]?.code ?? "", converter.formatCode),
    /** Of a name that cells share, the last cell before this one that declares it, if this one does not itself. */
    definition(cells: EditedCell[], index: number, offset: number): CellSpan[] {
      const snapshot = see(cells, index);
      const named = nameAt(snapshot, offset);
      if (!named) return [];
      const here = declarationsIn(snapshot, named);
      if (here.length > 0) return here.map((span) => (span.file === undefined ? { ...span, index } : span));
      for (let at = index - 1; at >= 0; at--) {
        const earlier = see(cells, at);
        const symbol = earlier.cell.locals?.get(ts.escapeLeadingUnderscores(named.name));
        if (!symbol) continue;
        return declarationsIn(earlier, { ...named, symbol }).map((span) => ({ ...span, index: at }));
      }
      return [];
    },
    references(cells: EditedCell[], index: number, offset: number): CellSpan[] {
      const snapshot = see(cells, index);
      const named = nameAt(snapshot, offset);
      if (!named) return [];
      if (!named.isShared) return usesIn(snapshot, named).map((span) => ({ ...span, index }));
      return cells.flatMap(({ code }, at) =>
        code.includes(named.name)
          ? usesIn(see(cells, at), named).map((span) => ({ ...span, index: at }))
          : [],
      );
    },
  };
}
