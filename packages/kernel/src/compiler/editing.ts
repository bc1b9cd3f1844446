/** What an editor asks about the cells of a notebook, seen in the scope they would run in. */
import { completionsAt } from "./completion";
import type { Converter } from "./converter";
import { formatted } from "./format";
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

/** A place in one of the cells, or in a file. */
export interface CellSpan extends Span {
  index?: number;
}

/** The questions, each about the cell at an index, and a position in it. */
export function editing(converter: Converter) {
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
      }));
    },
    hover: (cells: EditedCell[], index: number, offset: number) =>
      nameHoverAt(see(cells, index), offset) ?? null,
    complete: (cells: EditedCell[], index: number, offset: number) =>
      completionsAt(see(cells, index), offset),
    signature: (cells: EditedCell[], index: number, offset: number) => signatureAt(see(cells, index), offset),
    format: (cells: EditedCell[], index: number) => formatted(cells[index]?.code ?? ""),
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
