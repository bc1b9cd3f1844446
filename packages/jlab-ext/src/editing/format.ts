import type { ICellModel } from "@jupyterlab/notebook";
import type { EditedNotebook } from "./editedNotebook";
import { changeTogether } from "./sharedUndo";
import { whiteSpaceChanges, type Change } from "./textChanges";

/**
 * Puts the white space of cells in order, as one change.
 *
 * @returns Whether anything was to be changed.
 */
export async function formatCells(notebook: EditedNotebook, cells: readonly ICellModel[]): Promise<boolean> {
  const changes = new Map<ICellModel["sharedModel"], Change[]>();
  for (const cell of cells) {
    const before = cell.sharedModel.getSource();
    const after = await notebook.ask("format", cell);
    if (after === undefined || after === before || cell.sharedModel.getSource() !== before) continue;
    changes.set(cell.sharedModel, whiteSpaceChanges(before, after));
  }
  changeTogether([...changes.keys()], (shared) => {
    for (const { start, end, text } of changes.get(shared)?.reverse() ?? [])
      shared.updateSource(start, end, text);
  });
  return changes.size > 0;
}
