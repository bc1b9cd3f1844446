import { isAugmentation } from "./join";
import { ts, type BoundFile } from "./typescript";

/** The top-level names of a cell: of values and types, declared or imported. */
export function topLevelNames(cell: BoundFile): string[] {
  const names: string[] = [];
  cell.locals?.forEach((symbol, key) => {
    if (!symbol.declarations?.some(isAugmentation)) names.push(ts.unescapeLeadingUnderscores(key));
  });
  return names;
}
